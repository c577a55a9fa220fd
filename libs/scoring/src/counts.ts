/** How many chose each option of an item; index 0 is the worst option. Whole numbers ≥ 0; "don't know" is not among them. */
export type Counts = readonly number[];

/**
 * How many answered.
 * @throws RangeError when a count is not a whole number ≥ 0
 */
export function answersIn(counts: Counts): number {
  let n = 0;
  for (const count of counts) {
    if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`Not a count of answers: ${count}`);
    n += count;
  }
  return n;
}

/**
 * The percentage of answers each option got, in the order of the options, or null when nobody answered.
 * They sum to 100 before rounding, and need not after.
 */
export function distributionOf(counts: Counts): number[] | null {
  const n = answersIn(counts);
  return n === 0 ? null : counts.map((count) => (100 * count) / n);
}
