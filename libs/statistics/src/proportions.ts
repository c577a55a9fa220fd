import { normalTwoSidedP, z95 } from './distributions.js';
import type { Comparison } from './comparison.js';
import type { Interval } from './interval.js';

/**
 * Wilson's 95 % score interval of a share (0 to 1), or null when nobody was asked.
 * For weighted answers pass the effective numbers, which need not be whole.
 *
 * Source: Wilson 1927; Newcombe 1998, Statistics in Medicine 17:857–872, method 3.
 * @throws RangeError when `successes` is not between 0 and `n`
 */
export function wilsonInterval(successes: number, n: number): Interval | null {
  requireCounts(successes, n);
  if (n === 0) return null;
  const p = successes / n;
  const z2 = z95 ** 2;
  const centre = p + z2 / (2 * n);
  const reach = z95 * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n ** 2));
  const scale = 1 + z2 / n;
  return {
    low: successes === 0 ? 0 : Math.max(0, (centre - reach) / scale), // exactly 0: floats leave ±1e-17
    high: successes === n ? 1 : Math.min(1, (centre + reach) / scale),
  };
}

/**
 * Newcombe's hybrid 95 % interval of the difference p1 − p2 of two independent shares (−1 to 1),
 * or null when one side asked nobody.
 *
 * Source: Newcombe 1998, Statistics in Medicine 17:873–890, method 10 (no continuity correction).
 * @throws RangeError when successes are not between 0 and n
 */
export function newcombeInterval(s1: number, n1: number, s2: number, n2: number): Interval | null {
  const one = wilsonInterval(s1, n1);
  const two = wilsonInterval(s2, n2);
  if (!one || !two) return null;
  const p1 = s1 / n1;
  const p2 = s2 / n2;
  const difference = p1 - p2;
  return {
    low: difference - Math.hypot(p1 - one.low, two.high - p2),
    high: difference + Math.hypot(one.high - p1, p2 - two.low),
  };
}

/**
 * Two independent shares compared: p1 − p2 (−1 to 1) with Newcombe's interval, and the two-sided p of the pooled z test
 * (the chi-square test of the 2×2 table without continuity correction; R: `prop.test(correct = FALSE)`).
 * Standard error and z are those of the test. Interval and p are two methods: on the very border they can disagree.
 * Null when one side asked nobody.
 */
export function compareShares(s1: number, n1: number, s2: number, n2: number): Comparison | null {
  const interval = newcombeInterval(s1, n1, s2, n2);
  if (!interval) return null;
  const difference = s1 / n1 - s2 / n2;
  const pooled = (s1 + s2) / (n1 + n2);
  const standardError = Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2));
  const z = standardError === 0 ? 0 : difference / standardError; // 0: everybody on both sides gave the same answer
  return { method: 'shares', difference, standardError, t: z, df: null, p: normalTwoSidedP(z), interval };
}

function requireCounts(successes: number, n: number): void {
  const possible = Number.isFinite(n) && successes >= 0 && successes <= n;
  if (!possible) throw new RangeError(`No share: ${successes} of ${n}`);
}
