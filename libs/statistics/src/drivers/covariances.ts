import { requireGroup, weighs, weightingEffect } from '../weights/weighting-effect.js';
import type { WeightingEffect } from '../weights/weighting-effect.js';
import { requireCrossProducts } from './cross-products.js';
import type { CrossProducts, WeightedCrossProducts } from './cross-products.js';

/** Weighted means and covariances of all questions. */
export interface Covariances {
  readonly effect: WeightingEffect;
  readonly means: readonly number[];
  /** Divided by Σ w; symmetric. Exactly 0 on the diagonal of a question to which everybody gave the same answer. */
  readonly matrix: readonly (readonly number[])[];
}

/**
 * Means and covariances from the cross products of weighting cells, or null when nobody weighs. Each cell's own part is computed
 * in whole numbers, n Σxy − Σx Σy, and the rest from its distance to the mean of all: nothing cancels.
 * @throws RangeError for impossible weights or cross products, or cells of different questions
 */
export function covariancesOf(cells: readonly WeightedCrossProducts[]): Covariances | null {
  const questions = cells[0]?.sums.length ?? 0;
  const groups = cells.map((cell) => {
    requireCrossProducts(cell, questions);
    const group = { weight: cell.weight ?? 1, count: cell.n };
    requireGroup(group);
    return { ...group, cell };
  });
  const effect = weightingEffect(groups);
  if (!effect) return null;
  const parts = groups.filter(weighs).map(({ weight, cell }) => ({
    ...{ cell, share: (weight / effect.weight) * cell.n },
    means: cell.sums.map((sum) => sum / cell.n),
  }));
  const means = Array.from({ length: questions }, (_, at) =>
    parts.reduce((sum, part) => sum + part.share * (part.means[at] ?? 0), 0),
  );
  const covariance = (i: number, j: number) =>
    parts.reduce((sum, { cell, share, means: own }) => {
      const between = ((own[i] ?? 0) - (means[i] ?? 0)) * ((own[j] ?? 0) - (means[j] ?? 0));
      return sum + share * (withinOf(cell, i, j) + between);
    }, 0);
  const lower = means.map((_, i) => means.slice(0, i + 1).map((_mean, j) => covariance(i, j)));
  const matrix = means.map((mean, i) =>
    means.map((other, j) => withoutNoise(lower[Math.max(i, j)]?.[Math.min(i, j)] ?? 0, mean, other)),
  );
  return { effect, means, matrix };
}

/** The covariance within one cell, divided by n; the difference is taken in whole numbers of any size. */
function withinOf({ n, sums, products }: CrossProducts, i: number, j: number): number {
  const product = BigInt(products[Math.max(i, j)]?.[Math.min(i, j)] ?? 0);
  const difference = BigInt(n) * product - BigInt(sums[i] ?? 0) * BigInt(sums[j] ?? 0);
  return Number(difference) / n ** 2;
}

/** What floats make of means that are equal, squared, is far below the spread one differing respondent among millions gives. */
function withoutNoise(covariance: number, mean: number, other: number): number {
  return Math.abs(covariance) <= 1e-26 * Math.abs(mean * other) ? 0 : covariance;
}
