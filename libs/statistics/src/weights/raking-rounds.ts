import type { Caps } from './rake-input.js';

/** What one dimension is raked to. */
export interface Aim {
  /** For each cell, the place of its category among the totals. */
  readonly categories: Int32Array;
  /** The people each category is to stand for. */
  readonly totals: Float64Array;
}

/** Where rounds ended. */
export interface RoundsEnd {
  readonly rounds: number;
  readonly converged: boolean;
}

/** The lowest and the highest weight, in people. */
export type Bounds = Caps;

/**
 * Post-stratifies each margin in turn until a whole round changes no category (and, within bounds, no cell) by `epsilon` people.
 * Changes `weights` in place. With bounds each round ends by cutting to them, so that they hold whatever is left of the margins.
 */
export function rakeInPlace(
  weights: Float64Array,
  counts: Float64Array,
  aims: readonly Aim[],
  { most, epsilon, bounds }: { readonly most: number; readonly epsilon: number; readonly bounds: Bounds | null },
): RoundsEnd {
  for (let rounds = 1; rounds <= most; rounds += 1) {
    let change = 0;
    for (const aim of aims) change = Math.max(change, fit(weights, counts, aim));
    if (bounds) change = Math.max(change, cut(weights, counts, bounds));
    if (change < epsilon) return { rounds, converged: true };
  }
  return { rounds: most, converged: false };
}

/** Makes the cells of each category stand for its total; the most people that changed in one category. */
function fit(weights: Float64Array, counts: Float64Array, aim: Aim): number {
  const sums = peopleBy(weights, counts, aim);
  for (let cell = 0; cell < weights.length; cell += 1) {
    const category = aim.categories[cell]!;
    const sum = sums[category]!;
    // Divided first, lest it overflow. A category that underflowed stays at 0, and the report says what is missing.
    if (sum > 0) weights[cell] = (weights[cell]! / sum) * aim.totals[category]!;
  }
  return largestDifference(sums, aim);
}

/** Cuts weights to their bounds; the most people that changed in one cell. */
function cut(weights: Float64Array, counts: Float64Array, { low, high }: Bounds): number {
  let change = 0;
  for (let cell = 0; cell < weights.length; cell += 1) {
    const weight = weights[cell]!;
    const within = Math.min(high, Math.max(low, weight));
    change = Math.max(change, Math.abs(within - weight) * counts[cell]!);
    weights[cell] = within;
  }
  return change;
}

/** The people each category stands for now. */
export function peopleBy(weights: Float64Array, counts: Float64Array, { categories, totals }: Aim): Float64Array {
  const sums = new Float64Array(totals.length);
  for (let cell = 0; cell < weights.length; cell += 1) sums[categories[cell]!]! += weights[cell]! * counts[cell]!;
  return sums;
}

/** The largest distance between what categories stand for and what they are to. */
export function largestDifference(sums: Float64Array, { totals }: Aim): number {
  return totals.reduce((most, total, category) => Math.max(most, Math.abs(total - sums[category]!)), 0);
}
