/**
 * What a regression needs of the answers of respondents who answered every question of it: whole numbers, that can be tallied,
 * added and subtracted. Answers are steps of their scales (0, 1, 2 …) or other whole numbers.
 */
export interface CrossProducts {
  /** Respondents. */
  readonly n: number;
  /** Σ x_i for each question. */
  readonly sums: readonly number[];
  /** Row i: Σ x_i x_j for j = 0 … i, so that its last is the sum of squares. What stands behind is not read. */
  readonly products: readonly (readonly number[])[];
}

/** The same of respondents who weigh the same. */
export interface WeightedCrossProducts extends CrossProducts {
  /** How many people each stands for, ≥ 0; 1 unless said. */
  readonly weight?: number;
}

/**
 * The cross products of respondents' answers, a row each.
 * @throws RangeError when rows are not equally long, an answer is not a whole number, or a sum leaves the whole numbers held exactly
 */
export function crossProductsOf(rows: readonly (readonly number[])[]): CrossProducts {
  const questions = rows[0]?.length ?? 0;
  if (rows.some((row) => row.length !== questions))
    throw new RangeError('Every respondent answered the same questions');
  const at = Array.from({ length: questions }, (_, question) => question);
  const sumOf = (worth: (row: readonly number[]) => number) => rows.reduce((sum, row) => sum + worth(row), 0);
  const crossed = {
    n: rows.length,
    sums: at.map((i) => sumOf((row) => row[i] ?? 0)),
    products: at.map((i) => at.slice(0, i + 1).map((j) => sumOf((row) => (row[i] ?? 0) * (row[j] ?? 0)))),
  };
  requireCrossProducts(crossed, questions);
  return crossed;
}

/** @throws RangeError unless these are whole numbers, for that many questions, that respondents can have given */
export function requireCrossProducts({ n, sums, products }: CrossProducts, questions: number): void {
  const isComplete =
    sums.length === questions && products.length === questions && products.every((row, at) => row.length > at);
  const numbers = isComplete ? [...sums, ...products.flatMap((row, at) => row.slice(0, at + 1))] : [];
  const arePossible = isComplete && Number.isSafeInteger(n) && n >= 0 && numbers.every(Number.isSafeInteger);
  if (!arePossible)
    throw new RangeError(`Cross products are whole numbers, a sum and a row for each of ${questions} questions`);
}
