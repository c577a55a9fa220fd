import type { Score } from '../score.js';

/**
 * A score as flat arrays hold it: 0 to 100, or one of two marks below 0. Marks and not null, so that the scores of a unit fit
 * into one array of numbers; they never leave this folder.
 */
export type Held = number;

/** It should have a score, and has none. */
export const missing: Held = -1;

/** It is not judged in this unit. */
export const notApplicable: Held = -2;

export const isScored = (held: Held): boolean => held >= 0;

export const scoreOrNull = (held: Held): Score | null => (held < 0 ? null : held);

/**
 * The weighted mean of what has a score from `start` up to `end` (excluded). It never leaves the range of the scores, whatever
 * floats do. Nothing scored: missing when anything is missing, else not applicable.
 */
export function arithmeticMean(scores: Float64Array, weights: Float64Array, start: number, end: number): Held {
  let points = 0;
  let weight = 0;
  let lowest = Infinity;
  let highest = -Infinity;
  let without = notApplicable;
  for (let at = start; at < end; at += 1) {
    const score = scores[at]!;
    if (score < 0) {
      if (score === missing) without = missing;
      continue;
    }
    points += weights[at]! * score;
    weight += weights[at]!;
    if (score < lowest) lowest = score;
    if (score > highest) highest = score;
  }
  return weight === 0 ? without : Math.min(highest, Math.max(lowest, points / weight));
}

/** Below this a score counts as this in a geometric mean, where one zero would make the whole zero (domain note 6.1). */
export const geometricFloor = 1;

/** The weighted geometric mean Π x^(w/Σw) of what has a score, from `start` up to `end` (excluded); otherwise as `arithmeticMean`. */
export function geometricMean(scores: Float64Array, weights: Float64Array, start: number, end: number): Held {
  const logarithms = scores.map((score) => (score < 0 ? score : Math.log(Math.max(geometricFloor, score))));
  const mean = arithmeticMean(logarithms, weights, start, end);
  if (mean < 0) return mean;
  const floored = [...scores.subarray(start, end)].filter(isScored).map((score) => Math.max(geometricFloor, score));
  return Math.min(Math.max(...floored), Math.max(Math.min(...floored), Math.exp(mean)));
}
