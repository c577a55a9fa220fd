/** A sparse row of whole numbers: how often each column counts. No zeros are kept. */
export type Row = ReadonlyMap<number, number>;

/** A number outgrew what is exact in a double. Whoever proves something with rows has then proved nothing. */
export class TooLarge extends Error {}

/** x · a + y · b, exactly. @throws TooLarge */
export function combined(a: Row, x: number, b: Row, y: number): Map<number, number> {
  const sum = new Map(a);
  if (x !== 1) for (const [column, value] of a) sum.set(column, exact(value * x));
  for (const [column, value] of b) {
    const next = (sum.get(column) ?? 0) + exact(value * y);
    if (next === 0) sum.delete(column);
    else sum.set(column, exact(next));
  }
  return sum;
}

/** The row divided by what divides all of it, its number in the column of `lead` positive. */
export function primitive(row: Row, lead: number): Row {
  let divisor = 0;
  for (const value of row.values()) {
    divisor = divisorOf(divisor, value);
    if (divisor === 1) break;
  }
  const by = (row.get(lead) ?? 0) < 0 ? -divisor : divisor;
  return by === 1 ? row : new Map([...row].map(([column, value]) => [column, value / by]));
}

/** The greatest common divisor, never negative. */
export function divisorOf(a: number, b: number): number {
  let [x, y] = [Math.abs(a), Math.abs(b)];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}

/** The number itself. @throws TooLarge when doubles around it are not exact */
export function exact(value: number): number {
  if (value > Number.MAX_SAFE_INTEGER || value < Number.MIN_SAFE_INTEGER) throw new TooLarge();
  return value;
}
