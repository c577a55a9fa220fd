import type { EntityManager } from 'typeorm';
import type { Visit } from '../visit.entity.js';

/** What the reviewer tells the shopper at an item, or about the whole visit. */
export interface ReviewNote {
  /** The path of the item, such as `answers.wait`; null: the whole visit. */
  readonly item: string | null;
  readonly note: string;
}

type VisitKey = Pick<Visit, 'cycleId' | 'agencyId' | 'id'>;

/** Keeps the notes about a report, in place of those before: what they were stays on the trail. */
export async function keepNotes(
  db: EntityManager,
  { cycleId, agencyId, id }: VisitKey,
  reportId: string,
  accountId: string,
  notes: readonly ReviewNote[],
): Promise<void> {
  await db.query('delete from visit_notes where cycle_id = $1 and agency_id = $2 and report_id = $3', [
    cycleId,
    agencyId,
    reportId,
  ]);
  await db.query(
    `insert into visit_notes (cycle_id, agency_id, report_id, visit_id, place, item, note, account_id)
     select $1, $2, $3, $4, place - 1, item, note, $5 from unnest($6::text[], $7::text[]) with ordinality as given (item, note, place)`,
    [cycleId, agencyId, reportId, id, accountId, notes.map(({ item }) => item), notes.map(({ note }) => note)],
  );
}

/** All notes about a visit's reports. */
export function listNotes(
  db: EntityManager,
  { cycleId, agencyId, id }: VisitKey,
): Promise<(ReviewNote & { report: string; account: string; at: Date })[]> {
  return db.query<(ReviewNote & { report: string; account: string; at: Date })[]>(
    `select report_id as report, item, note, accounts.name as account, at
     from visit_reports as reports join visit_notes as notes on notes.cycle_id = reports.cycle_id
       and notes.agency_id = reports.agency_id and notes.report_id = reports.id
     join accounts on accounts.id = notes.account_id
     where reports.cycle_id = $1 and reports.agency_id = $2 and reports.visit_id = $3 order by revision desc, place`,
    [cycleId, agencyId, id],
  );
}
