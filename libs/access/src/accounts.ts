import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Problem, type Role } from '#contract';
import { Database } from '#database';
import { foldedName, isAccountName } from './account-name.js';
import { actorOf, type Actor } from './actor.js';
import { accountExists, changeHash, findAccount, insertAccount } from './accounts.queries.js';
import { generatedPassword } from './generated-password.js';
import { Passwords } from './passwords.js';
import { deleteSessionsOf, forgetDevicesOf } from './sessions.queries.js';

/** An account and its password, which is told this once and kept nowhere. */
export interface NewAccount {
  readonly name: string;
  readonly password: string;
}

/** Who may sign in. Passwords are made here, never chosen: 99 random bits. */
@Injectable()
export class Accounts {
  constructor(
    private readonly database: Database,
    private readonly passwords: Passwords,
  ) {}

  /** Makes the account the office begins with, or null when there is one of this name: also when two processes start at once. */
  async createFirst(name = 'office'): Promise<NewAccount | null> {
    if (await this.database.read((db) => accountExists(db, foldedName(name)))) return null;
    return this.insert(name, 'office');
  }

  /**
   * Makes an account, of an agency where one is given by its id: one of the role `agency` needs it. Refuses with
   * `access.accountNameInvalid`, `access.accountNameTaken` and `access.agencyNeeded`.
   */
  async create(name: string, role: Exclude<Role, 'visitor'>, agencyId: string | null = null): Promise<NewAccount> {
    if (role === 'agency' && agencyId === null) throw new Problem('access.agencyNeeded');
    const made = await this.insert(name, role, agencyId);
    if (!made) throw new Problem('access.accountNameTaken', { params: { name: foldedName(name) } });
    return made;
  }

  /** An account as whoever asks. Refuses with `access.accountUnknown`. */
  async actorNamed(name: string): Promise<Actor> {
    const folded = foldedName(name);
    const account = isAccountName(folded) ? await this.database.read((db) => findAccount(db, folded)) : null;
    if (!account) throw new Problem('access.accountUnknown', { params: { name: folded } });
    return actorOf(account);
  }

  /** Gives an account a new password and signs it out everywhere. Refuses with `access.accountUnknown`. */
  async renewPassword(name: string): Promise<NewAccount> {
    const password = generatedPassword();
    const passwordHash = await this.passwords.hash(password);
    return this.database.transaction(async (db) => {
      const folded = foldedName(name);
      const account = isAccountName(folded) ? await findAccount(db, folded) : null;
      if (!account) throw new Problem('access.accountUnknown', { params: { name: folded } });
      await changeHash(db, account.id, passwordHash);
      await deleteSessionsOf(db, account.id);
      await forgetDevicesOf(db, account.id);
      return { name: folded, password };
    });
  }

  private async insert(name: string, role: Role, agencyId: string | null = null): Promise<NewAccount | null> {
    const folded = foldedName(name);
    if (!isAccountName(folded)) throw new Problem('access.accountNameInvalid', { params: { name: folded } });
    const password = generatedPassword();
    const passwordHash = await this.passwords.hash(password);
    const account = { id: randomUUID(), name: folded, passwordHash, role, agencyId };
    const inserted = await this.database.transaction((db) => insertAccount(db, account));
    return inserted ? { name: folded, password } : null;
  }
}
