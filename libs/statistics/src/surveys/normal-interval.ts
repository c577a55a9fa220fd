import { z95 } from '../distributions.js';
import type { Interval } from '../interval.js';
import type { WeightedEstimate } from './weighted-estimate.js';

/**
 * The 95 % interval by the normal distribution, value ± 1.96 standard errors, as R's `confint` prints for surveys unless it is told
 * the degrees of freedom; too narrow where those are few. Null where the estimate's own interval is.
 */
export function normalInterval({ value, standardError, interval }: WeightedEstimate): Interval | null {
  if (interval === null || standardError === null) return null;
  return { low: value - z95 * standardError, high: value + z95 * standardError };
}
