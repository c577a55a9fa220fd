import { tQuantile } from '../distributions.js';
import type { Interval } from '../interval.js';
import type { WeightingEffect } from '../weights/weighting-effect.js';
import type { LinearisedVariance } from './linearised-variance.js';

/** A figure from weighted respondents, with what chance could do to it. */
export interface WeightedEstimate {
  /** Unrounded, in the units of what was measured. */
  readonly value: number;
  /** Respondents it rests on, whatever they weigh; at least 1. */
  readonly n: number;
  /** How many respondents of equal weight would tell as much: Kish's, of the weights alone. */
  readonly effectiveN: number;
  /** n / effectiveN: 1 when all weigh the same. */
  readonly designEffect: number;
  /**
   * In the units of the value. 0: no spread was seen, or everybody was asked. Null: nothing to judge the spread by, because
   * a stratum has a single unit.
   */
  readonly standardError: number | null;
  /** Degrees of freedom of the interval; null: it does not come from Student's t. */
  readonly df: number | null;
  /**
   * 95 %; how it is computed is said where the estimate is made. Null: no honest one can be given, because nothing tells the
   * spread or all answers are alike. Only where everybody was asked is it the value itself.
   */
  readonly interval: Interval | null;
}

/** A mean, ratio or total as an estimate: value ± t(0.975, df) · standard error. */
export function estimateByT(value: number, spread: LinearisedVariance, effect: WeightingEffect): WeightedEstimate {
  const { n, effectiveN, designEffect } = effect;
  const { variance, isCensus } = spread;
  const standardError = variance === null ? null : Math.sqrt(variance);
  const df = spread.df > 0 ? spread.df : null;
  const known = { value, n, effectiveN, designEffect, standardError, df };
  if (isCensus) return { ...known, interval: { low: value, high: value } };
  if (!standardError || df === null) return { ...known, interval: null };
  const reach = tQuantile(0.975, df) * standardError;
  return { ...known, interval: { low: value - reach, high: value + reach } };
}
