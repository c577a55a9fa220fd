import type { AnswerSheet } from '../answers.js';
import type { CompiledInstrument } from '../check/compiled.js';
import type { TallyLayout } from './layout.js';
import { readingOf } from './reading.js';

/** How many, how much and how much squared: all that a mean and its error need. Whole numbers of micro-units. */
export interface Sum {
  readonly n: bigint;
  readonly sum: bigint;
  readonly squares: bigint;
}

/** How many answered what: whole numbers only, so that the order of adding does not matter and nothing drifts. */
export interface SheetTally {
  /** Filled instruments. */
  readonly sheets: number;
  /** By the layout's places. */
  readonly counts: readonly number[];
  /** By the layout's `summed`. */
  readonly sums: readonly Sum[];
}

/** A tally of nothing. */
export function emptyTally(layout: TallyLayout): SheetTally {
  return {
    sheets: 0,
    counts: Array.from({ length: layout.counts }, () => 0),
    sums: layout.summed.map(() => ({ n: 0n, sum: 0n, squares: 0n })),
  };
}

/**
 * The tally of one filled instrument without faults. One that a critical answer voided is counted as filled, and nothing
 * of it else; one that is not as complete as its instrument asks for counts answer by answer and has no score of the whole or a dimension.
 */
export function tallyOfSheet(layout: TallyLayout, compiled: CompiledInstrument, sheet: AnswerSheet): SheetTally {
  const reading = readingOf(layout, compiled, sheet);
  const empty = emptyTally(layout);
  if (reading === null) return { ...empty, sheets: 1 };
  const counts = [...empty.counts];
  for (const at of reading.raised) counts[at] = (counts[at] ?? 0) + 1;
  return { sheets: 1, counts, sums: reading.values.map(sumOf) };
}

/** Two tallies of the same layout as one; `sign` −1 takes the second away. */
export function addTallies(a: SheetTally, b: SheetTally, sign: 1 | -1 = 1): SheetTally {
  const times = BigInt(sign);
  return {
    sheets: a.sheets + sign * b.sheets,
    counts: a.counts.map((count, at) => count + sign * (b.counts[at] ?? 0)),
    sums: a.sums.map(({ n, sum, squares }, at) => {
      const other = b.sums[at] ?? { n: 0n, sum: 0n, squares: 0n };
      return { n: n + times * other.n, sum: sum + times * other.sum, squares: squares + times * other.squares };
    }),
  };
}

/** The mean behind a sum with its standard error; null when nothing was summed. The error is null for a single value. */
export function meanOfSum({ n, sum, squares }: Sum): { value: number; n: number; error: number | null } | null {
  if (n === 0n) return null;
  const value = Number(sum) / Number(n) / micro;
  if (n === 1n) return { value, n: 1, error: null };
  // n Σx² − (Σx)² is taken in whole numbers: as a difference of decimals it would lose what it is to show.
  const spread = n * squares - sum * sum;
  const variance = Number(spread) / Number(n) / Number(n - 1n) / micro ** 2;
  return { value, n: Number(n), error: Math.sqrt(variance / Number(n)) };
}

/** Scores and measurements are summed in millionths. */
export const micro = 1_000_000;

function sumOf(values: readonly number[]): Sum {
  let [sum, squares] = [0n, 0n];
  for (const value of values) {
    const whole = BigInt(Math.round(value * micro));
    sum += whole;
    squares += whole * whole;
  }
  return { n: BigInt(values.length), sum, squares };
}
