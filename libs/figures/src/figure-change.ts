import {
  leastCommonShare,
  relativeChange,
  stratifiedChange,
  type Estimate,
  type Stratum,
  type StratifiedChange,
} from '#scoring';
import { detectableDifference, type Interval } from '#statistics';
import type { DefinitionCode, Measure, Tally } from './evidence.js';
import { estimateOfTallies, type Figure } from './figure.js';
import type { Cohort } from './lineage.js';

/** What the change since the previous cycle amounts to, in the words of the report. */
export type Verdict = 'improved' | 'noDetectableChange' | 'declined' | 'cannotTell' | 'notCompared';

/** Why there is no verdict, or no comparison. */
export type WhyNoVerdict =
  | 'noPreviousCycle'
  | 'noPreviousValue'
  | 'noValueNow'
  | 'protected'
  | 'tooFew'
  | 'sourceGivesNoCounts'
  | 'noSpread'
  | 'seriesBreak'
  | 'splitAgency'
  | 'mergedWithoutCounts';

/** This cycle minus the previous, like for like. */
export interface FigureChange {
  /** In points (percentage points of a share), unrounded; null when not compared. */
  readonly points: number | null;
  /** In percent of before; always called relative. */
  readonly relative: number | null;
  /** 95 %, in points. */
  readonly interval: Interval | null;
  /** Two-sided, of this figure alone. */
  readonly p: number | null;
  /** p after Benjamini–Hochberg over all agencies of the report that this measure was tested for; verdicts follow it. */
  readonly adjustedP: number | null;
  /**
   * The least true change that would have been called real four times in five, in points: with these numbers of answers,
   * and by the adjusted p that verdicts follow.
   */
  readonly detectable: number | null;
  readonly verdict: Verdict;
  readonly why: WhyNoVerdict | null;
  /** The plain difference of the two figures as shown, where it is another than like for like; else null. */
  readonly asShown: number | null;
  /** The part of all answers that both cycles have in common, 0 to 1; null for results without counts. */
  readonly commonShare: number | null;
}

const none: FigureChange = {
  points: null,
  relative: null,
  interval: null,
  p: null,
  adjustedP: null,
  detectable: null,
  verdict: 'notCompared',
  why: null,
  asShown: null,
  commonShare: null,
};

/** No comparison, and why. */
export function notCompared(why: WhyNoVerdict): FigureChange {
  return { ...none, why };
}

/** The change between two values of a source that gives no counts: its size, and no verdict on it. */
export function changeOfResults(
  now: Figure,
  before: Figure | null,
  cohort: Cohort,
  hasPrevious: boolean,
): FigureChange {
  const refusal = refusalOf(now, before, cohort, hasPrevious);
  if (refusal) return notCompared(refusal);
  const [valueNow, valueBefore] = [now.value ?? 0, before?.value ?? 0];
  return {
    ...none,
    points: valueNow - valueBefore,
    relative: relativeChange(valueNow, valueBefore),
    verdict: 'cannotTell',
    why: 'sourceGivesNoCounts',
  };
}

/** What two cycles of tallies are compared by: the services and channels of an agency. */
export interface TalliedPair {
  readonly now: readonly Tally[];
  readonly before: readonly Tally[];
}

/** A change before it is set beside the others, with what judging it takes. */
export interface UnjudgedChange {
  readonly change: FigureChange;
  /** Of the change in points; null where chance cannot be judged. */
  readonly changeError: number | null;
}

/** The change between two figures made from counts, over the services and channels that both cycles have. */
export function changeOfTallies(
  pair: TalliedPair,
  definition: DefinitionCode,
  figures: { readonly now: Figure; readonly before: Figure | null },
  cohort: Cohort,
  hasPrevious: boolean,
): UnjudgedChange {
  const refusal = refusalOf(figures.now, figures.before, cohort, hasPrevious);
  if (refusal) return { change: notCompared(refusal), changeError: null };
  const change = stratifiedChange(strataOf(pair, definition));
  if (!change || change.commonShare < leastCommonShare) {
    const refused = { ...notCompared('seriesBreak'), commonShare: change?.commonShare ?? 0 };
    return { change: refused, changeError: null };
  }
  const shown = (figures.now.value ?? 0) - (figures.before?.value ?? 0);
  return { change: described(change, shown), changeError: change.comparison?.standardError ?? null };
}

