import { normalQuantile, tQuantile } from './distributions.js';

/** How sure a comparison of two cycles is to be. */
export interface DetectionTerms {
  /** How often no change may not be taken for one, two-sided: above 0, below 1; 0.95 unless said. */
  readonly confidence?: number;
  /** How often a real change of that size is to be found: above 0, below 1; 0.8 unless said. */
  readonly power?: number;
  /**
   * How far the scores of the same planned visit (centre, scenario, service, hours) go together in the two cycles: above −1, at
   * most 1. When given, visits are compared pair by pair; absent: the visits of the two cycles have nothing to do with each other.
   */
  readonly correlation?: number;
}

/** The change that is to be seen, in points, and how much visits of the same centre differ. */
export interface ChangeToDetect extends DetectionTerms {
  /** In points, above 0; 3 unless said. */
  readonly change?: number;
  /** The standard deviation of the visits' scores, in points; null: not known. */
  readonly spread: number | null;
}

/**
 * How many visits a centre needs in each of two cycles, so that a true change of `change` points is found: the smallest n of
 * at least 2 with detectableChange(n) ≤ change. Null when the spread is unknown or 0, or the correlation is 1: then a number
 * would promise what nobody knows.
 *
 * Source: domain note 6.5, the smallest detectable change solved for n, with t in place of z. By it, as in Cohen's tables (1988,
 * two-sided 5 %, power 80 %), changes of 0.2, 0.5 and 0.8 spreads need 394, 64 and 26 visits.
 * @throws RangeError when the change or a term is impossible, or no number of visits a computer can count would do
 */
export function visitsToDetect({ change = 3, spread, ...terms }: ChangeToDetect): number | null {
  const deviation = deviationOf(spread, terms);
  if (!(change > 0 && change < Infinity)) throw new RangeError(`Not a change to look for: ${change}`);
  if (deviation === null) return null;
  const { alpha, power } = requiredOf(terms);
  const reach = normalQuantile(1 - alpha / 2) + normalQuantile(power);
  // t lies beyond z: what z asks for is never too much, and never much too little
  let n = Math.max(2, Math.ceil(((reach * deviation) / change) ** 2));
  if (!Number.isSafeInteger(n)) throw new RangeError(`No number of visits sees a change of ${change}`);
  while ((detectableChange(n, spread, terms) ?? 0) > change) n++;
  return n;
}

/**
 * The smallest true change, in points, that n visits in each of two cycles find:
 * (t(1 − α/2, df) + t(power, df)) · spread · √(2 (1 − correlation) / n), with df = 2n − 2, or n − 1 when visits are compared
 * pair by pair. For changes of 0.2 to 4 spreads the n that follows is that of the noncentral t in SciPy, paired or not.
 * Null when the spread is unknown or 0, the correlation is 1, or n is below 2: one visit shows no spread.
 * @throws RangeError when n or a term is impossible
 */
export function detectableChange(n: number, spread: number | null, terms: DetectionTerms = {}): number | null {
  const deviation = deviationOf(spread, terms);
  if (!(Number.isInteger(n) && n >= 0)) throw new RangeError(`Not a number of visits: ${n}`);
  if (deviation === null || n < 2) return null;
  const { alpha, power } = requiredOf(terms);
  const df = terms.correlation === undefined ? 2 * n - 2 : n - 1;
  return ((tQuantile(1 - alpha / 2, df) + tQuantile(power, df)) * deviation) / Math.sqrt(n);
}

/** The standard deviation of the difference of two visits, one of each cycle; null: unknown or none. */
function deviationOf(spread: number | null, { correlation = 0 }: DetectionTerms): number | null {
  if (!(correlation > -1 && correlation <= 1)) throw new RangeError(`Not a correlation: ${correlation}`);
  if (spread === null) return null;
  if (!(spread >= 0 && spread < Infinity)) throw new RangeError(`Not a spread: ${spread}`);
  const deviation = spread * Math.sqrt(2 * (1 - correlation));
  return deviation === 0 ? null : deviation;
}

function requiredOf({ confidence = 0.95, power = 0.8 }: DetectionTerms): { alpha: number; power: number } {
  const possible = [confidence, power].every((share) => share > 0 && share < 1);
  if (!possible) throw new RangeError(`Neither always nor never: ${confidence}, ${power}`);
  return { alpha: 1 - confidence, power };
}
