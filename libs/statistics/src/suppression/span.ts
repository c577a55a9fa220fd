import { combined, divisorOf, primitive, type Row } from './rows.js';

/** What a new row changed, so that it can be taken back. */
export interface Addition {
  /** The first column of what the row says that others did not. */
  readonly lead: number;
  /** The rows as they were before, by lead. */
  readonly before: ReadonlyMap<number, Row>;
}

/**
 * All that can be computed from some rows by adding and subtracting multiples of them, as a reduced echelon basis over the
 * rationals: the lead of a basis row is its first column, and no other basis row has a number there.
 */
export class Span {
  private readonly rows = new Map<number, Row>();
  private readonly holders = new Map<number, Set<number>>();

  /** The basis row that starts in this column. */
  rowAt(lead: number): Row | undefined {
    return this.rows.get(lead);
  }

  /** The leads of the basis rows with a number in this column. */
  leadsIn(column: number): ReadonlySet<number> {
    return this.holders.get(column) ?? new Set();
  }

  /** Null: nothing new, the row can be computed from the others. @throws TooLarge, and nothing has changed */
  add(row: Row): Addition | null {
    const rest = this.reduced(row);
    if (rest.size === 0) return null;
    const lead = Math.min(...rest.keys());
    const added = primitive(rest, lead);
    const before = new Map<number, Row>();
    const after = new Map([[lead, added]]);
    for (const other of this.leadsIn(lead)) {
      const old = this.rows.get(other) ?? new Map<number, number>();
      before.set(other, old);
      after.set(other, primitive(combined(old, added.get(lead) ?? 1, added, -(old.get(lead) ?? 0)), other));
    }
    for (const [other, next] of after) this.put(other, next);
    return { lead, before };
  }

  /** As if the row had never been added. Only for the latest addition that still stands. */
  takeBack({ lead, before }: Addition): void {
    this.drop(lead);
    for (const [other, old] of before) this.put(other, old);
  }

  private reduced(row: Row): Row {
    let rest = row;
    for (const column of row.keys()) {
      const basis = this.rows.get(column);
      const value = rest.get(column);
      if (!basis || value === undefined) continue;
      const own = basis.get(column) ?? 1;
      const shared = divisorOf(own, value);
      rest = combined(rest, own / shared, basis, -value / shared);
    }
    return rest;
  }

  private put(lead: number, row: Row): void {
    this.drop(lead);
    this.rows.set(lead, row);
    for (const column of row.keys()) {
      const holders = this.holders.get(column);
      if (holders) holders.add(lead);
      else this.holders.set(column, new Set([lead]));
    }
  }

  private drop(lead: number): void {
    for (const column of this.rows.get(lead)?.keys() ?? []) this.holders.get(column)?.delete(lead);
    this.rows.delete(lead);
  }
}
