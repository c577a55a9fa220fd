import { Injectable, Logger } from '@nestjs/common';
import { Problem } from '#contract';
import { Database } from '#database';
import type { Account } from './account.entity.js';
import { foldedName, isAccountName } from './account-name.js';
import { findAccount, replaceHash } from './accounts.queries.js';
import { actorOf, visitor, type Actor } from './actor.js';
import { bucketsOf, type Buckets } from './buckets.js';
import { Passwords } from './passwords.js';
import { newToken, tokenHash } from './secret-token.js';
import {
  deleteSession,
  deleteSessionsOf,
  findSession,
  insertSession,
  isKnownDevice,
  pruneSessions,
  rememberDevice,
  type SignedIn,
} from './sessions.queries.js';
import { giveBack, pruneFailures, takeTurn } from './sign-in-failures.queries.js';

/** Where somebody signs in from. */
export interface SignInFrom {
  /** The network address of the client. */
  readonly address: string;
  /** What the browser was given when it signed in before; null for none. */
  readonly deviceToken: string | null;
  /** The session the browser has now, which ends; null for none. */
  readonly sessionToken: string | null;
}

/** What a browser is given when it signs in. The tokens are told here and nowhere else. */
export interface OpenedSession {
  readonly token: string;
  readonly deviceToken: string;
  readonly account: SignedIn;
}

interface Try {
  readonly account: Account | null;
  readonly buckets: Buckets;
  readonly wait: number;
}

const noDevice = Buffer.alloc(0);
const nobody = '00000000-0000-0000-0000-000000000000';

/** Who is signed in. A session ends 12 hours after its last request, and 7 days after it was opened. */
@Injectable()
export class Sessions {
  private readonly logger = new Logger('Sessions');
  private prunedAt = 0;

  constructor(
    private readonly database: Database,
    private readonly passwords: Passwords,
  ) {}

  /**
   * Signs in. Refuses with `access.wrongCredentials`, alike for a wrong password and for an account there is not, and
   * with `access.slowDown` before the password is looked at when tries come too fast (see pace.ts).
   */
  async open(name: string, password: string, from: SignInFrom): Promise<OpenedSession> {
    await this.pruneHourly();
    const { account, buckets, wait } = await this.take(foldedName(name), from);
    if (wait > 0) throw slowDown(wait);
    const right = await this.passwords.matches(account?.passwordHash ?? null, password);
    if (!account || !right) {
      this.logger.warn({ account: account?.id ?? null }, 'sign-in refused');
      throw new Problem('access.wrongCredentials');
    }
    const opened = await this.enter(await this.renewed(account, password), buckets, from);
    this.logger.log({ account: account.id }, 'signed in');
    return opened;
  }

  /** Who a session token stands for: a visitor when it is none, unknown, or at its end. */
  async actorOf(token: string | null): Promise<Actor> {
    const account = await this.find(token);
    return account ? actorOf(account) : visitor;
  }

  /** The account of a session that lives, or null. */
  async find(token: string | null): Promise<SignedIn | null> {
    const hash = tokenHash(token);
    return hash && this.database.transaction((db) => findSession(db, hash));
  }

  /** Signs out. A token that is none, or ended already, is no error. */
  async close(token: string | null): Promise<void> {
    const hash = tokenHash(token);
    if (hash) await this.database.transaction((db) => deleteSession(db, hash));
  }

  /** Signs an account out everywhere, from the next request on. */
  async closeAll(accountId: string): Promise<void> {
    await this.database.transaction((db) => deleteSessionsOf(db, accountId));
  }

  private take(folded: string, from: SignInFrom): Promise<Try> {
    return this.database.transaction(async (db) => {
      // Both are looked for whether they can be there or not, so that the time tells nothing.
      const account = await findAccount(db, isAccountName(folded) ? folded : '');
      const device = tokenHash(from.deviceToken) ?? noDevice;
      const known = await isKnownDevice(db, device, account?.id ?? nobody);
      const buckets = bucketsOf(folded, { address: from.address, knownDevice: known ? device : null });
      return { account, buckets, wait: await takeTurn(db, buckets) };
    });
  }

  private enter(account: Account, buckets: Buckets, from: SignInFrom): Promise<OpenedSession> {
    return this.database.transaction(async (db) => {
      await giveBack(db, buckets);
      const old = tokenHash(from.sessionToken);
      if (old) await deleteSession(db, old);
      const token = newToken();
      const opened = await insertSession(db, hashOf(token), account);
      if (!opened) throw new Problem('access.wrongCredentials'); // changed while it was being checked
      const deviceToken = buckets.line === null && from.deviceToken ? from.deviceToken : newToken();
      await rememberDevice(db, hashOf(deviceToken), account.id);
      const { id, name, role, agencyId } = account;
      return { token, deviceToken, account: { id, name, role, agencyId } };
    });
  }

  /** The account with a hash of today's parameters. */
  private async renewed(account: Account, password: string): Promise<Account> {
    if (!this.passwords.isOutdated(account.passwordHash)) return account;
    const passwordHash = await this.passwords.hash(password);
    const kept = await this.database.transaction((db) => replaceHash(db, account, passwordHash));
    return kept ? { ...account, passwordHash } : account;
  }

  private async pruneHourly(): Promise<void> {
    if (Date.now() < this.prunedAt + 3_600_000) return;
    this.prunedAt = Date.now();
    await this.database.transaction(pruneFailures);
    await this.database.transaction(pruneSessions);
  }
}

function hashOf(token: string): Buffer {
  const hash = tokenHash(token);
  if (!hash) throw new Error('a token of our own making is not one');
  return hash;
}

function slowDown(wait: number): Problem {
  const seconds = Math.ceil(wait);
  return new Problem('access.slowDown', { params: { seconds }, retryAfter: seconds });
}
