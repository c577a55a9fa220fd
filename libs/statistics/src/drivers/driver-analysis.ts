import type { Interval } from '../interval.js';

/** What moves an outcome, driver by driver. Not causes: who is happy may rate everything higher. */
export interface DriverAnalysis {
  /** Respondents, whatever they weigh. */
  readonly n: number;
  /** How many of equal weight would tell as much; the tests rest on it. */
  readonly effectiveN: number;
  /** effectiveN − drivers − 1. */
  readonly df: number;
  /** The outcome where all drivers are 0. */
  readonly intercept: number;
  /** The part of the outcome's variance that the drivers explain together, 0 to 1. */
  readonly rSquared: number;
  /** The same, less what as many drivers would explain by chance; may fall below 0. */
  readonly adjustedRSquared: number;
  /** Standard deviation of what is left, in units of the outcome. */
  readonly residualSpread: number;
  /** How `importance` was found: Shapley shares up to ten drivers, Johnson's relative weights beyond. */
  readonly method: 'shapley' | 'relativeWeights';
  /** sqrt(largest / smallest eigenvalue of the drivers' correlations), at least 1. */
  readonly conditionIndex: number;
  /** Whether drivers are so alike (an inflation above 5, or a condition index above 30) that single coefficients mean little. */
  readonly collinear: boolean;
  /** In the order asked for. */
  readonly drivers: readonly Driver[];
}

export interface Driver {
  /** Its place among the questions. */
  readonly question: number;
  /** With the outcome, other drivers left aside; −1 to 1. */
  readonly correlation: number;
  /** By how much the outcome differs where this driver is one higher and the others are equal. */
  readonly coefficient: number;
  /** Of the coefficient; null: the drivers explain the outcome without rest, so that nothing tells chance. */
  readonly standardError: number | null;
  /** Of the coefficient, 95 %, Student's t; null as `standardError`. */
  readonly interval: Interval | null;
  /** Two-sided, that the coefficient is not 0; null as `standardError`. */
  readonly p: number | null;
  /** The coefficient in standard deviations of both. */
  readonly standardized: number;
  /** Of `standardized`, the standard deviations taken as known; null as `standardError`. */
  readonly standardizedInterval: Interval | null;
  /** Variance inflation factor, 1 / (1 − R² of this driver on the others): 1 when it is like none of them. */
  readonly inflation: number;
  /** Its part of R², ≥ 0; all sum to R². */
  readonly importance: number;
}

/**
 * Why there is no analysis:
 * - nobodyAnswered: no respondents with a weight
 * - outcomeAlike: all gave the same answer to the outcome
 * - driversAlike: all gave the same answer to these questions
 * - tooFewRespondents: not more (by their effective number) than drivers + 1
 * - driversDependent: these can be computed from each other (one asked twice, or a sum beside its parts)
 */
export type DriverFault =
  | { readonly code: 'nobodyAnswered' }
  | { readonly code: 'outcomeAlike' }
  | { readonly code: 'driversAlike'; readonly questions: readonly number[] }
  | { readonly code: 'tooFewRespondents'; readonly effectiveN: number; readonly needed: number }
  | { readonly code: 'driversDependent'; readonly questions: readonly number[] };
