import { floatNoise } from './equality.js';

/** What a list of independent values says about their mean. */
export interface Sample {
  readonly mean: number;
  /** The sample variance s² (divided by n − 1), in squared units; null: one value tells no spread. */
  readonly variance: number | null;
  readonly n: number;
}

/**
 * The arithmetic mean, or null of no values. It never leaves the range of the values, whatever floats do.
 * @throws RangeError when a value is not a finite number
 */
export function meanOf(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  let sum = 0;
  let lowest = Infinity;
  let highest = -Infinity;
  for (const value of values) {
    if (!Number.isFinite(value)) throw new RangeError(`Not a number to average: ${value}`);
    sum += value;
    lowest = Math.min(lowest, value);
    highest = Math.max(highest, value);
  }
  return Math.min(highest, Math.max(lowest, sum / values.length));
}

/**
 * Mean, sample variance and number of values, or null of no values.
 * A spread that floats alone can make (a standard deviation below 10⁻⁹, or 10⁻⁹ of the largest value when that is above 1) is
 * none: otherwise agencies that all moved by exactly 0.1 would be "certain" to 15 digits.
 * @throws RangeError when a value is not a finite number
 */
export function sampleOf(values: readonly number[]): Sample | null {
  const mean = meanOf(values);
  if (mean === null) return null;
  const n = values.length;
  if (n < 2) return { mean, variance: null, n };
  let squares = 0;
  let largest = 0;
  for (const value of values) {
    squares += (value - mean) ** 2;
    largest = Math.max(largest, Math.abs(value));
  }
  const variance = squares / (n - 1);
  return { mean, variance: Math.sqrt(variance) <= floatNoise(largest) ? 0 : variance, n };
}
