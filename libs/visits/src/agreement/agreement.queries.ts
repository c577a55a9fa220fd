import type { EntityManager } from 'typeorm';
import type { AnswerSheet } from '#instruments';

/** A visit that counts, as agreement sees it. */
export interface CountedVisit {
  readonly id: string;
  readonly centre: string;
  /** The name of the shopper's account. */
  readonly shopper: string;
  readonly instrumentId: string;
  readonly pairId: string | null;
  /** As the shopper first sent it: what others corrected says nothing of how two people saw the same. */
  readonly sheet: AnswerSheet;
}

/** The visits of a cycle that count, a page at a time by id, from after one of them. */
export function listCounted(
  db: EntityManager,
  cycleId: string,
  after: string | null,
  most: number,
): Promise<CountedVisit[]> {
  return db.query<CountedVisit[]>(
    `select visits.id, centres.code as centre, accounts.name as shopper, instrument_id as "instrumentId", pair_id as "pairId", sheet
     from visits join centres on centres.id = centre_id join accounts on accounts.id = shopper_id
     join lateral (
       select content -> 'sheet' as sheet from visit_reports as reports where reports.cycle_id = visits.cycle_id
         and reports.agency_id = visits.agency_id and reports.visit_id = visits.id and by = 'shopper'
       order by revision desc limit 1) as report on true
     where visits.cycle_id = $1 and counted and ($2::uuid is null or visits.id > $2) order by visits.id limit $3`,
    [cycleId, after, most],
  );
}
