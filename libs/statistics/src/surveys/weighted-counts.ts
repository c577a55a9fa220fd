import type { WeightedEstimate } from './weighted-estimate.js';
import { weightedMean } from './weighted-mean.js';
import type { WeightedValue } from './weighted-mean.js';
import { weightedRatio } from './weighted-ratio.js';

/** How the respondents of one weighting cell answered a closed question. */
export interface WeightedCounts {
  /** What each of them weighs, ≥ 0. */
  readonly weight: number;
  /** How many chose each option; index 0 is the worst. Whole numbers ≥ 0; "don't know" is not among them. */
  readonly counts: readonly number[];
}

/**
 * The weighted mean of the answers on a scale, with the points given to its options: unless said equally spaced from 0 (worst) to
 * 100 (best), 100 · k/(K − 1). Null when nobody answered. Standard error and interval as of `weightedMean`; the interval may end
 * beyond the scale (`intervalWithin` cuts it).
 *
 * An index of several items that all answered (engagement) is the same of respondents counted by the sum of their steps:
 * five items of five options make a scale of 21.
 *
 * Source: domain note 5.2, 6.2 and 6.7 (AT-01).
 * @throws RangeError for fewer than two options, cells of different length, points that do not match, or impossible counts
 */
export function weightedMeanOfScale(
  cells: readonly WeightedCounts[],
  points?: readonly number[],
): WeightedEstimate | null {
  const options = optionsOf(cells);
  if (options === null) return null;
  if (options < 2 || (points && points.length !== options)) {
    throw new RangeError('A scale has at least two options, and points for each');
  }
  if (points) return weightedMean(answersOf(cells, (option) => points[option] ?? 0));
  // Whole numbers, divided once: an exact half stays one, and rounds as published.
  const steps = answersOf(cells, (option) => 100 * option);
  const respondents = steps.map(({ value, ...group }) => ({ ...group, above: value, below: options - 1 }));
  return weightedRatio([{ respondents }]);
}

/**
 * How many options all cells have; null: there are no cells.
 * @throws RangeError when they differ
 */
export function optionsOf(cells: readonly WeightedCounts[]): number | null {
  const options = cells[0]?.counts.length ?? null;
  if (cells.some(({ counts }) => counts.length !== options)) throw new RangeError('Every cell has the same options');
  return options;
}

/** Answers as weighted values, each option worth what is said. */
export function answersOf(cells: readonly WeightedCounts[], worth: (option: number) => number): WeightedValue[] {
  return cells.flatMap(({ weight, counts }) =>
    counts.map((count, option): WeightedValue => ({ weight, count, value: worth(option) })),
  );
}
