import { compareShares, welch } from '#statistics';
import type { Comparison } from '#statistics';
import { sampleBehind } from './estimate.js';
import type { Estimate } from './estimate.js';

/** What became of a figure between two cycles, of independent samples. Both changes are printed with their unit. */
export interface Change {
  /** now − before, in points (percentage points for a share), unrounded. */
  readonly points: number;
  /** The same in percent of before; null when before is 0 or below: there is nothing to be a percentage of. */
  readonly relative: number | null;
  /** In points. Null when chance can not be judged. */
  readonly comparison: Comparison | null;
}

/**
 * The change of one figure between two cycles whose respondents were drawn independently.
 * Shares are compared by Newcombe's interval, means and net promoters by Welch. A side whose answers are all the same, or only one,
 * shows no spread: then means are not compared (comparison null), as ten happy customers can not prove that all are.
 *
 * Not for centres measured in both cycles: those are pairs (`paired`; domain note 6.5).
 * @throws RangeError when one is a share and the other a mean: that is AT-05's +4
 */
export function changeBetween(now: Estimate, before: Estimate): Change {
  if (now.kind !== before.kind) throw new RangeError(`A ${now.kind} can not be compared with a ${before.kind}`);
  const comparison =
    now.kind === 'share' ? sharesCompared(now, before) : welch(sampleBehind(now), sampleBehind(before));
  return { points: now.value - before.value, relative: relativeChange(now.value, before.value), comparison };
}

/** The change in percent of before, or null when before is 0 or below. */
export function relativeChange(now: number, before: number): number | null {
  return before > 0 ? (100 * (now - before)) / before : null;
}

function sharesCompared(now: Estimate, before: Estimate): Comparison | null {
  const comparison = compareShares(choosersOf(now), now.n, choosersOf(before), before.n);
  if (!comparison) return null;
  const { difference, standardError, interval } = comparison;
  return {
    ...comparison,
    difference: 100 * difference,
    standardError: 100 * standardError,
    interval: { low: 100 * interval.low, high: 100 * interval.high },
  };
}

function choosersOf({ value, n }: Estimate): number {
  return Math.round((value * n) / 100);
}
