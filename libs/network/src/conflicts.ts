import type { EntityManager } from 'typeorm';

/** An agency, those it came from and those it went on as, through any number of successions: the CTE `kin (id)` of $1. */
export const kinOfAgency = `recursive earlier (id) as (
    select $1::uuid union select predecessor_id from successions join earlier on successor_id = earlier.id
  ), later (id) as (
    select $1::uuid union select successor_id from successions join later on predecessor_id = later.id
  ), kin (id) as (select id from earlier union select id from later)`;

/** Nobody is assigned while his conflicts change, nor the other way round: both hold the account first. */
export async function lockAccount(db: EntityManager, accountId: string): Promise<void> {
  await db.query('select from accounts where id = $1 for no key update', [accountId]);
}

/** Whether an account may not judge an agency: it belongs to it or its kin, or declared a conflict with one of them. */
export async function hasConflict(db: EntityManager, accountId: string, agencyId: string): Promise<boolean> {
  const rows = await db.query<unknown[]>(
    `with ${kinOfAgency}
     select 1 from conflicts_of_interest where account_id = $2 and agency_id in (select id from kin)
     union all select 1 from accounts where accounts.id = $2 and accounts.agency_id in (select id from kin)`,
    [agencyId, accountId],
  );
  return rows.length > 0;
}

/** Why an account may not judge an agency; both are false for whoever may. */
export interface AgencyBonds {
  readonly accountId: string;
  readonly agencyId: string;
  /** It belongs to the agency or its kin. */
  readonly own: boolean;
  /** It declared a conflict with the agency or its kin. */
  readonly conflict: boolean;
}

/** What binds these accounts to these agencies and their kin: only pairs with a bond are listed. */
export function listBonds(
  db: EntityManager,
  accountIds: readonly string[],
  agencyIds: readonly string[],
): Promise<AgencyBonds[]> {
  return db.query<AgencyBonds[]>(
    `with recursive earlier (root, id) as (
       select id, id from unnest($2::uuid[]) as id
       union select root, predecessor_id from successions join earlier on successor_id = earlier.id
     ), later (root, id) as (
       select id, id from unnest($2::uuid[]) as id
       union select root, successor_id from successions join later on predecessor_id = later.id
     ), kin as (select root, id from earlier union select root, id from later),
     bonds as (
       select accounts.id as account_id, root, true as own, false as conflict
       from accounts join kin on kin.id = accounts.agency_id where accounts.id = any($1)
       union all
       select account_id, root, false, true from conflicts_of_interest join kin on kin.id = agency_id
       where account_id = any($1)
     )
     select account_id as "accountId", root as "agencyId", bool_or(own) as own, bool_or(conflict) as conflict
     from bonds group by account_id, root`,
    [accountIds, agencyIds],
  );
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
