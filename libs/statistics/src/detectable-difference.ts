import { normalQuantile } from './distributions.js';

/** What a comparison of two independent results has to work with. */
export interface ComparisonPlan {
  /** Sample variance of one answer now, in squared units; null: not known. */
  readonly variancePerAnswerNow: number | null;
  readonly nNow: number;
  readonly variancePerAnswerBefore: number | null;
  readonly nBefore: number;
  /** How often a real difference of that size is to be found; 0.8 unless said. */
  readonly power?: number;
  /** How often no difference may be taken for one, two-sided; 0.05 unless said. */
  readonly alpha?: number;
  /** How much clustering and weights inflate the variance, > 0; 1 unless said. */
  readonly designEffect?: number;
}

/**
 * The smallest true difference such a comparison would find with that power, in the units of the scores:
 * (z(1 − alpha/2) + z(power)) · sqrt(varianceNow/nNow + varianceBefore/nBefore) · sqrt(designEffect).
 * To be printed next to every "no detectable change". Normal approximation: a little small below some 30 answers.
 *
 * Null when a variance is unknown, a side has no answers, or no answer differs from another: 0 would claim to see everything.
 * Source: domain note 6.5, which it generalises to unequal variances and numbers.
 * @throws RangeError when variances, numbers, power (0–1), alpha (0–1) or design effect are impossible
 */
export function detectableDifference(plan: ComparisonPlan): number | null {
  const { variancePerAnswerNow, nNow, variancePerAnswerBefore, nBefore } = plan;
  const { power = 0.8, alpha = 0.05, designEffect = 1 } = plan;
  if (variancePerAnswerNow === null || variancePerAnswerBefore === null) return null;
  const numbers = [variancePerAnswerNow, nNow, variancePerAnswerBefore, nBefore];
  const possible = numbers.every((number) => number >= 0 && number < Infinity) && designEffect > 0;
  if (!possible || !isShare(power) || !isShare(alpha)) throw new RangeError('No such comparison can be planned');
  if (nNow === 0 || nBefore === 0) return null;
  const variance = (variancePerAnswerNow / nNow + variancePerAnswerBefore / nBefore) * designEffect;
  if (variance === 0) return null;
  return (normalQuantile(1 - alpha / 2) + normalQuantile(power)) * Math.sqrt(variance);
}

function isShare(value: number): boolean {
  return value > 0 && value < 1;
}
