/** A square matrix that equals its transpose. */
export type Symmetric = readonly (readonly number[])[];

/** A symmetric matrix as V D Vᵀ. */
export interface Eigen {
  /** From the largest to the smallest. */
  readonly values: readonly number[];
  /** In the order of the values, each of length 1. */
  readonly vectors: readonly (readonly number[])[];
}

const mostSweeps = 60;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix by Jacobi's rotations: slow for hundreds of rows, and exact to the last
 * digits for the few dozens of a questionnaire.
 *
 * Source: Golub & Van Loan 2013, Matrix Computations, 8.5.
 */
export function eigenOf(matrix: Symmetric): Eigen {
  const a = matrix.map((row) => [...row]);
  const v = matrix.map((_, i) => matrix.map((_row, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < mostSweeps && !isDiagonal(a); sweep += 1) {
    for (let p = 0; p < a.length; p += 1) {
      for (let q = p + 1; q < a.length; q += 1) rotate(a, v, p, q);
    }
  }
  const order = a.map((_, at) => at).toSorted((i, j) => at(a, j, j) - at(a, i, i));
  return { values: order.map((i) => at(a, i, i)), vectors: order.map((i) => v.map((row) => row[i] ?? 0)) };
}

/** V f(D) Vᵀ: a function of a matrix, say its inverse or its root. */
export function functionOf({ values, vectors }: Eigen, f: (value: number) => number): Symmetric {
  return vectors.map((_, i) =>
    vectors.map((_row, j) =>
      values.reduce((sum, value, k) => sum + f(value) * (vectors[k]?.[i] ?? 0) * (vectors[k]?.[j] ?? 0), 0),
    ),
  );
}

/** Matrix times vector. */
export function times(matrix: readonly (readonly number[])[], vector: readonly number[]): readonly number[] {
  return matrix.map((row) => dot(row, vector));
}

/** Σ a_i b_i. */
export function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, one, i) => sum + one * (b[i] ?? 0), 0);
}

const at = (matrix: Symmetric, i: number, j: number): number => matrix[i]?.[j] ?? 0;

function isDiagonal(a: Symmetric): boolean {
  return a.every((row, i) => row.every((value, j) => i === j || value === 0));
}

/** Turns rows and columns p and q so that their common element becomes 0. */
function rotate(a: number[][], v: number[][], p: number, q: number): void {
  const shared = at(a, p, q);
  if (shared === 0) return;
  const theta = (at(a, q, q) - at(a, p, p)) / (2 * shared);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const c = 1 / Math.hypot(t, 1);
  const s = t * c;
  for (const row of a) turn(row, p, q, c, s);
  const [rowP, rowQ] = [a[p]!, a[q]!];
  for (const k of rowP.keys()) {
    const [x, y] = [rowP[k] ?? 0, rowQ[k] ?? 0];
    rowP[k] = c * x - s * y;
    rowQ[k] = s * x + c * y;
  }
  rowP[q] = rowQ[p] = 0;
  for (const row of v) turn(row, p, q, c, s);
}

function turn(row: number[], p: number, q: number, c: number, s: number): void {
  const [x, y] = [row[p] ?? 0, row[q] ?? 0];
  row[p] = c * x - s * y;
  row[q] = s * x + c * y;
}
