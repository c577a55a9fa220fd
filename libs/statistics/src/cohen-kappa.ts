/**
 * How much a disagreement counts: unweighted each the same, linear by how many categories lie between the two, quadratic by the
 * square of it. Weights need categories in their order.
 */
export type KappaWeights = 'unweighted' | 'linear' | 'quadratic';

/** What kappa is made of: shares of 0 to 1. */
export interface Agreement {
  /** How much the two agreed. */
  readonly observed: number;
  /** How much they would by chance, each choosing as often as he did. */
  readonly expected: number;
  /** How many times both judged. */
  readonly n: number;
}

/**
 * Cohen's kappa of a square table of counts, (observed − expected agreement) / (1 − expected): 1 is agreement without
 * exception, 0 is chance. `table[i][j]`: how often the first chose category i and the second j; with weights, categories in
 * their order.
 *
 * Null of an empty table, and when both chose one and the same category always: chance alone would then agree as well.
 *
 * Source: Cohen 1960, Educational and Psychological Measurement 20:37–46; weights: Cohen 1968, Psychological Bulletin 70:213–220.
 * @throws RangeError when the table is not square or holds anything but counts
 */
export function cohenKappa(table: readonly (readonly number[])[], weights: KappaWeights = 'unweighted'): number | null {
  const agreement = agreementIn(table, weights);
  if (!agreement || agreement.expected === 1) return null;
  return 1 - (1 - agreement.observed) / (1 - agreement.expected);
}

/** The same of pairs of judgements, categories taken as they come: unweighted. */
export function cohenKappaOfPairs(pairs: readonly JudgedPair[]): number | null;
/**
 * The same with weights: all categories, in their order.
 * @throws RangeError when a pair names another category
 */
export function cohenKappaOfPairs(
  pairs: readonly JudgedPair[],
  categories: readonly Category[],
  weights: KappaWeights,
): number | null;
export function cohenKappaOfPairs(
  pairs: readonly JudgedPair[],
  categories: readonly Category[] = categoriesIn(pairs),
  weights: KappaWeights = 'unweighted',
): number | null {
  return cohenKappa(tableOfPairs(pairs, categories), weights);
}

type Category = string | number;

/** What the first and the second said of the same thing. */
export type JudgedPair = readonly [first: Category, second: Category];

/** How often each category of the first met each of the second. */
export function tableOfPairs(
  pairs: readonly JudgedPair[],
  categories: readonly Category[] = categoriesIn(pairs),
): readonly (readonly number[])[] {
  const place = new Map(categories.map((category, at) => [category, at]));
  const table = categories.map(() => categories.map(() => 0));
  for (const [first, second] of pairs) {
    const row = table[place.get(first) ?? -1];
    const at = place.get(second);
    if (!row || at === undefined) throw new RangeError(`Not one of the categories: ${first} or ${second}`);
    row[at] = (row[at] ?? 0) + 1;
  }
  return table;
}

/**
 * The two halves of kappa, so that several can be pooled; null of an empty table.
 * @throws RangeError when the table is not square or holds anything but counts
 */
export function agreementIn(
  table: readonly (readonly number[])[],
  weights: KappaWeights = 'unweighted',
): Agreement | null {
  requireSquare(table);
  const rows = table.map(sumOf);
  const columns = table.map((_, at) => sumOf(table.map((row) => row[at] ?? 0)));
  const n = sumOf(rows);
  if (n === 0) return null;
  const most = distance(0, table.length - 1, weights) || 1;
  let [observed, expected] = [0, 0];
  for (const [i, row] of table.entries()) {
    for (const [j, count] of row.entries()) {
      const weight = distance(i, j, weights) / most;
      observed += weight * count;
      expected += (weight * (rows[i] ?? 0) * (columns[j] ?? 0)) / n;
    }
  }
  return { observed: 1 - observed / n, expected: 1 - expected / n, n };
}

function distance(i: number, j: number, weights: KappaWeights): number {
  if (weights === 'unweighted') return i === j ? 0 : 1;
  return Math.abs(i - j) ** (weights === 'linear' ? 1 : 2);
}

function categoriesIn(pairs: readonly JudgedPair[]): readonly Category[] {
  return [...new Set(pairs.flat())];
}

function requireSquare(table: readonly (readonly number[])[]): void {
  const isCount = (count: number) => count >= 0 && count < Infinity;
  const isSquare = table.every((row) => row.length === table.length && row.every(isCount));
  if (!isSquare) throw new RangeError('Kappa needs a square table of counts');
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0);
