import type { WeightedGroup } from '../weights/weighting-effect.js';
import type { WeightedEstimate } from './weighted-estimate.js';
import { weightedRatio } from './weighted-ratio.js';
import type { SampledUnits, WeightedPair } from './weighted-ratio.js';

/** Respondents alike in weight and answer. */
export interface WeightedValue extends WeightedGroup {
  readonly value: number;
}

/**
 * The weighted mean Σ w y / Σ w with its linearised standard error sqrt(n/(n − 1) Σ e²), e = w (y − ȳ) / Σ w, as if respondents were
 * drawn with replacement; null when nobody has a weight. Equal weights give the plain mean, s/√n and the interval of `meanInterval`.
 *
 * Source: domain note 6.2. R: `survey::svymean`.
 * @throws RangeError for impossible weights, counts or values
 */
export function weightedMean(values: readonly WeightedValue[]): WeightedEstimate | null {
  return designedMean([{ respondents: values }]);
}

/**
 * The same of respondents who were asked in clusters (at centres) and resemble each other there: the spread is taken between
 * clusters, with m − 1 degrees of freedom. `population`: how many clusters there are; null: very many. A single cluster tells no
 * spread: standard error null.
 */
export function clusteredMean(
  clusters: readonly (readonly WeightedValue[])[],
  population: number | null = null,
): WeightedEstimate | null {
  return designedMean([{ clusters, population }]);
}

/** The same of several strata, each sampled on its own, in clusters or not. Degrees of freedom: units − strata. A share is the mean of zeros and ones. */
export function designedMean(strata: readonly SampledUnits<WeightedValue>[]): WeightedEstimate | null {
  return weightedRatio(strata.map(asPairs));
}

function asPairs(stratum: SampledUnits<WeightedValue>): SampledUnits<WeightedPair> {
  const asPair = ({ value, weight, count }: WeightedValue) => ({ above: value, below: 1, weight, count });
  const population = stratum.population ?? null;
  if (!('clusters' in stratum)) return { respondents: stratum.respondents.map(asPair), population };
  return { clusters: stratum.clusters.map((cluster) => cluster.map(asPair)), population };
}
