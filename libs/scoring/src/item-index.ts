import { sampleOf } from '#statistics';
import { estimateOfMean } from './estimate.js';
import type { Estimate } from './estimate.js';
import type { Score } from './score.js';

/**
 * An index of several items: each respondent's mean over the items, then the mean of the respondents. Who left an item
 * unanswered (null) is not counted, all items are needed; `n` counts those who remain. Null when nobody remains.
 * Interval as of `meanOfScale`.
 *
 * Source: engagement index of the UK Civil Service People Survey (AT-01); domain note 5.2.
 * @param respondents scores 0 to 100, the same items in each
 * @throws RangeError when respondents have different numbers of items, or a score is not 0 to 100
 */
export function indexOfItems(respondents: readonly (readonly (Score | null)[])[]): Estimate | null {
  const items = respondents[0]?.length ?? 0;
  if (respondents.some((scores) => scores.length !== items))
    throw new RangeError('Every respondent has the same items');
  const own = respondents.map(scoreOverAll).filter((score) => score !== null);
  const sample = sampleOf(own);
  return sample && estimateOfMean(sample, 0, 100);
}

function scoreOverAll(scores: readonly (Score | null)[]): Score | null {
  let sum = 0;
  for (const score of scores) {
    if (score === null) return null;
    if (!(score >= 0 && score <= 100)) throw new RangeError(`Not a score of 0 to 100: ${score}`);
    sum += score;
  }
  return scores.length === 0 ? null : sum / scores.length;
}

/**
 * The index from the published shares of each option when the counts are not published: Σ share · points / Σ share, with equally
 * spaced points from 0 to 100. Rounded shares give a rounded index, and no interval. Null when the shares sum to 0.
 *
 * Source: organisation A of AT-01.
 * @param shares in percent or as parts of one, index 0 the worst option; they are divided by their own sum
 * @throws RangeError for fewer than two options or a share below 0
 */
export function indexOfShares(shares: readonly number[]): Score | null {
  const steps = shares.length - 1;
  if (steps < 1 || !shares.every((share) => share >= 0 && share < Infinity)) {
    throw new RangeError('An index needs shares ≥ 0 of two or more options');
  }
  let points = 0;
  let whole = 0;
  shares.forEach((share, step) => {
    points += share * step;
    whole += share;
  });
  return whole === 0 ? null : (100 * points) / (steps * whole);
}
