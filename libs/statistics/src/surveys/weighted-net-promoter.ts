import { z95 } from '../distributions.js';
import { intervalWithin } from '../interval.js';
import type { Interval } from '../interval.js';
import { weightedShare } from './weighted-share.js';
import type { WeightedCounts } from './weighted-counts.js';

/** Net promoters of weighted answers: −100 to 100. */
export interface WeightedNetPromoter {
  readonly value: number;
  /** Weighted shares, 0 to 1, of answers 9–10, 7–8 and 0–6. */
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
  readonly n: number;
  readonly effectiveN: number;
  readonly designEffect: number;
  /** In points; 0 where all answers fall in one group. */
  readonly standardError: number;
  /** Wald's, 95 %, cut to −100…100; null where all answers fall in one group or there is only one: ±0 would claim certainty. */
  readonly interval: Interval | null;
  /** The adjusted Wald estimate, better in small samples; honest also when all answers are alike. */
  readonly adjusted: { readonly value: number; readonly standardError: number; readonly interval: Interval };
}

/**
 * Promoters less detractors in percent of the weighted answers to a 0–10 question, or null when nobody answered. Variance
 * 100² [p + d − (p − d)²]/n with Kish's effective number for n; with equal weights the figures of an unweighted survey.
 *
 * `adjusted` adds 3 answers, ¾ of one to promoters and ¾ to detractors (Rocks 2016), to the effective number.
 * Source: domain note 6.4 (AT-22).
 * @throws RangeError unless each cell has eleven counts, for 0 to 10; for impossible weights or counts
 */
export function weightedNetPromoter(cells: readonly WeightedCounts[]): WeightedNetPromoter | null {
  if (cells.some(({ counts }) => counts.length !== 11)) {
    throw new RangeError('Net promoters need counts for the answers 0 to 10');
  }
  const promoters = weightedShare(cells, [9, 10]);
  const passives = weightedShare(cells, [7, 8]);
  const detractors = weightedShare(cells, [0, 1, 2, 3, 4, 5, 6]);
  if (!promoters || !passives || !detractors) return null;
  const { n, effectiveN, designEffect } = promoters;
  const plain = waldOf(promoters.value, detractors.value, effectiveN);
  const more = effectiveN + 3;
  const withThree = (share: number) => (share * effectiveN + 0.75) / more;
  return {
    value: plain.value,
    promoters: promoters.value,
    passives: passives.value,
    detractors: detractors.value,
    n,
    effectiveN,
    designEffect,
    standardError: plain.standardError,
    interval: n < 2 || plain.standardError === 0 ? null : plain.interval,
    adjusted: waldOf(withThree(promoters.value), withThree(detractors.value), more),
  };
}

function waldOf(p: number, d: number, n: number): WeightedNetPromoter['adjusted'] {
  const value = 100 * (p - d);
  const standardError = 100 * Math.sqrt(Math.max(0, p + d - (p - d) ** 2) / n);
  const reach = z95 * standardError;
  return { value, standardError, interval: intervalWithin({ low: value - reach, high: value + reach }, -100, 100) };
}
