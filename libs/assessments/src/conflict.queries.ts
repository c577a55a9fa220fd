import type { EntityManager } from 'typeorm';
import { kinOfAgency } from '#network';

/** Locks the assessments an account has to do with at an agency and its kin, so that none is graded meanwhile. */
export async function lockAssessmentsOf(db: EntityManager, accountId: string, agencyId: string): Promise<void> {
  await db.query(
    `with ${kinOfAgency}
     select from assessments where agency_id in (select id from kin) and exists (
       select from assessor_assignments as held where held.cycle_id = assessments.cycle_id
         and held.centre_id = assessments.centre_id and held.account_id = $2)
     order by centre_id for update`,
    [agencyId, accountId],
  );
}

/** Ends the assignments of an account at an agency and its kin. @returns how many */
export async function endAssignmentsOf(db: EntityManager, accountId: string, agencyId: string): Promise<number> {
  const [rows] = await db.query<[unknown[], number]>(
    `with ${kinOfAgency}
     update assessor_assignments as held set ended_at = now(), ended_because = 'conflict'
     from assessments where assessments.cycle_id = held.cycle_id and assessments.centre_id = held.centre_id
       and assessments.agency_id in (select id from kin) and held.account_id = $2 and held.ended_at is null
     returning held.id`,
    [agencyId, accountId],
  );
  return rows.length;
}

/**
 * Marks the gradings of an assessor at an agency and its kin as not counted, in all cycles that are not published: what
 * was published stays as it was told. @returns how many
 */
export async function setGradingsAside(db: EntityManager, accountId: string, agencyId: string): Promise<number> {
  const [rows] = await db.query<[unknown[], number]>(
    `with ${kinOfAgency}
     update gradings set not_counted_since = now()
     where agency_id in (select id from kin) and account_id = $2 and by = 'assessor' and not_counted_since is null
       and cycle_id in (select id from cycles where published_at is null)
     returning gradings.id`,
    [agencyId, accountId],
  );
  return rows.length;
}
