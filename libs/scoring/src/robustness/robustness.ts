import type { CompiledScheme, UnitEvidence } from '../judge/index.js';
import { leavesOf } from '../judge/leaves.js';
import type { Score } from '../score.js';
import { alternativesTo } from './alternatives.js';
import { drawnRanks } from './drawn-ranks.js';
import { drawnSchemes } from './drawn-schemes.js';
import type { Drawing } from './drawn-schemes.js';
import { judgedBy, judgedInDraws } from './judged-in-draws.js';
import type { InDraws, ScoreAndStar } from './judged-in-draws.js';
import { rangeOf } from './ranges.js';
import type { Range } from './ranges.js';
import { distributionTally } from './star-distribution.js';
import type { StarDistribution } from './star-distribution.js';

/** How firmly a unit stands where it stands. */
export interface UnitRobustness {
  readonly unit: string;
  readonly agency: string;
  readonly channelType: string;
  /** As judged. Null: nothing has a score; not rated. */
  readonly score: Score | null;
  readonly star: number | null;
  /** Among all units; null: no score, or more units than are ranked (`mostRanked`). */
  readonly rank: number | null;
  /** Over the draws, 5 to 95 %. Null: no score. */
  readonly scores: Range | null;
  /** Null as `rank`. */
  readonly ranks: Range | null;
  /** Not rated counts as below every star, and is null at that end. */
  readonly stars: { readonly low: number | null; readonly high: number | null };
  /** The part of the draws that give the star as judged: 0 to 1. */
  readonly sameStar: number;
}

/** How much of a result comes from the choices of the method: weights, aggregation, pillars. */
export interface Robustness extends Drawing {
  readonly units: readonly UnitRobustness[];
  /** First as judged, then by the other aggregation, then without each pillar. */
  readonly distributions: readonly StarDistribution[];
}

/** With more units no ranks are drawn: their scores in all draws would have to be held, 8 bytes each. */
export const mostRanked = 5_000;

/**
 * Judges units by many draws of other weights (`drawnSchemes`), by the other aggregation, and without each pillar in turn. Gates
 * and bands stay as they are.
 *
 * Cost: units × draws judgements, each in proportion to the criteria. Memory: the drawn factors, and 8 bytes per unit and draw
 * for ranks of up to `mostRanked` units; beyond, a few numbers per unit.
 * Source: domain note 6.1 (robustness report).
 * @throws RangeError for a unit of a channel type that is not given, or as `judge` and `drawnSchemes`
 */
export function robustnessOf(
  compiledByChannel: ReadonlyMap<string, CompiledScheme>,
  units: Iterable<UnitEvidence>,
  { draws = 1_000, spread = 0.25, seed }: Partial<Drawing> & Pick<Drawing, 'seed'>,
): Robustness {
  const drawn = drawnSchemes(compiledByChannel, { draws, spread, seed });
  const tallies = [null, ...alternativesTo([...compiledByChannel.values()])].map((alternative) =>
    distributionTally(alternative, compiledByChannel),
  );
  const found: UnitRobustness[] = [];
  let held: Float64Array[] = [];
  for (const evidence of units) {
    const { channelType, violations } = evidence;
    const compiled = compiledByChannel.get(channelType);
    const others = drawn.get(channelType);
    if (!compiled || !others) throw new RangeError(`No scheme for the channel type ${channelType}`);
    const captured = { leaves: leavesOf(compiled, evidence), violations };
    const asJudged = judgedBy(compiled, captured);
    for (const tally of tallies) tally.add(channelType, captured, asJudged.star);
    const inDraws = judgedInDraws(others, captured);
    found.push(withoutRank(evidence, asJudged, inDraws));
    if (found.length <= mostRanked) held.push(inDraws.scores);
    else held = [];
  }
  return { draws, spread, seed, units: withRanks(found, held, draws), distributions: tallies.map(({ sum }) => sum()) };
}

function withoutRank(
  { unit, agency, channelType }: UnitEvidence,
  { score, star }: ScoreAndStar,
  drawn: InDraws,
): UnitRobustness {
  const { low, high } = rangeOf(drawn.stars) ?? { low: 0, high: 0 };
  const stars = { low: low || null, high: high || null };
  const same = drawn.stars.reduce((count, one) => count + (one === (star ?? 0) ? 1 : 0), 0);
  const scores = score === null ? null : rangeOf(drawn.scores);
  const sameStar = same / drawn.stars.length;
  return { unit, agency, channelType, score, star, rank: null, scores, ranks: null, stars, sameStar };
}

function withRanks(
  units: readonly UnitRobustness[],
  held: readonly Float64Array[],
  draws: number,
): readonly UnitRobustness[] {
  if (held.length < units.length) return units;
  const ranks = drawnRanks(
    Float64Array.from(units, ({ score }) => score ?? NaN),
    held,
    draws,
  );
  return units.map((unit, index) => ({ ...unit, ...ranks[index] }));
}
