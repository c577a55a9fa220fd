import { intervalWithin, meanInterval } from '#statistics';
import type { Interval, Sample } from '#statistics';

/** A figure from a sample of answers, with what is known of its uncertainty. */
export interface Estimate {
  /** What the value is; only the same kinds may be compared. */
  readonly kind: 'mean' | 'share' | 'netPromoter';
  /** Unrounded: a mean in the points of its scale (0 to 100), a share in percent, net promoters −100 to 100. */
  readonly value: number;
  /** Answers (respondents, for an index) it rests on; at least 1. */
  readonly n: number;
  /**
   * Sampling variance of the value, in squared units; its root is the standard error.
   * Null when the answers show no spread to judge it by: only one, or all the same.
   */
  readonly variance: number | null;
  /** Sample variance s² (n − 1) of one answer, in squared units, for comparing and planning; null as `variance`. */
  readonly variancePerAnswer: number | null;
  /** 95 %; how it is computed is said where the estimate is made. Null: no honest one can be given. */
  readonly interval: Interval | null;
}

/** A mean as an estimate: variance s²/n, Student's t interval, cut to the scale. */
export function estimateOfMean(sample: Sample, lowest: number, highest: number): Estimate {
  const interval = meanInterval(sample);
  const spread = sample.variance === 0 ? null : sample.variance; // all the same: a spread of 0 would claim certainty
  return {
    kind: 'mean',
    value: sample.mean,
    n: sample.n,
    variance: spread === null ? null : spread / sample.n,
    variancePerAnswer: spread,
    interval: interval && intervalWithin(interval, lowest, highest),
  };
}

/** The sample behind an estimate, as comparisons of means take it. */
export function sampleBehind({ value, variancePerAnswer, n }: Estimate): Sample {
  return { mean: value, variance: variancePerAnswer, n };
}
