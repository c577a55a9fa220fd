import type { EntityManager } from 'typeorm';
import type { Visit } from '../visit.entity.js';

type VisitKey = Pick<Visit, 'cycleId' | 'agencyId' | 'id'>;

/** Whose reports the office lets in beside a visit. */
export interface Beside {
  /** The revision of the next that is kept: 0 or less, so that it never comes among those that follow each other. */
  readonly next: number;
  /** How many reports of each account are still let in. */
  readonly admitted: ReadonlyMap<string, number>;
}

export const nothingBeside: Beside = { next: 0, admitted: new Map() };

/** What is let in beside some visits, by their ids; one without anything is not there. Read under the locks of the visits. */
export async function listBeside(db: EntityManager, visits: readonly VisitKey[]): Promise<ReadonlyMap<string, Beside>> {
  if (visits.length === 0) return new Map();
  const rows = await db.query<{ visit: string; account: string; admitted: number; next: number }[]>(
    `with admissions as (
       select cycle_id, agency_id, visit_id, (details ->> 'admitted')::uuid as account_id, count(*) as times
       from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as given (cycle_id, agency_id, visit_id)
       join visit_events using (cycle_id, agency_id, visit_id) where details ? 'admitted' group by 1, 2, 3, 4
     )
     select visit_id as visit, admissions.account_id as account, (times - kept.own)::int as admitted, least(kept.lowest, 1) - 1 as next
     from admissions, lateral (
       select min(revision) as lowest, count(*) filter (where revision <= 0 and reports.account_id = admissions.account_id) as own
       from visit_reports as reports where reports.cycle_id = admissions.cycle_id
         and reports.agency_id = admissions.agency_id and reports.visit_id = admissions.visit_id) as kept`,
    [visits.map(({ cycleId }) => cycleId), visits.map(({ agencyId }) => agencyId), visits.map(({ id }) => id)],
  );
  const byVisit = Map.groupBy(rows, ({ visit }) => visit);
  return new Map(
    [...byVisit].map(([visit, some]) => {
      const admitted = new Map(some.map((row) => [row.account, row.admitted]));
      return [visit, { next: some[0]?.next ?? 0, admitted }] as const;
    }),
  );
}

/** Whether a visit was ever given to somebody. */
export async function wasGiven(
  db: EntityManager,
  { cycleId, agencyId, id, shopperId }: VisitKey & Pick<Visit, 'shopperId'>,
  accountId: string,
): Promise<boolean> {
  if (shopperId === accountId) return true;
  const rows = await db.query<unknown[]>(
    `select 1 from visit_events where cycle_id = $1 and agency_id = $2 and visit_id = $3
       and (details ->> 'shopper' = $4::text or (role = 'shopper' and account_id = $4::uuid)) limit 1`,
    [cycleId, agencyId, id, accountId],
  );
  return rows.length > 0;
}
