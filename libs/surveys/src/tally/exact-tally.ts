import type { SheetTally } from '#instruments';

/** A whole number, exactly: a bigint where a double might not say it. */
export type Exact = number | bigint;

/** A `SheetTally` as it is stored and added up by the thousand: flat, and with bigints only where they are needed. */
export interface ExactTally {
  readonly responses: number;
  /** By the places of the layout. */
  readonly counts: Int32Array;
  /** n, sum and sum of squares of what the layout sums, one after the other. */
  readonly sums: readonly Exact[];
}

/** Digits that a double surely says exactly. */
const sureDigits = 15;

/** Two tallies of the same layout as one; `sign` −1 takes the second away. */
export function plusTally(a: ExactTally, b: ExactTally, sign: 1 | -1 = 1): ExactTally {
  const counts = a.counts.slice();
  for (let at = 0; at < counts.length; at++) counts[at] = counts[at]! + sign * b.counts[at]!;
  const sums = a.sums.map((one, at) => plus(one, b.sums[at]!, sign));
  return { responses: a.responses + sign * b.responses, counts, sums };
}

/** A tally of filled questionnaires. */
export function exactTallyOf({ sheets, counts, sums }: SheetTally): ExactTally {
  const flat = sums.flatMap(({ n, sum, squares }) => [exact(n), exact(sum), exact(squares)]);
  return { responses: sheets, counts: Int32Array.from(counts), sums: flat };
}

/** A tally from lists as the database writes them: `{1,2,3}`. */
export function readTally(responses: number, counts: string, sums: string): ExactTally {
  const numbers = listed(counts);
  const places = new Int32Array(numbers.length);
  for (let at = 0; at < places.length; at++) places[at] = Number(numbers[at]);
  return { responses, counts: places, sums: listed(sums).map(readExact) };
}

/** All that a tally says, as one text: two are the same when their texts are. */
export function digitsOf({ responses, counts, sums }: ExactTally): string {
  return `${responses};${counts.join()};${sums.join()}`;
}

/** A whole number that is known to be one, from its digits. */
export function readExact(digits: string): Exact {
  return digits.length <= sureDigits ? Number(digits) : exact(BigInt(digits));
}

/** The sum of two, or their difference. */
export function plus(a: Exact, b: Exact, sign: 1 | -1 = 1): Exact {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + sign * b;
    if (Number.isSafeInteger(sum)) return sum;
  }
  return exact(BigInt(a) + BigInt(sign) * BigInt(b));
}

/** The same number, as a double where that is exact: so equal numbers are equal. */
export function exact(value: bigint): Exact {
  const double = Number(value);
  return Number.isSafeInteger(double) ? double : value;
}

function listed(text: string): string[] {
  return text === '{}' ? [] : text.slice(1, -1).split(',');
}
