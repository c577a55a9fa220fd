import type { EntityManager } from 'typeorm';

/** An agency, those it came from and those it went on as, through any number of successions: the CTE `kin (id)` of $1. */
const kin = `recursive earlier (id) as (
    select $1::uuid union select predecessor_id from successions join earlier on successor_id = earlier.id
  ), later (id) as (
    select $1::uuid union select successor_id from successions join later on predecessor_id = later.id
  ), kin (id) as (select id from earlier union select id from later)`;

/** Nobody is assigned while his conflicts change, nor the other way round: both hold the account first. */
export async function lockAccount(db: EntityManager, accountId: string): Promise<void> {
  await db.query('select from accounts where id = $1 for no key update', [accountId]);
}

/** Whether an account may not assess an agency: it belongs to it or its kin, or declared a conflict with one of them. */
export async function hasConflict(db: EntityManager, accountId: string, agencyId: string): Promise<boolean> {
  const rows = await db.query<unknown[]>(
    `with ${kin}
     select 1 from conflicts_of_interest where account_id = $2 and agency_id in (select id from kin)
     union all select 1 from accounts where accounts.id = $2 and accounts.agency_id in (select id from kin)`,
    [agencyId, accountId],
  );
  return rows.length > 0;
}

/** Notes a conflict; one that is known already keeps its first reason and time. */
export async function insertConflict(
  db: EntityManager,
  { accountId, agencyId, reason }: { accountId: string; agencyId: string; reason: string },
): Promise<void> {
  await db.query(
    `insert into conflicts_of_interest (account_id, agency_id, reason) values ($2, $1, $3)
     on conflict (account_id, agency_id) do nothing`,
    [agencyId, accountId, reason],
  );
}

/** Locks the assessments an account has to do with at an agency and its kin, so that none is graded meanwhile. */
export async function lockAssessmentsOf(db: EntityManager, accountId: string, agencyId: string): Promise<void> {
  await db.query(
    `with ${kin}
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
    `with ${kin}
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
    `with ${kin}
     update gradings set not_counted_since = now()
     where agency_id in (select id from kin) and account_id = $2 and by = 'assessor' and not_counted_since is null
       and cycle_id in (select id from cycles where published_at is null)
     returning gradings.id`,
    [agencyId, accountId],
  );
  return rows.length;
}
