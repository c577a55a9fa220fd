import { intervalWithin, z95 } from '#statistics';
import type { Interval } from '#statistics';
import { answersIn } from './counts.js';
import type { Counts } from './counts.js';
import type { Estimate } from './estimate.js';

/** Net promoters (−100 to 100) with what they are made of. */
export interface NetPromoter extends Estimate {
  /** Answers 9–10, 7–8 and 0–6. */
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
  /** The adjusted Wald estimate, better in small samples; honest also when all answers are alike. */
  readonly adjusted: NetPromoterAdjusted;
}

export interface NetPromoterAdjusted {
  readonly value: number;
  readonly standardError: number;
  readonly interval: Interval;
}

/**
 * Promoters less detractors in percent of the answers to a 0–10 question, or null when nobody answered.
 * Variance 100² [p + d − (p − d)²]/n and interval value ± 1.96 · its root (Wald), cut to −100…100; null when all answers fall in one
 * group, or there is only one.
 * `variancePerAnswer` is n/(n − 1) times variance · n: as the other estimates', for comparing.
 *
 * `adjusted` adds 3 answers, ¾ of one to promoters and ¾ to detractors (Rocks 2016), and so is never ±0.
 * Source: domain note 6.4 (AT-22).
 * @throws RangeError unless there are eleven counts, for 0 to 10
 */
export function netPromoterOf(counts: Counts): NetPromoter | null {
  if (counts.length !== 11) throw new RangeError('Net promoters need counts for the answers 0 to 10');
  const n = answersIn(counts);
  if (n === 0) return null;
  const detractors = answersIn(counts.slice(0, 7));
  const promoters = answersIn(counts.slice(9));
  const plain = waldOf(promoters, detractors, n);
  const variance = n < 2 || plain.standardError === 0 ? null : plain.standardError ** 2;
  return {
    kind: 'netPromoter',
    value: plain.value,
    n,
    variance,
    variancePerAnswer: variance && (variance * n ** 2) / (n - 1),
    interval: variance === null ? null : plain.interval,
    promoters,
    passives: n - promoters - detractors,
    detractors,
    adjusted: waldOf(promoters + 0.75, detractors + 0.75, n + 3),
  };
}

function waldOf(promoters: number, detractors: number, n: number): NetPromoterAdjusted {
  const value = (100 * (promoters - detractors)) / n;
  const perAnswer = (promoters + detractors) / n - ((promoters - detractors) / n) ** 2;
  const standardError = 100 * Math.sqrt(Math.max(0, perAnswer) / n);
  const reach = z95 * standardError;
  return { value, standardError, interval: intervalWithin({ low: value - reach, high: value + reach }, -100, 100) };
}
