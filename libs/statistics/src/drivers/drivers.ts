import { tQuantile, tTwoSidedP } from '../distributions.js';
import type { Interval } from '../interval.js';
import type { Correlated } from './correlated.js';
import { covariancesOf } from './covariances.js';
import type { Covariances } from './covariances.js';
import type { WeightedCrossProducts } from './cross-products.js';
import type { Driver, DriverAnalysis, DriverFault } from './driver-analysis.js';
import { relativeWeights } from './relative-weights.js';
import { mostShapleyDrivers, shapleyShares } from './shapley.js';
import { dot, eigenOf, functionOf, times } from './symmetric.js';
import type { Eigen } from './symmetric.js';

/** Above this variance inflation factor drivers are called collinear. */
export const mostInflation = 5;
/** Above this condition index too. Source: Belsley, Kuh & Welsch 1980. */
export const mostConditionIndex = 30;
/** A smaller eigenvalue of the drivers' correlations is 0 but for floats: some of them determine another. */
const leastEigenvalue = 1e-8;
/** A smaller unexplained part is none but for floats. */
const leastUnexplained = 1e-12;

/** Either the analysis or why there is none. */
export type Drivers =
  | { readonly analysis: DriverAnalysis; readonly fault: null }
  | { readonly analysis: null; readonly fault: DriverFault };

/**
 * What moves an outcome: the multiple regression of one question on others, standardized coefficients with intervals, and each
 * driver's part of R². From cross products alone, one of each weighting cell. With weights, tests and intervals rest on Kish's effective
 * number of respondents; clusters are not known to them.
 *
 * β = R⁻¹ r, R² = rᵀβ, inflation = diag R⁻¹, SE(b_j) = sqrt((1 − R²)/df · inflation_j · s_y²/s_j²), df = n − p − 1.
 * Source: Johnson 2000; Grömping 2006; checked with NIST's Longley data and relaimpo's swiss data.
 * @param outcome the place of the outcome among the questions
 * @param drivers the places of the drivers
 * @throws RangeError for questions that are not there or named twice, no drivers, impossible weights or cross products
 */
export function driversOf(
  cells: readonly WeightedCrossProducts[],
  outcome: number,
  drivers: readonly number[],
): Drivers {
  const covariances = covariancesOf(cells);
  if (!covariances) return faulty({ code: 'nobodyAnswered' });
  const named = [outcome, ...drivers];
  const areThere = named.every((question) => covariances.means[question] !== undefined);
  if (drivers.length === 0 || !areThere || new Set(named).size !== named.length) {
    throw new RangeError(`No outcome and drivers: ${named.join(', ')}`);
  }
  const variance = (question: number) => covariances.matrix[question]?.[question] ?? 0;
  const { effectiveN } = covariances.effect;
  const needed = drivers.length + 1;
  if (!(effectiveN > needed)) return faulty({ code: 'tooFewRespondents', effectiveN, needed });
  if (variance(outcome) === 0) return faulty({ code: 'outcomeAlike' });
  const alike = drivers.filter((question) => variance(question) === 0);
  if (alike.length > 0) return faulty({ code: 'driversAlike', questions: alike });

  const correlated = correlationsOf(covariances, outcome, drivers);
  const eigen = eigenOf(correlated.between);
  const dependent = dependentIn(eigen).map((place) => drivers[place]!);
  if (dependent.length > 0) return faulty({ code: 'driversDependent', questions: dependent });
  return { analysis: analysisOf({ covariances, outcome, drivers, correlated, eigen }), fault: null };
}

const faulty = (fault: DriverFault): Drivers => ({ analysis: null, fault });

function correlationsOf({ matrix }: Covariances, outcome: number, drivers: readonly number[]): Correlated {
  const correlation = (i: number, j: number) => {
    if (i === j) return 1;
    const spreads = Math.sqrt(matrix[i]?.[i] ?? 0) * Math.sqrt(matrix[j]?.[j] ?? 0);
    return Math.min(1, Math.max(-1, (matrix[i]?.[j] ?? 0) / spreads));
  };
  return {
    between: drivers.map((i) => drivers.map((j) => correlation(i, j))),
    withOutcome: drivers.map((i) => correlation(i, outcome)),
  };
}

