import { answersIn } from './counts.js';
import type { Counts } from './counts.js';
import { estimateOfMean } from './estimate.js';
import type { Estimate } from './estimate.js';

/**
 * The mean of the answers on a scale, with the points given to its options: unless said equally spaced from 0 (worst) to 100
 * (best), 100 · k/(K − 1). Null when nobody answered.
 *
 * Interval: Student's t on the sample variance, cut to the scale. Null, not ±0, when only one answered or all answered the same:
 * three customers who all gave 100 do not prove 100, and an interval from no spread would say they do.
 *
 * Source: domain note 5.2; GOV.UK's user satisfaction (AT-04).
 * @throws RangeError for fewer than two options, points that do not match the options, or impossible counts
 */
export function meanOfScale(counts: Counts, points?: readonly number[]): Estimate | null {
  const steps = counts.length - 1;
  const scale = points ?? counts.map((_, step) => (100 * step) / steps);
  if (steps < 1 || scale.length !== counts.length || !scale.every((point) => Number.isFinite(point))) {
    throw new RangeError('A scale has at least two options, and points for each');
  }
  const n = answersIn(counts);
  if (n === 0) return null;
  // Equal spacing is summed in whole numbers and divided once: an exact half stays one, and rounds as published.
  const mean = points ? meanOfPoints(counts, points, n) : (100 * sumOf(counts, (step) => step)) / (steps * n);
  const squares = sumOf(counts, (step) => ((scale[step] ?? 0) - mean) ** 2);
  const variance = n < 2 ? null : squares / (n - 1);
  return estimateOfMean({ mean, variance, n }, Math.min(...scale), Math.max(...scale));
}

/** Never outside the chosen points, whatever floats do. */
function meanOfPoints(counts: Counts, points: readonly number[], n: number): number {
  const chosen = points.filter((_, option) => (counts[option] ?? 0) > 0);
  const mean = sumOf(counts, (option) => points[option] ?? 0) / n;
  return Math.min(Math.max(...chosen), Math.max(Math.min(...chosen), mean));
}

function sumOf(counts: Counts, worth: (option: number) => number): number {
  return counts.reduce((sum, count, option) => sum + count * worth(option), 0);
}
