import { weightingEffect } from '../weights/weighting-effect.js';
import { estimateByT, type WeightedEstimate } from './weighted-estimate.js';

/** Respondents alike in weight, by what adding them up leaves: how many, their sum, their sum of squares. */
export interface WeightedSum {
  /** Above 0. */
  readonly weight: number;
  readonly n: number;
  readonly sum: number;
  readonly squares: number;
}

/** Below this part of the squares a spread cannot be told from rounding. */
const alike = 1e-12;

/**
 * The same as `weightedMean`, from sums instead of values: ȳ = Σ w Σy / Σ w n, with the linearised variance
 * n/(n − 1) · Σ w² (Σy² − 2 ȳ Σy + n ȳ²) / (Σ w n)²; null when nobody answered.
 *
 * Source: domain note 6.2; a law holds it against `weightedMean`.
 */
export function weightedMeanOfSums(groups: readonly WeightedSum[]): WeightedEstimate | null {
  const effect = weightingEffect(groups.map(({ weight, n }) => ({ weight, count: n })));
  if (effect === null) return null;
  const value = groups.reduce((all, { weight, sum }) => all + weight * sum, 0) / effect.weight;
  const { n } = effect;
  const spread = groups.reduce((all, group) => {
    const about = group.squares - 2 * value * group.sum + group.n * value * value;
    // What is left of equal values is no spread but the end of what doubles can say.
    return about <= alike * group.squares ? all : all + group.weight ** 2 * about;
  }, 0);
  const variance = n < 2 ? null : ((n / (n - 1)) * spread) / effect.weight ** 2;
  return estimateByT(value, { variance, df: n - 1, isCensus: false }, effect);
}
