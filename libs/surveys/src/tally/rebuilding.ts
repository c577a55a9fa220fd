import type { EntityManager } from 'typeorm';
import type { Database } from '#database';
import type { KnownInstruments } from '#schemes';
import { addArrivals, countArrivals } from '../campaign/arrivals.queries.js';
import { ContributionTotals } from './contribution-totals.js';
import { copiedResponses, type PlaceRange } from './copied-responses.js';
import { writeAnew } from './folding.js';
import type { Span } from './fold-mark.js';

/** What is read anew: the responses of a span, in ranges of places whose tallies should fit into memory together. */
export interface ReadAnew {
  readonly span: Span;
  /** All places, in order. */
  readonly ranges: readonly PlaceRange[];
  /** For tallies, in bytes; a range that needs more is read in parts. */
  readonly memory: number;
}

/**
 * Makes the tallies of a span where there are none, in the transaction of `db`, and counts what came in. Other connections read
 * beside it on the same snapshot: responses are copied out by two, half of the table each, for the database writes a row slower
 * than it is added up here. @returns how many responses
 */
export async function tallyAnew(
  db: EntityManager,
  { database, instruments }: { readonly database: Database; readonly instruments: KnownInstruments },
  read: ReadAnew,
): Promise<number> {
  const [row] = await db.query<{ snapshot: string }[]>('select pg_export_snapshot() as snapshot');
  if (!row || !/^[0-9A-F-]+$/.test(row.snapshot)) throw new Error('There is no snapshot to share');
  const beside = <T>(work: (db: EntityManager) => Promise<T>) =>
    database.read(async (other) => {
      await other.query(`set transaction snapshot '${row.snapshot}'`);
      return work(other);
    });
  const [all, arrived] = await Promise.all([
    talliedIn(db, instruments, { ...read, beside }),
    beside((other) => countArrivals(other, read.span)),
  ]);
  await addArrivals(db, arrived);
  return all;
}

async function talliedIn(
  db: EntityManager,
  instruments: KnownInstruments,
  { span, ranges, memory, beside }: ReadAnew & { readonly beside: (work: (db: EntityManager) => Promise<void>) => Promise<void> }, // prettier-ignore
): Promise<number> {
  const [row] = await db.query<{ half: string }[]>(
    `select (pg_relation_size('responses') / current_setting('block_size')::int / 2)::text as half`,
  );
  const half = `'(${row?.half ?? 0},0)'`;
  const totals = new ContributionTotals();
  let all = 0;
  for (const { from, before } of ranges) {
    for (let next = from; next < before; next = totals.below) {
      totals.clear();
      const places = { from: next, before };
      const copied = (on: EntityManager, part: string) => copiedResponses(on, totals, { span, places, memory, part });
      await Promise.all([copied(db, `ctid < ${half}`), beside((other) => copied(other, `ctid >= ${half}`))]);
      if (next === from) all += totals.count;
      await writeAnew(db, instruments, { totals, places });
    }
  }
  return all;
}
