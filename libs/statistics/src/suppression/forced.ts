import { feasibleCounts, type TableLine } from './feasible-counts.js';
import { linesOf, type CountedCell } from './lines.js';
import { keyOf } from './membership.js';
import type { CellDimension } from './model.js';

/**
 * The published cells to withhold as well, as keys, so that the lines of the table leave no count below `least` a single value:
 * ten withheld parts of a whole of ten are one each. Readers are taken to know that a withheld cell is not empty.
 *
 * For each count that is forced the smallest published part beside it goes, else the smallest whole above it, else the smallest cell.
 */
export function alsoWithheld(
  dimensions: readonly CellDimension[],
  cells: readonly CountedCell[],
  withheld: ReadonlySet<string>,
  least: number,
): ReadonlySet<string> {
  const counts = new Map(cells.filter(({ count }) => count > 0).map(({ codes, count }) => [keyOf(codes), count]));
  const lines = linesOf(dimensions, cells);
  const known = new Map([...counts].filter(([key]) => !withheld.has(key)));
  const more = new Set<string>();
  for (;;) {
    const ranges = feasibleCounts(lines, known, 1);
    const forced = [...counts].filter(([key, count]) => {
      const range = ranges.get(key);
      return count < least && range !== undefined && range.low === range.high;
    });
    const next = new Set(forced.flatMap(([key]) => nextToGo(key, lines, known) ?? []));
    if (next.size === 0) return more;
    for (const key of next) {
      known.delete(key);
      more.add(key);
    }
  }
}

function nextToGo(forced: string, lines: readonly TableLine[], known: ReadonlyMap<string, number>): string | undefined {
  const own = lines.filter(({ whole, parts }) => whole === forced || parts.includes(forced));
  return (
    smallest(own.flatMap(({ parts }) => parts), known) ??
    smallest(own.map(({ whole }) => whole), known) ??
    smallest([...known.keys()], known)
  ); // prettier-ignore
}

function smallest(keys: readonly string[], known: ReadonlyMap<string, number>): string | undefined {
  return keys
    .filter((key) => known.has(key))
    .sort((a, b) => (known.get(a) ?? 0) - (known.get(b) ?? 0) || (a < b ? -1 : 1))[0];
}
