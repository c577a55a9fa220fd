/** A row of a dump as whoever tries to tie answers to people sees it: where it lies, who wrote it, and what it says. */
export interface DumpedRow {
  /** What only the test knows: whose it is. */
  readonly person: string;
  /** Its physical place: block and number. */
  readonly ctid: string;
  /** The transaction that wrote it. */
  readonly xmin: string;
  /** Further things to sort it by: ids, hashes, the order of a log. */
  readonly keys: Readonly<Record<string, string>>;
}

/** How a linker goes about it, and for how many he was right. */
export interface Linked {
  readonly how: string;
  readonly right: number;
}

/**
 * Ties answers to people: within each group of rows that the same transaction wrote (or all together), both sides are sorted by one
 * key each and taken pairwise, forwards and backwards. Every pair of keys is tried.
 */
export function linkers(people: readonly DumpedRow[], answers: readonly DumpedRow[]): Linked[] {
  const sorts = (rows: readonly DumpedRow[]) => ['ctid', ...Object.keys(rows[0]?.keys ?? {})];
  return ['together', 'by transaction'].flatMap((grouping) =>
    sorts(people).flatMap((one) =>
      sorts(answers).flatMap((other) =>
        [1, -1].map((direction) => {
          const of = (row: DumpedRow) => (grouping === 'together' ? '' : row.xmin);
          const [left, right] = [Map.groupBy(people, of), Map.groupBy(answers, of)];
          let hits = 0;
          for (const [group, rows] of left) {
            const ordered = sorted(rows, one);
            const beside = sorted(right.get(group) ?? [], other);
            if (direction < 0) beside.reverse();
            ordered.forEach((row, at) => (hits += row.person === beside[at]?.person ? 1 : 0));
          }
          return { how: `${grouping}: ${one}, ${other}, ${direction}`, right: hits };
        }),
      ),
    ),
  );
}

function sorted(rows: readonly DumpedRow[], key: string): DumpedRow[] {
  const value = (row: DumpedRow) => (key === 'ctid' ? placeOf(row.ctid) : (row.keys[key] ?? ''));
  return [...rows].sort((one, other) => (value(one) < value(other) ? -1 : 1));
}

/** `(12,3)` as a text that sorts as the place does. */
export function placeOf(ctid: string): string {
  return (ctid.match(/\d+/g) ?? []).map((digits) => digits.padStart(10, '0')).join(' ');
}

/** Spearman's rank correlation of two orders of the same things. */
export function rankCorrelation(one: readonly string[], other: readonly string[]): number {
  const n = one.length;
  const rank = new Map(other.map((thing, at) => [thing, at]));
  const squares = one.reduce((sum, thing, at) => sum + (at - (rank.get(thing) ?? 0)) ** 2, 0);
  return 1 - (6 * squares) / (n * (n * n - 1));
}
