import { meanOfScale, meanOfScores, noScores, plusScores, topTwoBoxOf, type Counts, type Estimate } from '#scoring';
import { z95, type Interval } from '#statistics';
import type { DefinitionCode, Source, StudyResult, Tally } from './evidence.js';

/** Why a figure has no interval: nothing is invented where the source gives no ground for one. */
export type WhyNoInterval = 'noData' | 'sourceGivesNoCounts' | 'noSpread' | 'tooFew' | 'protected';

/** A number as it may be shown: never without its n, its interval or why there is none, its definition and its sources. */
export interface Figure {
  /** 0 to 100, unrounded; null when nothing applied, or too few answered to show it; never 0. */
  readonly value: number | null;
  /** How many answered; null where the source does not say, or it may not be known. */
  readonly n: number | null;
  /** 95 %; null as `whyNoInterval` says. */
  readonly interval: Interval | null;
  readonly whyNoInterval: WhyNoInterval | null;
  readonly definition: DefinitionCode;
  readonly sources: readonly Source[];
  /** The days its evidence runs from and to, ISO; null where the source says only the cycle. */
  readonly covers: { readonly from: string; readonly to: string } | null;
}

/** The estimate that a definition makes of counts; null when nobody answered or it is not made from counts. */
export function estimateOf(definition: DefinitionCode, counts: Counts): Estimate | null {
  if (counts.length === 0) return null;
  if (definition === 'meanOfScale') return meanOfScale(counts);
  if (definition === 'topTwoBox') return topTwoBoxOf(counts);
  return null;
}

/** The estimate of all answers of some tallies together; null as `estimateOf`. */
export function estimateOfTallies(definition: DefinitionCode, tallies: readonly Tally[]): Estimate | null {
  if (definition !== 'meanOfAnswers') return estimateOf(definition, pooledCounts(tallies));
  return meanOfScores(tallies.map(({ scores }) => scores ?? noScores).reduce(plusScores, noScores));
}

/** Whether fewer answered than a result is shown of. */
function isTooFew(estimate: Estimate | null, tallies: readonly Tally[]): boolean {
  return estimate !== null && tallies.some(({ least = 1 }) => estimate.n < least);
}

/** A value that another system published: without counts there is no interval, and none is made up. */
export function figureOfResult(result: StudyResult, definition: DefinitionCode): Figure {
  const whyNoInterval = result.value === null ? 'noData' : 'sourceGivesNoCounts';
  return {
    value: result.value,
    n: result.answers,
    interval: null,
    whyNoInterval,
    definition,
    sources: [result.source],
    covers: null,
  };
}

/**
 * The standard error of that figure, for telling agencies apart; null when no honest one can be given. From the variance,
 * not from the interval, which is cut to the scale; but where all chose alike, from the half width of Wilson's interval.
 */
export function standardErrorOfTallies(tallies: readonly Tally[], definition: DefinitionCode): number | null {
  const estimate = estimateOfTallies(definition, tallies);
  if (!estimate?.interval || isTooFew(estimate, tallies)) return null;
  const { variance, interval } = estimate;
  return variance === null ? (interval.high - interval.low) / (2 * z95) : Math.sqrt(variance);
}

/** The figure of all answers of some tallies together: every answer counts the same, whichever service it came from. */
export function figureOfTallies(tallies: readonly Tally[], definition: DefinitionCode): Figure {
  const estimate = estimateOfTallies(definition, tallies);
  const isProtected = estimate === null && tallies.some(({ isWithheld }) => isWithheld);
  const isHidden = isTooFew(estimate, tallies);
  const interval = isHidden ? null : (estimate?.interval ?? null);
  return {
    value: isHidden ? null : (estimate?.value ?? null),
    n: isProtected ? null : (estimate?.n ?? 0),
    interval,
    whyNoInterval: interval ? null : isProtected ? 'protected' : isHidden ? 'tooFew' : estimate ? 'noSpread' : 'noData',
    definition,
    sources: distinct(tallies.flatMap((tally) => tally.sources)),
    covers: coverOf(tallies),
  };
}

/** The sum of tallies of one item, answer by answer. */
export function pooledCounts(tallies: readonly Tally[]): number[] {
  const pooled: number[] = [];
  for (const { counts } of tallies) counts.forEach((count, answer) => (pooled[answer] = (pooled[answer] ?? 0) + count));
  return pooled;
}

function coverOf(tallies: readonly Tally[]): Figure['covers'] {
  const starts = tallies.map((tally) => tally.coversFrom).sort();
  const ends = tallies.map((tally) => tally.coversTo).sort();
  const [from, to] = [starts[0], ends[ends.length - 1]];
  return from && to ? { from, to } : null;
}

function distinct(sources: readonly Source[]): Source[] {
  return [...new Map(sources.map((source) => [`${source.sha256}:${source.line}`, source])).values()];
}
