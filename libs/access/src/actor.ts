import { mayDo, type Role, type Verb } from '#contract';

/** Who asks. Use cases take it first; what it may do follows from its role alone. */
export class Actor {
  constructor(
    /** Null for a visitor. */
    readonly accountId: string | null,
    /** The account's name; empty for a visitor. */
    readonly name: string,
    readonly role: Role,
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
