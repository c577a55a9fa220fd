import { wilsonInterval } from '../proportions.js';
import type { Sample } from '../sample.js';
import { weightingEffect } from '../weights/weighting-effect.js';
import { unsampledShare } from './linearised-variance.js';
import type { LinearisedVariance } from './linearised-variance.js';
import { estimateByT } from './weighted-estimate.js';
import type { WeightedEstimate } from './weighted-estimate.js';

/** A part of the people of whom some were drawn at random, each with the same chance. */
export interface SampledStratum {
  /** N_h: how many people there are, ≥ 0. */
  readonly population: number;
  /** Their answers; null: nobody of them was asked. */
  readonly sample: Sample | null;
}

/** The same for a question of yes or no. */
export interface StratumOfShares {
  readonly population: number;
  readonly successes: number;
  readonly n: number;
}

/**
 * The mean of all people from a sample of each stratum: Σ W_h ȳ_h, W_h = N_h/N, variance Σ W_h² (1 − n_h/N_h) s_h²/n_h. Interval:
 * Student's t with n − strata degrees of freedom. Null when a stratum with people has no answers: nothing tells what they would say.
 *
 * Source: Cochran 1977, Sampling Techniques, 5.3–5.4; domain note 6.2.
 * @throws RangeError when fewer people are in a stratum than answered, or there is no end of them
 */
export function stratifiedMean(strata: readonly SampledStratum[]): WeightedEstimate | null {
  const peopled = strata.flatMap(({ population, sample }) => {
    if (!(population >= 0 && population < Infinity)) throw new RangeError(`Not a number of people: ${population}`);
    return population > 0 ? [{ population, sample }] : [];
  });
  const people = peopled.reduce((sum, { population }) => sum + population, 0);
  const parts = peopled.flatMap(({ population, sample }) => (sample ? [{ population, ...sample }] : []));
  const effect = weightingEffect(parts.map(({ population, n }) => ({ weight: population / n, count: n })));
  if (parts.length < peopled.length || !effect) return null;
  const value = parts.reduce((sum, { population, mean }) => sum + (population / people) * mean, 0);
  return estimateByT(value, spreadOf(parts, people), effect);
}

/**
 * The total of all people, N · mean, with standard error and interval N times those of the mean.
 * @throws RangeError as `stratifiedMean`
 */
export function stratifiedTotal(strata: readonly SampledStratum[]): WeightedEstimate | null {
  const mean = stratifiedMean(strata);
  if (!mean) return null;
  const people = strata.reduce((sum, { population }) => sum + population, 0);
  const { standardError, interval } = mean;
  return {
    ...mean,
    value: people * mean.value,
    standardError: standardError === null ? null : people * standardError,
    interval: interval && { low: people * interval.low, high: people * interval.high },
  };
}

/**
 * The share of all people (0 to 1) from a sample of each stratum, with the standard error of `stratifiedMean`. Interval: Wilson's, on
 * as many respondents as would give a simple sample that standard error, p(1 − p)/SE²; where all answers are alike, on Kish's
 * effective number. `effectiveN` and `designEffect` stay those of the weights.
 *
 * Source: domain note 6.2 and 6.3; Korn & Graubard 1998 for the effective number.
 * @throws RangeError as `stratifiedMean`, and unless 0 ≤ successes ≤ n
 */
export function stratifiedShare(strata: readonly StratumOfShares[]): WeightedEstimate | null {
  const estimate = stratifiedMean(
    strata.map(({ population, ...asked }) => ({ population, sample: sampleOfShare(asked) })),
  );
  if (!estimate) return null;
  const { standardError, effectiveN, interval } = estimate;
  const value = Math.min(1, Math.max(0, estimate.value));
  const isCensus = interval !== null && interval.low === interval.high;
  if (isCensus) return { ...estimate, value, df: null };
  const simple = standardError ? (value * (1 - value)) / standardError ** 2 : effectiveN;
  return { ...estimate, value, df: null, interval: wilsonInterval(value * simple, simple) };
}

/** The sample of ones and zeros behind a share; null of nobody. */
function sampleOfShare({ successes, n }: { readonly successes: number; readonly n: number }): Sample | null {
  const isPossible = Number.isSafeInteger(n) && Number.isSafeInteger(successes) && successes >= 0 && successes <= n;
  if (!isPossible) throw new RangeError(`No share: ${successes} of ${n}`);
  if (n === 0) return null;
  return { mean: successes / n, variance: n < 2 ? null : ((successes / n) * (n - successes)) / (n - 1), n };
}

function spreadOf(parts: readonly (Sample & { readonly population: number })[], people: number): LinearisedVariance {
  let variance: number | null = 0;
  let isCensus = true;
  for (const { population, n, variance: own } of parts) {
    const left = unsampledShare(n, population);
    if (left === 0) continue;
    isCensus = false;
    variance = variance === null || own === null ? null : variance + ((population / people) ** 2 * left * own) / n;
  }
  return { variance, df: parts.reduce((sum, { n }) => sum + n - 1, 0), isCensus };
}
