import { requireGroup, weighs, weightingEffect } from '../weights/weighting-effect.js';
import type { WeightedGroup } from '../weights/weighting-effect.js';
import { linearisedVariance } from './linearised-variance.js';
import type { Shift } from './linearised-variance.js';
import { estimateByT } from './weighted-estimate.js';
import type { WeightedEstimate } from './weighted-estimate.js';

/** Respondents alike in weight and in both parts of a ratio. */
export interface WeightedPair extends WeightedGroup {
  readonly above: number;
  /** ≥ 0. */
  readonly below: number;
}

/**
 * What was sampled in one stratum: respondents one by one, or clusters of them (the centres at which they were asked).
 * `population`: how many such units there are, for the finite population correction; null or absent: very many.
 */
export type SampledUnits<Unit extends WeightedGroup> = (
  { readonly respondents: readonly Unit[] } | { readonly clusters: readonly (readonly Unit[])[] }
) & { readonly population?: number | null };

/**
 * The ratio of two weighted totals, Σ w y / Σ w x, with its standard error by Taylor linearisation over strata and clusters; null
 * when Σ w x is 0. Interval: Student's t, degrees of freedom units − strata (clusters, where there are such). Who weighs 0 is not there.
 *
 * Source: domain note 6.2. R: `survey::svyratio`.
 * @throws RangeError for impossible weights, counts or numbers, or more units asked than there are
 */
export function weightedRatio(strata: readonly SampledUnits<WeightedPair>[]): WeightedEstimate | null {
  const pairs = strata.flatMap(unitsOf).flat();
  pairs.forEach(requirePair);
  const effect = weightingEffect(pairs);
  if (!effect) return null;
  // Relative to the heaviest: sums stay within floats, and of equal weights whole numbers stay whole.
  const heaviest = pairs.reduce((most, { weight }) => Math.max(most, weight), 0);
  const relative = ({ weight }: WeightedGroup) => weight / heaviest;
  const below = pairs.reduce((sum, pair) => sum + pair.count * relative(pair) * pair.below, 0);
  if (below === 0) return null;
  const above = pairs.reduce((sum, pair) => sum + pair.count * relative(pair) * pair.above, 0);
  const ratio = valueWithin(pairs, above / below);
  const shiftOf = (pair: WeightedPair) => (relative(pair) * withoutNoise(pair.above, ratio * pair.below)) / below;
  const spread = linearisedVariance(
    strata.map((stratum) => ({ shifts: shiftsOf(stratum, shiftOf), population: stratum.population ?? null })),
  );
  return estimateByT(ratio, spread, effect);
}

/** Each cluster on its own; respondents sampled one by one as a single list. */
function unitsOf<Unit extends WeightedGroup>(stratum: SampledUnits<Unit>): readonly (readonly Unit[])[] {
  return 'clusters' in stratum ? stratum.clusters : [stratum.respondents];
}

function shiftsOf(stratum: SampledUnits<WeightedPair>, shiftOf: (pair: WeightedPair) => number): readonly Shift[] {
  const present = unitsOf(stratum).map((unit) => unit.filter(weighs));
  if (!('clusters' in stratum)) return present.flat().map((pair) => ({ shift: shiftOf(pair), count: pair.count }));
  return present
    .filter((cluster) => cluster.length > 0)
    .map((cluster) => ({ shift: cluster.reduce((sum, pair) => sum + pair.count * shiftOf(pair), 0), count: 1 }));
}

/** A ratio of totals lies between the ratios it is made of, whatever floats do. */
function valueWithin(pairs: readonly WeightedPair[], value: number): number {
  const own = pairs.filter((pair) => weighs(pair) && pair.below > 0).map(({ above, below }) => above / below);
  const isMediant = pairs.every((pair) => !weighs(pair) || pair.below > 0 || pair.above === 0);
  if (!isMediant) return value;
  const lowest = own.reduce((least, one) => Math.min(least, one), Infinity);
  const highest = own.reduce((most, one) => Math.max(most, one), -Infinity);
  return Math.min(highest, Math.max(lowest, value));
}

/** A difference that floats alone can make is none: equal answers are to have no spread at all. */
function withoutNoise(a: number, b: number): number {
  const difference = a - b;
  return Math.abs(difference) <= 1e-13 * Math.max(Math.abs(a), Math.abs(b)) ? 0 : difference;
}

function requirePair(pair: WeightedPair): void {
  requireGroup(pair);
  const arePossible = Number.isFinite(pair.above) && pair.below >= 0 && pair.below < Infinity;
  if (!arePossible) throw new RangeError(`Not a ratio: ${pair.above} / ${pair.below}`);
}
