import type { EntityManager } from 'typeorm';
import type { Database } from '#database';
import type { KnownInstruments } from '#schemes';
import { ContributionTotals } from './contribution-totals.js';
import { copiedResponses } from './copied-responses.js';
import { addToTallies } from './folding.js';
import type { Span } from './fold-mark.js';
import { rangesOfPlaces } from './survey-tallies.queries.js';

/**
 * Makes the tallies of a span where there are none, in the transaction of `db`. The responses are copied out by two connections
 * on one snapshot, half of the table each, for the database writes a row slower than it is added up here; and for one range
 * of places after the other, so that their tallies need no more than `memory` bytes. @returns how many responses
 */
export async function tallyAnew(
  db: EntityManager,
  { database, instruments, span, memory }: { readonly database: Database; readonly instruments: KnownInstruments; readonly span: Span; readonly memory: number }, // prettier-ignore
): Promise<number> {
  const [row] = await db.query<{ half: string; snapshot: string }[]>(
    `select (pg_relation_size('responses') / current_setting('block_size')::int / 2)::text as half, pg_export_snapshot() as snapshot`,
  );
  if (!row || !/^[0-9A-F-]+$/.test(row.snapshot)) throw new Error('There is no snapshot to share');
  const { half, snapshot } = row;
  const totals = new ContributionTotals();
  let all = 0;
  for (const places of await rangesOfPlaces(db, span, memory)) {
    const copied = (on: EntityManager, part: string) => copiedResponses(on, totals, { span, places, memory: Infinity, part }); // prettier-ignore
    await Promise.all([
      copied(db, `ctid < '(${half},0)'`),
      database.read(async (beside) => {
        await beside.query(`set transaction snapshot '${snapshot}'`);
        await copied(beside, `ctid >= '(${half},0)'`);
      }),
    ]);
    await addToTallies(db, instruments, totals, true);
    all += totals.count;
    totals.clear();
  }
  return all;
}
