import { Injectable } from '@nestjs/common';
import { Accounts, type Actor } from '#access';
import { Problem } from '#contract';
import { Database } from '#database';
import { agencyOf, insertConflict, lockAccount } from '#network';
import { moveVisit } from '../visit-moves.js';
import { heldAtAgency } from './conflict.queries.js';
import { keepShopper, listShoppers, type Shopper, type ShopperTraits } from './shopper.queries.js';

/** A shopper as he stands, and the password of a new account, which is told this once. */
export interface ShopperReceipt extends ShopperTraits {
  readonly name: string;
  /** Null: the account was there already. */
  readonly password: string | null;
}

export interface ShopperConflict {
  /** The name of the shopper's account. */
  readonly shopper: string;
  /** The agency's code. */
  readonly agency: string;
  readonly reason: string;
}

/** What declaring a conflict did. */
export interface ShopperConflictReceipt {
  /** Visits that were taken back from him and wait to be assigned anew. */
  readonly withdrawn: number;
  /** Visits he has begun, sent or is mending: the office decides about each. */
  readonly left: number;
}

/** The mystery shoppers, and which agencies they may not visit. */
@Injectable()
export class Shoppers {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
  ) {}

  /** All shoppers by name. */
  list(): Promise<Shopper[]> {
    return this.database.read((db) => listShoppers(db));
  }

  /**
   * Says who a shopper is, and makes his account where there is none of the name. Refuses with `visit.notShopper` an account of
   * another role, and as `Accounts.create` does. An account that was made stays when the rest fails: once more goes on.
   */
  async save(name: string, traits: ShopperTraits): Promise<ShopperReceipt> {
    const { password, accountId, folded } = await this.account(name);
    await this.database.transaction((db) => keepShopper(db, accountId, traits));
    return { name: folded, password, ...traits };
  }

  /**
   * Declares that a shopper may not visit an agency, nor those it came from or went on as, and takes his visits there back
   * as far as he has not begun them. Everybody may declare his own; the office all.
   */
  async declareConflict(actor: Actor, { shopper, agency, reason }: ShopperConflict): Promise<ShopperConflictReceipt> {
    const own = actor.name === shopper;
    if (actor.role !== 'office' && !own) throw new Problem('access.notAllowed');
    const { accountId } = shopperOf(await this.accounts.actorNamed(shopper));
    return this.database.transaction(async (db) => {
      const { id: agencyId } = await agencyOf(db, agency);
      await lockAccount(db, accountId);
      await insertConflict(db, { accountId, agencyId, reason });
      const held = await heldAtAgency(db, accountId, agencyId);
      const verb = own && actor.role === 'shopper' ? 'visit.decline' : 'visit.assign';
      const waiting = held.filter(({ state }) => state === 'assigned' || state === 'accepted');
      for (const visit of waiting) {
        await moveVisit(db, actor, visit, { to: 'planned', verb, reason, changes: { shopperId: null } });
      }
      return { withdrawn: waiting.length, left: held.length - waiting.length };
    });
  }

  private async account(name: string): Promise<{ accountId: string; folded: string; password: string | null }> {
    const known = await this.accounts.actorNamed(name).catch((problem: unknown) => {
      if (problem instanceof Problem && problem.code === 'access.accountUnknown') return null;
      throw problem;
    });
    const password = known ? null : (await this.accounts.create(name, 'shopper')).password;
    const actor = known ?? (await this.accounts.actorNamed(name));
    return { ...shopperOf(actor), folded: actor.name, password };
  }
}

function shopperOf({ accountId, name, role }: Actor): { readonly accountId: string } {
  if (accountId === null || role !== 'shopper') throw new Problem('visit.notShopper', { params: { name } });
  return { accountId };
}