/** Places of drivers that take part in a relation without rest. */
function dependentIn({ values, vectors }: Eigen): readonly number[] {
  const relations = vectors.filter((_, k) => (values[k] ?? 0) < leastEigenvalue);
  return [...(vectors[0] ?? []).keys()].filter((place) => relations.some((one) => Math.abs(one[place] ?? 0) > 1e-4));
}

interface Regressed {
  readonly covariances: Covariances;
  readonly outcome: number;
  readonly drivers: readonly number[];
  readonly correlated: Correlated;
  readonly eigen: Eigen;
}

function analysisOf(regressed: Regressed): DriverAnalysis {
  const { covariances, outcome, drivers, correlated, eigen } = regressed;
  const { n, effectiveN } = covariances.effect;
  const spread = (question: number) => Math.sqrt(covariances.matrix[question]?.[question] ?? 0);
  const inverse = functionOf(eigen, (value) => 1 / value);
  const slopes = times(inverse, correlated.withOutcome);
  const rSquared = Math.min(1, Math.max(0, dot(slopes, correlated.withOutcome)));
  const df = effectiveN - drivers.length - 1;
  const unexplained = 1 - rSquared <= leastUnexplained ? 0 : 1 - rSquared;
  const method = drivers.length > mostShapleyDrivers ? 'relativeWeights' : 'shapley';
  const importance = method === 'shapley' ? shapleyShares(correlated) : relativeWeights(correlated);
  const all = drivers.map((question, at): Driver => {
    const slope = { standardized: slopes[at] ?? 0, inflation: Math.max(1, inverse[at]?.[at] ?? 1) };
    const judged = judgedSlope(slope, { unexplained, df, unit: spread(outcome) / spread(question) });
    const known = { question, correlation: correlated.withOutcome[at] ?? 0, importance: importance[at] ?? 0 };
    return { ...known, ...slope, ...judged };
  });
  const conditionIndex = Math.sqrt((eigen.values[0] ?? 1) / (eigen.values.at(-1) ?? 1));
  return {
    ...{ n, effectiveN, df, rSquared, method, conditionIndex, drivers: all },
    intercept: all.reduce(
      (rest, one) => rest - one.coefficient * mean(covariances, one.question),
      mean(covariances, outcome),
    ),
    adjustedRSquared: 1 - (unexplained * (effectiveN - 1)) / df,
    residualSpread: spread(outcome) * Math.sqrt((unexplained * effectiveN) / df),
    collinear: conditionIndex > mostConditionIndex || all.some(({ inflation }) => inflation > mostInflation),
  };
}

interface Judgement {
  readonly unexplained: number;
  readonly df: number;
  /** Units of the outcome for one of the driver: the ratio of their standard deviations. */
  readonly unit: number;
}

type JudgedSlope = Pick<Driver, 'coefficient' | 'standardError' | 'interval' | 'p' | 'standardizedInterval'>;

function judgedSlope(
  { standardized, inflation }: Pick<Driver, 'standardized' | 'inflation'>,
  { unexplained, df, unit }: Judgement,
): JudgedSlope {
  const coefficient = standardized * unit;
  if (unexplained === 0) {
    return { coefficient, standardError: null, interval: null, p: null, standardizedInterval: null };
  }
  const error = Math.sqrt((unexplained / df) * inflation);
  const reach = tQuantile(0.975, df) * error;
  const standardizedInterval: Interval = { low: standardized - reach, high: standardized + reach };
  const interval = { low: standardizedInterval.low * unit, high: standardizedInterval.high * unit };
  return {
    coefficient,
    standardError: error * unit,
    interval,
    p: tTwoSidedP(standardized / error, df),
    standardizedInterval,
  };
}

const mean = ({ means }: Covariances, question: number): number => means[question] ?? 0;
