import { tQuantile } from './distributions.js';
import type { Interval } from './interval.js';
import type { Sample } from './sample.js';

/**
 * The 95 % interval of a mean, mean ± t(0.975, n − 1) · s / √n, or null when the sample shows no spread: fewer than two values,
 * or all equal. Three customers who all said 100 do not prove a score of 100 ± 0.
 */
export function meanInterval({ mean, variance, n }: Sample): Interval | null {
  if (variance === null || variance === 0 || n < 2) return null;
  const reach = tQuantile(0.975, n - 1) * Math.sqrt(variance / n);
  return { low: mean - reach, high: mean + reach };
}
