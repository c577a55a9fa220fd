import { tQuantile, tTwoSidedP } from './distributions.js';
import type { Interval } from './interval.js';
import { sampleOf } from './sample.js';
import type { Sample } from './sample.js';

/** A difference of two results, with what chance alone could do to it. */
export interface Comparison {
  /** How it was compared, to be printed beside p: independent means, the same units twice (alone, or in clusters), shares, or strata. */
  readonly method: 'welch' | 'paired' | 'clustered' | 'shares' | 'stratified';
  /** In the units of what was compared; positive: the first is higher. */
  readonly difference: number;
  /** Of the difference, in the same units. */
  readonly standardError: number;
  /** difference ÷ standardError. */
  readonly t: number;
  /** Degrees of freedom, seldom whole; null: the normal distribution was used. */
  readonly df: number | null;
  /** Two-sided, 0 to 1. */
  readonly p: number;
  /** 95 %, of the difference. */
  readonly interval: Interval;
}

/**
 * A difference judged by Student's t distribution: difference ± t(0.975, df) · standardError.
 * @throws RangeError unless `standardError` and `df` are above 0
 */
export function comparisonByT(
  method: Comparison['method'],
  difference: number,
  standardError: number,
  df: number,
): Comparison {
  if (!(standardError > 0 && df > 0)) throw new RangeError(`No t test with standard error ${standardError}, df ${df}`);
  const t = difference / standardError;
  const reach = tQuantile(0.975, df) * standardError;
  const interval = { low: difference - reach, high: difference + reach };
  return { method, difference, standardError, t, df, p: tTwoSidedP(t, df), interval };
}

/**
 * The means of two independent samples compared, a − b, without assuming equal variances. Null when either has fewer than two
 * values or neither shows any spread: then nothing can be said about chance.
 *
 * Source: Welch 1947, degrees of freedom after Satterthwaite 1946; domain note 6.5. R: `t.test(a, b)`.
 */
export function welch(a: Sample, b: Sample): Comparison | null {
  if (a.n < 2 || b.n < 2 || a.variance === null || b.variance === null) return null;
  const ofA = a.variance / a.n;
  const ofB = b.variance / b.n;
  const variance = ofA + ofB;
  if (variance === 0) return null;
  // Shares of the variance, not the variances: their squares cannot underflow.
  const df = 1 / ((ofA / variance) ** 2 / (a.n - 1) + (ofB / variance) ** 2 / (b.n - 1));
  return comparisonByT('welch', a.mean - b.mean, Math.sqrt(variance), df);
}

/**
 * The same units measured twice: their differences (now − before) against no difference, with n − 1 degrees of freedom.
 * Null when there are fewer than two, and null when all are equal: no spread, so nothing to judge their mean by.
 *
 * Source: domain note 6.5. R: `t.test(now, before, paired = TRUE)`.
 */
export function paired(differences: readonly number[]): Comparison | null {
  const sample = sampleOf(differences);
  if (!sample?.variance) return null; // null: fewer than two; 0: all equal
  return comparisonByT('paired', sample.mean, Math.sqrt(sample.variance / sample.n), sample.n - 1);
}

/**
 * The same units measured twice, where units of one cluster move together (the centres of an agency): the mean of all
 * differences, each unit counting the same, with the spread taken between clusters and m − 1 degrees of freedom. Null with
 * fewer than two clusters, and when their means show no spread.
 *
 * Source: domain note 6.2, z_k = Σ_{i∈k} (d_i − d̄)/n, Var = m/(m − 1) Σ (z_k − z̄)². R: `survey::svymean` with ids.
 */
export function pairedInClusters(clusters: readonly (readonly number[])[]): Comparison | null {
  const filled = clusters.filter((differences) => differences.length > 0);
  const n = filled.reduce((sum, differences) => sum + differences.length, 0);
  if (filled.length < 2) return null;
  const sums = filled.map((differences) => differences.reduce((sum, one) => sum + one, 0));
  const mean = sums.reduce((sum, one) => sum + one, 0) / n;
  const shifts = filled.map((differences, at) => (sums[at]! - differences.length * mean) / n);
  const m = filled.length;
  const variance = (m / (m - 1)) * shifts.reduce((sum, shift) => sum + shift * shift, 0);
  return variance > 0 ? comparisonByT('clustered', mean, Math.sqrt(variance), m - 1) : null;
}
