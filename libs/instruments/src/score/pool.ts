import { scoreOf, type Score, type Weighed } from '#scoring';
import type { Pool } from './plan.js';

/** What a counted item brings into the pools it is in. */
export interface Contribution {
  /** Null: it does not apply, or was not answered. 0 to pull. */
  readonly earned: number | null;
  readonly pull: number;
}

/**
 * The score of a pool: in each group 100 Σ earned / Σ pull over what applies, then the groups' weighted mean over those
 * in which something applies (domain note 4.3). Null: nothing applies, or nothing of what applies has a weight.
 */
export function scoreOfPool({ groups }: Pool, contributions: readonly Contribution[]): Score | null {
  const weighed = groups.map(({ weight, items }) => ({ weight, score: scoreOfGroup(items, contributions) }));
  return weightedMeanOf(weighed);
}

/** The weighted mean of what applies; never above 100 by the last digit of a machine's number. */
export function weightedMeanOf(parts: readonly Weighed[]): Score | null {
  if (parts.length === 1 && parts[0] && parts[0].weight > 0) return parts[0].score;
  const mean = scoreOf(parts);
  return mean === null ? null : Math.min(100, mean);
}

function scoreOfGroup(items: readonly number[], contributions: readonly Contribution[]): Score | null {
  let earned = 0;
  let pull = 0;
  for (const at of items) {
    const one = contributions[at];
    if (!one || one.earned === null) continue;
    earned += one.earned;
    pull += one.pull;
  }
  // 100 · w ÷ w is not always 100 to the last digit of a machine's number.
  return pull === 0 ? null : Math.min(100, (100 * earned) / pull);
}

/** Adds to `weights`, at each item's position, its part of a pool that has the given part of the whole. */
export function addWeights(
  { groups }: Pool,
  part: number,
  contributions: readonly Contribution[],
  weights: number[],
): void {
  const pulls = groups.map(({ items }) => pullOf(items, contributions));
  const whole = groups.reduce((sum, { weight }, at) => sum + ((pulls[at] ?? 0) > 0 ? weight : 0), 0);
  if (whole === 0) return;
  groups.forEach(({ weight, items }, at) => {
    for (const item of items) {
      const one = contributions[item];
      if (!one || one.earned === null) continue;
      weights[item] = (weights[item] ?? 0) + (part * weight * one.pull) / (whole * (pulls[at] ?? 1));
    }
  });
}

function pullOf(items: readonly number[], contributions: readonly Contribution[]): number {
  let pull = 0;
  for (const at of items) {
    const one = contributions[at];
    if (one && one.earned !== null) pull += one.pull;
  }
  return pull;
}
