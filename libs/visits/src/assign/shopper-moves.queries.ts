import type { EntityManager } from 'typeorm';
import type { Visit } from '../visit.entity.js';

/** Whether an account declined a visit at just that moment of its clock. */
export async function hasDeclined(
  db: EntityManager,
  { cycleId, agencyId, id }: Visit,
  accountId: string | null,
  at: string,
): Promise<boolean> {
  const rows = await db.query<unknown[]>(
    `select 1 from visit_events where cycle_id = $1 and agency_id = $2 and visit_id = $3
       and verb = 'visit.decline' and account_id = $4 and details ->> 'at' = $5`,
    [cycleId, agencyId, id, accountId, at],
  );
  return rows.length > 0;
}
