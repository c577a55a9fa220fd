import type { EntityManager } from 'typeorm';
import type { Account } from './account.entity.js';

/** An account as it signs requests: without its password. */
export type SignedIn = Pick<Account, 'id' | 'name' | 'role' | 'agencyId'>;

/** Signed out after so long without a request, and after so long in any case. */
const idleLimit = '12 hours';
const longestSession = '7 days';
/** A device that has not signed in for so long is a stranger again. */
const deviceMemory = '180 days';
const devicesOfAccount = 20;

/**
 * The account of a session that lives, or null. That it was seen is written at most once a minute, by the same
 * statement, so that a request costs one look.
 */
export async function findSession(db: EntityManager, token: Buffer): Promise<SignedIn | null> {
  const [account] = await db.query<SignedIn[]>(
    `with session as (
       select token_hash, account_id, seen_at from sessions
        where token_hash = $1 and expires_at > now() and seen_at > now() - interval '${idleLimit}'
     ), seen as (
       update sessions set seen_at = now()
        where token_hash in (select token_hash from session where seen_at < now() - interval '1 minute')
     )
     select accounts.id, accounts.name, accounts.role, accounts.agency_id as "agencyId"
     from session join accounts on accounts.id = session.account_id`,
    [token],
  );
  return account ?? null;
}

/** Opens a session for an account whose password is still the one that was checked; whether it was. */
export async function insertSession(db: EntityManager, token: Buffer, account: Account): Promise<boolean> {
  const rows = await db.query<unknown[]>(
    `insert into sessions (token_hash, account_id, expires_at)
     select $1, id, now() + interval '${longestSession}' from accounts
      where id = $2 and password_hash = $3 for share
     returning account_id`,
    [token, account.id, account.passwordHash],
  );
  return rows.length === 1;
}

export async function deleteSession(db: EntityManager, token: Buffer): Promise<void> {
  await db.query('delete from sessions where token_hash = $1', [token]);
}

export async function deleteSessionsOf(db: EntityManager, accountId: string): Promise<void> {
  await db.query('delete from sessions where account_id = $1', [accountId]);
}

export async function isKnownDevice(db: EntityManager, token: Buffer, accountId: string): Promise<boolean> {
  const rows = await db.query<unknown[]>(
    `select from known_devices
      where token_hash = $1 and account_id = $2 and seen_at > now() - interval '${deviceMemory}'`,
    [token, accountId],
  );
  return rows.length === 1;
}

/** Remembers a device of an account, and of its devices the twenty seen last. */
export async function rememberDevice(db: EntityManager, token: Buffer, accountId: string): Promise<void> {
  await db.query(
    `insert into known_devices (token_hash, account_id) values ($1, $2)
     on conflict (token_hash) do update set seen_at = now()`,
    [token, accountId],
  );
  await db.query(
    `delete from known_devices where token_hash in (
       select token_hash from known_devices where account_id = $1 order by seen_at desc offset ${devicesOfAccount})`,
    [accountId],
  );
}

export async function forgetDevicesOf(db: EntityManager, accountId: string): Promise<void> {
  await db.query('delete from known_devices where account_id = $1', [accountId]);
}

/** Removes what has ended. */
export async function pruneSessions(db: EntityManager): Promise<void> {
  await db.query(`delete from sessions where expires_at < now() or seen_at < now() - interval '${idleLimit}'`);
  await db.query(`delete from known_devices where seen_at < now() - interval '${deviceMemory}'`);
}
