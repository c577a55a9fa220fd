import { z95 } from '../distributions.js';

/** How sure a share from a survey is to be. */
export interface SamplePlan {
  /** How many people there are, at least 1; null: very many. */
  readonly population: number | null;
  /** The share expected, 0 to 1; 0.5 unless said, for which most are needed. */
  readonly share?: number;
  /** How much weights and clusters inflate the variance, > 0; 1 unless said. */
  readonly designEffect?: number;
}

/**
 * How many respondents give a share ± `margin` (0 to 1; 0.05 unless said) with 95 % confidence: z² p(1 − p) N / (d² (N − 1) + z² p(1 − p)),
 * design effect on p(1 − p); of very many people z² p(1 − p) / d². Not rounded: the published table takes the nearest whole number,
 * who wants no less takes the next. Normal approximation.
 *
 * Source: Krejcie & Morgan 1970, Educational and Psychological Measurement 30:607–610 (AT-17).
 * @throws RangeError for an impossible population, share, margin or design effect
 */
export function requiredSample(plan: SamplePlan & { readonly margin?: number }): number {
  const { margin = 0.05 } = plan;
  if (!(margin > 0 && margin < 1)) throw new RangeError(`Not a margin: ${margin}`);
  const simple = (z95 ** 2 * spreadOf(plan)) / margin ** 2;
  return plan.population === null ? simple : (simple * plan.population) / (plan.population - 1 + simple);
}

/**
 * The margin by which a share from `n` respondents may be off, 95 %, 0 to 1: z sqrt(deff p(1 − p)/n · (N − n)/(N − 1)). For
 * plans and for a survey as a whole; an answer has its own interval. Null of nobody. The inverse of `requiredSample`.
 *
 * Source: domain note 6.2.
 * @throws RangeError for an impossible plan, or more respondents than people
 */
export function marginOfError(n: number, plan: SamplePlan): number | null {
  const { population } = plan;
  const spread = spreadOf(plan);
  if (!(n >= 0 && n < Infinity) || (population !== null && n > population))
    throw new RangeError(`${n} of ${population}`);
  if (n === 0) return null;
  if (population === n) return 0;
  const left = population === null ? 1 : (population - n) / (population - 1);
  return z95 * Math.sqrt((spread / n) * left);
}

function spreadOf({ population, share = 0.5, designEffect = 1 }: SamplePlan): number {
  const isShare = share >= 0 && share <= 1;
  const isPeople = population === null || (population >= 1 && population < Infinity);
  if (!isShare || !isPeople || !(designEffect > 0 && designEffect < Infinity)) {
    throw new RangeError('No such sample can be planned');
  }
  return designEffect * share * (1 - share);
}
