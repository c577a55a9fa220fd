import { wilsonInterval } from '../proportions.js';
import { answersOf, optionsOf } from './weighted-counts.js';
import type { WeightedCounts } from './weighted-counts.js';
import type { WeightedEstimate } from './weighted-estimate.js';
import { weightedMean } from './weighted-mean.js';

/**
 * The weighted share (0 to 1) of answers that are one of the chosen options, or null when nobody answered. Standard error: linearised, as
 * of a mean of zeros and ones. Interval: Wilson's on Kish's effective number of respondents, honest at 0 and 1 too.
 *
 * Source: domain note 6.3.
 * @param chosen indices of options, none twice
 * @throws RangeError for options the question does not have, cells of different length, impossible weights or counts
 */
export function weightedShare(cells: readonly WeightedCounts[], chosen: readonly number[]): WeightedEstimate | null {
  const options = optionsOf(cells);
  if (options === null) return null;
  const areOptions = chosen.every((option) => Number.isInteger(option) && option >= 0 && option < options);
  if (!areOptions || new Set(chosen).size !== chosen.length) {
    throw new RangeError(`Not options of this question: ${chosen.join(', ')}`);
  }
  const mean = weightedMean(answersOf(cells, (option) => (chosen.includes(option) ? 1 : 0)));
  if (!mean) return null;
  return { ...mean, df: null, interval: wilsonInterval(mean.value * mean.effectiveN, mean.effectiveN) };
}

/**
 * The weighted share of each option, in the order of the options, each with its interval; null when nobody answered. The shares
 * sum to 1, their intervals hold one by one.
 */
export function weightedDistribution(cells: readonly WeightedCounts[]): readonly WeightedEstimate[] | null {
  const shares = (cells[0]?.counts ?? []).map((_, option) => weightedShare(cells, [option]));
  const known = shares.filter((share) => share !== null);
  return known.length === 0 ? null : known;
}

/**
 * The weighted share of the two best options ("top-2 box").
 * @throws RangeError for fewer than three options: of two it would be everybody
 */
export function weightedTopTwoBox(cells: readonly WeightedCounts[]): WeightedEstimate | null {
  const options = optionsOf(cells);
  if (options !== null && options < 3) throw new RangeError('The two best options are a part only of three or more');
  return options === null ? null : weightedShare(cells, [options - 2, options - 1]);
}

/**
 * The weighted share of answers better than the middle of the scale ("agree" and "strongly agree").
 *
 * Source: domain note 5.2.
 * @throws RangeError for fewer than two options
 */
export function weightedPositiveShare(cells: readonly WeightedCounts[]): WeightedEstimate | null {
  const options = optionsOf(cells);
  if (options === null) return null;
  if (options < 2) throw new RangeError('A scale has at least two options');
  const positive = Array.from({ length: options }, (_, option) => option).filter((at) => 2 * at > options - 1);
  return weightedShare(cells, positive);
}
