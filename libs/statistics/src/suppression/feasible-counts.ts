/** A count of people when not more is known: from `low` to `high`, both possible as far as one can tell; high may be Infinity. */
export interface CountRange {
  readonly low: number;
  readonly high: number;
}

/** One line of a table: the count of `whole` is the sum of the counts of `parts`. */
export interface TableLine {
  readonly whole: string;
  readonly parts: readonly string[];
}

/** Ranges may close in on each other one by one for long; when each line has had so many turns, they stay as wide as they are. */
const roundsAtMost = 100;

/**
 * What the counts must lie between, given some of them and that the others are at least `fewest`: each line narrows each of its
 * counts by what the others leave, until no line narrows any more.
 *
 * It is the shuttle algorithm: every range holds (nothing outside is possible), but with several lines a linear program may narrow
 * further. Ranges of a consistent table only: an impossible one ends with low above high.
 *
 * Sources: Buzzigoli & Giusti 1999, An algorithm to calculate the lower and upper bounds of the elements of an array given its
 * marginals; Handbook on Statistical Disclosure Control, 4 (feasibility interval), as AT-29 of domain note 6.10.
 */
export function feasibleCounts(
  lines: readonly TableLine[],
  known: ReadonlyMap<string, number>,
  fewest = 0,
): ReadonlyMap<string, CountRange> {
  const ranges = new Map<string, CountRange>();
  for (const { whole, parts } of lines) {
    for (const cell of [whole, ...parts]) {
      const count = known.get(cell);
      ranges.set(cell, count === undefined ? { low: fewest, high: Infinity } : { low: count, high: count });
    }
  }
  const linesOf = new Map<string, TableLine[]>();
  for (const line of lines) {
    for (const cell of [line.whole, ...line.parts]) linesOf.set(cell, [...(linesOf.get(cell) ?? []), line]);
  }
  const waiting = new Set(lines);
  let left = lines.length * roundsAtMost;
  for (const line of waiting) {
    if (left-- === 0) break;
    waiting.delete(line);
    for (const cell of narrowed(line, ranges)) for (const next of linesOf.get(cell) ?? []) waiting.add(next);
  }
  return ranges;
}

/** Narrows the ranges of one line; the cells whose range changed. */
function narrowed({ whole, parts }: TableLine, ranges: Map<string, CountRange>): readonly string[] {
  const changed: string[] = [];
  const rangeOf = (cell: string): CountRange => ranges.get(cell) ?? { low: 0, high: Infinity };
  const narrow = (cell: string, low: number, high: number) => {
    const old = rangeOf(cell);
    if (low <= old.low && high >= old.high) return;
    ranges.set(cell, { low: Math.max(low, old.low), high: Math.min(high, old.high) });
    changed.push(cell);
  };
  const lows = parts.reduce((sum, part) => sum + rangeOf(part).low, 0);
  narrow(whole, lows, parts.reduce((sum, part) => sum + rangeOf(part).high, 0)); // prettier-ignore
  const all = rangeOf(whole);
  const ceilings = parts.filter((part) => rangeOf(part).high === Infinity).length;
  const highs = parts.reduce((sum, part) => sum + (rangeOf(part).high === Infinity ? 0 : rangeOf(part).high), 0);
  const before = new Map(parts.map((part) => [part, rangeOf(part)]));
  for (const [part, { low, high }] of before) {
    const others = ceilings - (high === Infinity ? 1 : 0) > 0 ? Infinity : highs - (high === Infinity ? 0 : high);
    narrow(part, all.low - others, all.high - (lows - low));
  }
  return changed;
}
