import { floatNoise } from './equality.js';
import type { Interval } from './interval.js';
import { meanOf } from './sample.js';

/** One intraclass correlation: at most 1, below 0 when judges differ about a target more than targets from each other. */
export interface IntraclassCorrelation {
  /** Null: nothing varies that it could compare. */
  readonly value: number | null;
  /** Null: its limits need quantiles of the F distribution, which the platform has not. */
  readonly interval: Interval | null;
}

/** The six intraclass correlations of one table. A digit after the comma of 1: of one judge; of k: of the mean of all. */
export interface IntraclassCorrelations {
  /** ICC(1,1): each target was rated by other judges, drawn at random. */
  readonly icc11: IntraclassCorrelation;
  /** ICC(2,1): the same judges rated all targets, and stand for many; absolute agreement. */
  readonly icc21: IntraclassCorrelation;
  /** ICC(3,1): the same judges rated all, and stand for themselves; consistency alone. */
  readonly icc31: IntraclassCorrelation;
  readonly icc1k: IntraclassCorrelation;
  readonly icc2k: IntraclassCorrelation;
  readonly icc3k: IntraclassCorrelation;
  readonly targets: number;
  readonly judges: number;
}

/**
 * The intraclass correlations of a complete table, a row for each target and a column for each judge; null with fewer than two
 * of either.
 *
 * Source: Shrout & Fleiss 1979, Psychological Bulletin 86:420–428.
 * @throws RangeError when rows are not equally long or a rating is not a finite number
 */
export function intraclassCorrelations(ratings: readonly (readonly number[])[]): IntraclassCorrelations | null {
  const [n, k] = [ratings.length, ratings[0]?.length ?? 0];
  if (ratings.some((row) => row.length !== k)) throw new RangeError('Every target needs a rating by every judge');
  if (n < 2 || k < 2) return null;
  const { targets, judges, within, error } = meanSquaresOf(ratings, n, k);
  return {
    icc11: ratio(targets - within, targets + (k - 1) * within),
    icc21: ratio(targets - error, targets + (k - 1) * error + (k * (judges - error)) / n),
    icc31: ratio(targets - error, targets + (k - 1) * error),
    icc1k: ratio(targets - within, targets),
    icc2k: ratio(targets - error, targets + (judges - error) / n),
    icc3k: ratio(targets - error, targets),
    targets: n,
    judges: k,
  };
}

/** Mean squares of the analysis of variance, as the paper names them: BMS, JMS, WMS and EMS. */
interface MeanSquares {
  readonly targets: number;
  readonly judges: number;
  readonly within: number;
  readonly error: number;
}

function meanSquaresOf(ratings: readonly (readonly number[])[], n: number, k: number): MeanSquares {
  const all = ratings.flat();
  const mean = meanOf(all) ?? 0;
  const rows = ratings.map((row) => meanOf(row) ?? 0);
  const columns = (ratings[0] ?? []).map((_, judge) => meanOf(ratings.map((row) => row[judge] ?? 0)) ?? 0);
  const noise = floatNoise(Math.max(...all.map(Math.abs))) ** 2;
  const meanSquare = (squares: number, df: number) => (squares / df <= noise ? 0 : squares / df);
  const between = k * squaresFrom(mean, rows);
  const byJudges = n * squaresFrom(mean, columns);
  const total = squaresFrom(mean, all);
  const left = ratings.flatMap((row, i) =>
    row.map((rating, j) => rating - (rows[i] ?? 0) - (columns[j] ?? 0) + 2 * mean),
  );
  return {
    targets: meanSquare(between, n - 1),
    judges: meanSquare(byJudges, k - 1),
    within: meanSquare(total - between, n * (k - 1)),
    error: meanSquare(squaresFrom(mean, left), (n - 1) * (k - 1)),
  };
}

function squaresFrom(centre: number, values: readonly number[]): number {
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
}

function ratio(above: number, below: number): IntraclassCorrelation {
  return { value: below > 0 ? above / below : null, interval: null };
}
