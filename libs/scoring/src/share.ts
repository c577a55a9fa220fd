import { wilsonInterval } from '#statistics';
import { answersIn } from './counts.js';
import type { Counts } from './counts.js';
import type { Estimate } from './estimate.js';

/**
 * The share of answers that are one of the chosen options, in percent, or null when nobody answered.
 * Interval: Wilson's, honest at 0 % and 100 % too. Variance: 100² p(1 − p)/(n − 1), as of a mean of zeros and hundreds.
 *
 * Source: domain note 6.3.
 * @param chosen indices of options, none twice
 * @throws RangeError for options the item does not have, or impossible counts
 */
export function shareOf(counts: Counts, chosen: readonly number[]): Estimate | null {
  if (new Set(chosen).size !== chosen.length || chosen.some((option) => counts[option] === undefined)) {
    throw new RangeError(`Not options of this item: ${chosen.join(', ')}`);
  }
  const n = answersIn(counts);
  const successes = chosen.reduce((sum, option) => sum + (counts[option] ?? 0), 0);
  const wilson = wilsonInterval(successes, n);
  if (!wilson) return null;
  const isUnanimous = successes === 0 || successes === n;
  const variance = isUnanimous ? null : (100 ** 2 * (successes / n) * ((n - successes) / n)) / (n - 1);
  return {
    kind: 'share',
    value: (100 * successes) / n,
    n,
    variance,
    variancePerAnswer: variance && variance * n,
    interval: { low: 100 * wilson.low, high: 100 * wilson.high },
  };
}

/**
 * The share of the two best options ("top-2 box"), in percent. A different number from the mean of the same answers (AT-05).
 * @throws RangeError for fewer than three options: of two it would be everybody
 */
export function topTwoBoxOf(counts: Counts): Estimate | null {
  if (counts.length < 3) throw new RangeError('The two best options are a part only of three or more');
  return shareOf(counts, [counts.length - 2, counts.length - 1]);
}

/**
 * The share of answers better than the middle of the scale, in percent ("agree" and "strongly agree"; domain note 5.2).
 * With four or five options the same as the top-2 box; with seven it is the three best.
 * @throws RangeError for fewer than two options
 */
export function positiveShareOf(counts: Counts): Estimate | null {
  const middle = (counts.length - 1) / 2;
  if (middle < 0.5) throw new RangeError('A scale has at least two options');
  return shareOf(
    counts,
    counts.map((_, option) => option).filter((option) => option > middle),
  );
}
