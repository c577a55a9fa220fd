import { mayDo, roles, type Role, type Verb } from '#contract';
import type { Account } from './account.entity.js';

/** Who asks. Use cases take it first; what it may do follows from its role alone. */
export class Actor {
  constructor(
    /** Null for a visitor. */
    readonly accountId: string | null,
    /** The account's name; empty for a visitor. */
    readonly name: string,
    readonly role: Role,
    /** The agency the account belongs to; null: to none. */
    readonly agencyId: string | null = null,
    /** The enrolled device that asks for it; null: a browser or the command line. */
    readonly deviceId: string | null = null,
  ) {}

  /** Whether this actor has a verb. */
  can(verb: Verb): boolean {
    return mayDo(this.role, verb);
  }

  get signedIn(): boolean {
    return this.accountId !== null;
  }
}

/** Whoever has not signed in. */
export const visitor = new Actor(null, '', 'visitor');

/** An account as whoever asks; a visitor when its role is no longer known. */
export function actorOf(
  { id, name, role, agencyId }: Omit<Account, 'passwordHash'>,
  deviceId: string | null = null,
): Actor {
  return isRole(role) ? new Actor(id, name, role, agencyId, deviceId) : visitor;
}

function isRole(text: string): text is Role {
  return Object.hasOwn(roles, text);
}