function refusalOf(now: Figure, before: Figure | null, cohort: Cohort, hasPrevious: boolean): WhyNoVerdict | null {
  if (!hasPrevious) return 'noPreviousCycle';
  if (now.whyNoInterval === 'protected') return 'protected';
  if (now.whyNoInterval === 'tooFew') return 'tooFew';
  if (now.value === null) return 'noValueNow';
  if (cohort === 'split') return 'splitAgency';
  if (before?.whyNoInterval === 'protected' || before?.whyNoInterval === 'tooFew') return before.whyNoInterval;
  return before === null || before.value === null ? 'noPreviousValue' : null;
}

function described(change: StratifiedChange, shown: number): FigureChange {
  const { comparison, points } = change;
  return {
    ...none,
    points,
    relative: relativeChange(change.now, change.before),
    interval: comparison?.interval ?? null,
    p: comparison?.p ?? null,
    verdict: 'cannotTell',
    why: comparison ? null : 'noSpread',
    asShown: Math.abs(shown - points) > 1e-9 ? shown : null,
    commonShare: change.commonShare,
  };
}

function strataOf({ now, before }: TalliedPair, definition: DefinitionCode): Stratum[] {
  const [ofNow, ofBefore] = [now, before].map((tallies) => Map.groupBy(tallies, stratumKey));
  const keys = [...new Set([...now, ...before].map(stratumKey))].sort();
  return keys.map((key) => {
    const [tallies = [], earlier = []] = [ofNow?.get(key), ofBefore?.get(key)];
    const estimate = estimateOfTallies(definition, tallies);
    return {
      weightCountNow: estimate ? weightOf(tallies, estimate) : 0,
      now: estimate,
      before: estimateOfTallies(definition, earlier),
    };
  });
}

/** A service through a channel, by scores that are made of the same: a questionnaire may score otherwise in another version. */
function stratumKey({ service, channel, madeOf = '' }: Tally): string {
  return JSON.stringify([service.code, channel, madeOf]);
}

/** What a stratum weighs in the figure: its answers, or, where respondents are weighted, what they stand for. */
function weightOf(tallies: readonly Tally[], { n }: Estimate): number {
  return tallies.every(({ scores }) => scores)
    ? tallies.reduce((sum, { scores }) => sum + (scores?.weight ?? 0), 0)
    : n;
}

/** The level of false discoveries that verdicts accept: at most one in twenty of the changes called real. */
export const falseDiscoveryRate = 0.05;

/** Whether a change is more than chance does, by its adjusted p. */
export function isDetected(adjustedP: number | null): boolean {
  return adjustedP !== null && adjustedP <= falseDiscoveryRate;
}

/**
 * The change with its verdict, once p is adjusted for all that was tested with it.
 * @param level the p up to which this change would have been called real among the others, 0 to 1
 */
export function judged(
  { change, changeError, measure: { polarity } }: UnjudgedChange & { readonly measure: Measure },
  adjustedP: number | null,
  level: number,
): FigureChange {
  if (change.points === null || adjustedP === null || changeError === null) return change;
  const better = polarity === 'higher' ? change.points > 0 : change.points < 0;
  const verdict: Verdict = !isDetected(adjustedP) ? 'noDetectableChange' : better ? 'improved' : 'declined';
  return { ...change, adjustedP, verdict, detectable: detectableAt(level, changeError) };
}

/** What a true difference measured with this standard error has to be to be found four times in five at this level. */
function detectableAt(level: number, standardError: number): number | null {
  const variances = { variancePerAnswerNow: standardError ** 2, variancePerAnswerBefore: 0 };
  return detectableDifference({ ...variances, nNow: 1, nBefore: 1, alpha: level });
}
