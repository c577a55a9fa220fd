import type { EntityManager } from 'typeorm';
import type { VisitState } from '#fieldwork';
import type { Visit } from '../visit.entity.js';

/** The agency of an account and those it took the place of: where it is the only successor, so that halves see only their own. */
const owned = `recursive owned (id) as (
    select $1::uuid
    union
    select predecessor_id from owned join (
      select predecessor_id, min(successor_id::text)::uuid as successor_id from successions
      group by predecessor_id having count(*) = 1) as passed on passed.successor_id = owned.id
  )`;

/** Whether the account of an agency may see what belongs to another: itself, or one it took the place of. */
export async function ownsAgency(db: EntityManager, own: string, agencyId: string): Promise<boolean> {
  const rows = await db.query<unknown[]>(`with ${owned} select 1 from owned where id = $2`, [own, agencyId]);
  return rows.length > 0;
}

/** A released visit in a list. */
export interface ReleasedLine {
  readonly id: string;
  readonly centre: string;
  readonly agency: string;
  readonly wave: string;
  readonly scenario: string;
  readonly service: string | null;
  readonly state: VisitState;
  readonly releasedAt: Date;
  readonly appealUntil: string;
  readonly appeals: number;
}

/** The released visits of a cycle, those released last first, from after one of them; of all agencies when `own` is null. */
export function listReleased(
  db: EntityManager,
  cycleId: string,
  own: string | null,
  after: string | null,
  most: number,
): Promise<ReleasedLine[]> {
  return db.query<ReleasedLine[]>(
    `with ${owned}
     select visits.id, centres.code as centre, agencies.code as agency, wave, scenario, service, state,
       released_at as "releasedAt", appeal_until::text as "appealUntil",
       (select count(*)::int from visit_appeals as appeals where appeals.cycle_id = visits.cycle_id
         and appeals.agency_id = visits.agency_id and appeals.visit_id = visits.id) as appeals
     from visits join centres on centres.id = visits.centre_id join agencies on agencies.id = visits.agency_id
     where visits.cycle_id = $2 and released_at is not null
       and ($1::uuid is null or visits.agency_id in (select id from owned))
       and ($3::uuid is null or (released_at, visits.id) < (select released_at, id from visits as last where last.id = $3
         and ($1::uuid is null or last.agency_id in (select id from owned))))
     order by released_at desc, visits.id desc limit $4`,
    [own, cycleId, after, most],
  );
}

/** Whether a file belongs to a visit: a photo of one of its reports (of the standing one alone when so asked), or evidence of an appeal. */
export async function isFileOf(
  db: EntityManager,
  { cycleId, agencyId, id, reportId }: Visit,
  hash: string,
  of: { readonly standingOnly: boolean; readonly appeals: boolean; readonly beside: boolean },
): Promise<boolean> {
  const rows = await db.query<unknown[]>(
    `select 1 from visit_photos where hash = $4 and cycle_id = $1 and agency_id = $2 and visit_id = $3
       and ($5::uuid is null or report_id = $5)
       and ($7 or not exists (select 1 from visit_reports as kept where kept.cycle_id = $1 and kept.agency_id = $2
         and kept.id = report_id and revision <= 0))
     union all
     select 1 from visit_appeals where $6 and cycle_id = $1 and agency_id = $2 and visit_id = $3 and $4 = any(evidence) limit 1`,
    [cycleId, agencyId, id, hash, of.standingOnly ? reportId : null, of.appeals, of.beside],
  );
  return rows.length > 0;
}
