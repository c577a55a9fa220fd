import { intervalWithin, meanInterval } from '#statistics';
import type { Estimate } from './estimate.js';

/** What the mean of scores and its error need of respondents, weighted or not: sums, so that groups can be put together. */
export interface ScoreSums {
  /** Respondents with a score. */
  readonly n: number;
  /** Σ w, what they weigh together; of equal weights only the proportion matters. */
  readonly weight: number;
  /** Σ w². */
  readonly weightSquares: number;
  /** Σ w x. */
  readonly sum: number;
  /** Σ w² x. */
  readonly weightedSum: number;
  /** Σ w² x². */
  readonly weightedSquares: number;
}

/** Nobody's. */
export const noScores: ScoreSums = { n: 0, weight: 0, weightSquares: 0, sum: 0, weightedSum: 0, weightedSquares: 0 };

/** The sums of respondents who all weigh the same, from how many they are, Σ x and Σ x² in points. */
export function scoreSumsOf(
  of: { readonly n: number; readonly sum: number; readonly squares: number },
  weight = 1,
): ScoreSums {
  const { n, sum, squares } = of;
  return {
    n: weight > 0 ? n : 0,
    weight: n * weight,
    weightSquares: n * weight ** 2,
    sum: weight * sum,
    weightedSum: weight ** 2 * sum,
    weightedSquares: weight ** 2 * squares,
  };
}

/** Two groups of respondents as one. */
export function plusScores(a: ScoreSums, b: ScoreSums): ScoreSums {
  return {
    n: a.n + b.n,
    weight: a.weight + b.weight,
    weightSquares: a.weightSquares + b.weightSquares,
    sum: a.sum + b.sum,
    weightedSum: a.weightedSum + b.weightedSum,
    weightedSquares: a.weightedSquares + b.weightedSquares,
  };
}

/** Sums of many numbers are off in the last of their sixteen digits: so little of the squares is no spread. */
const noise = 1e-11;

/**
 * The weighted mean Σ w x / Σ w of scores from 0 to 100 with its linearised variance n/(n − 1) Σ w² (x − x̄)² / (Σ w)²; null when
 * nobody has a score. Equal weights give the plain mean, s²/n and Student's t. Interval: Student's t with n − 1 degrees of
 * freedom, cut to the scale; null when there is one respondent only, or no spread.
 *
 * Source: domain note 6.2; as `weightedMean` of the values themselves.
 */
export function meanOfScores(scores: ScoreSums): Estimate | null {
  const { n, weight, weightSquares, sum, weightedSum, weightedSquares } = scores;
  if (n === 0 || weight <= 0) return null;
  const value = Math.min(100, Math.max(0, sum / weight));
  const squares = weightedSquares - 2 * value * weightedSum + value ** 2 * weightSquares;
  const isAlike = n === 1 || squares <= noise * value ** 2 * weightSquares;
  const variance = isAlike ? null : ((n / (n - 1)) * squares) / weight ** 2;
  const variancePerAnswer = variance === null ? null : variance * n;
  const interval = meanInterval({ mean: value, variance: variancePerAnswer, n });
  return {
    kind: 'mean',
    value,
    n,
    variance,
    variancePerAnswer,
    interval: interval && intervalWithin(interval, 0, 100),
  };
}

/** How many respondents of equal weight would tell as much, (Σ w)² / Σ w² (Kish); null of nobody. */
export function effectiveNOf({ n, weight, weightSquares }: ScoreSums): number | null {
  return n === 0 || weight <= 0 ? null : Math.min(n, Math.max(1, weight ** 2 / weightSquares));
}
