import type { EntityManager } from 'typeorm';
import { Account } from './account.entity.js';

export function findAccount(db: EntityManager, folded: string): Promise<Account | null> {
  return db.findOneBy(Account, { name: folded });
}

/** Whether it was inserted: not when the name is taken, even by a process that came at the same moment. */
export async function insertAccount(db: EntityManager, account: Account): Promise<boolean> {
  const rows = await db.query<unknown[]>(
    `insert into accounts (id, name, password_hash, role, agency_id) values ($1, $2, $3, $4, $5)
     on conflict (name) do nothing returning id`,
    [account.id, account.name, account.passwordHash, account.role, account.agencyId],
  );
  return rows.length === 1;
}

export async function accountExists(db: EntityManager, name: string): Promise<boolean> {
  return db.existsBy(Account, { name });
}

export async function changeHash(db: EntityManager, accountId: string, passwordHash: string): Promise<void> {
  await db.update(Account, { id: accountId }, { passwordHash });
}

/** Keeps another hash of the same password; whether the account still had the old one. */
export async function replaceHash(db: EntityManager, account: Account, passwordHash: string): Promise<boolean> {
  const result = await db.update(Account, { id: account.id, passwordHash: account.passwordHash }, { passwordHash });
  return result.affected === 1;
}
