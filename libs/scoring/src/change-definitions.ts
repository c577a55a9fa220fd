import { meanOf } from '#statistics';
import { relativeChange } from './change.js';

/** One agency's figure in two cycles. */
export interface BeforeAndNow {
  readonly before: number;
  readonly now: number;
}

/*
 * "Improved by 9 %" can mean any of three numbers (AT-23). Each has its own function, and is printed with its name.
 * Null when there are no agencies.
 */

/**
 * D1: the mean of the agencies' relative changes, in percent: every agency counts the same, small figures pull hard.
 * Null also when an agency started at 0 or below: leaving it out would be a mean over others than said.
 */
export function meanOfRelativeChanges(pairs: readonly BeforeAndNow[]): number | null {
  const changes = pairs.map(({ before, now }) => relativeChange(now, before)).filter((change) => change !== null);
  return changes.length === pairs.length ? meanOf(changes) : null;
}

/** D2: the relative change of the agencies' mean, in percent. Null also when they started at a mean of 0 or below. */
export function relativeChangeOfMean(pairs: readonly BeforeAndNow[]): number | null {
  const before = meanOf(pairs.map((pair) => pair.before));
  const now = meanOf(pairs.map((pair) => pair.now));
  return before === null || now === null ? null : relativeChange(now, before);
}

/** D3: the mean change in points. */
export function meanChangeInPoints(pairs: readonly BeforeAndNow[]): number | null {
  return meanOf(pairs.map(({ before, now }) => now - before));
}
