import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '#access';
import { Problem } from '#contract';
import { Database } from '#database';
import type { VisitState } from '#fieldwork';
import { findVisitForUpdate, moveVisit } from '../visit-moves.js';
import type { Visit } from '../visit.entity.js';
import { hasDeclined } from './shopper-moves.queries.js';

/** What a tablet did, told when it has a network again. */
export interface ToldMove {
  /** When it was done, by the tablet's clock: an ISO instant. */
  readonly at: string;
}

/** What a shopper does with a visit before sending it. Told twice, each is done once and neither is refused. */
@Injectable()
export class ShopperMoves {
  constructor(private readonly database: Database) {}

  /** Refuses with `visit.unknown` a visit that is not assigned to who asks. */
  accept(shopper: Actor, id: string, told: ToldMove): Promise<void> {
    return this.move(shopper, id, ['assigned'], (db, visit) =>
      moveVisit(db, shopper, visit, { to: 'accepted', verb: 'visit.accept', details: { at: told.at } }),
    );
  }

  /** Refuses with `visit.unknown` a visit that is not assigned to who asks. */
  start(shopper: Actor, id: string, told: ToldMove): Promise<void> {
    return this.move(shopper, id, ['assigned', 'accepted'], (db, visit) =>
      moveVisit(db, shopper, visit, { to: 'inProgress', verb: 'visit.start', details: { at: told.at } }),
    );
  }

  /**
   * Gives a visit back. Refuses with `visit.unknown` a visit that is not assigned to who asks, and with `visit.moveRefused` one
   * that was sent. The same refusal told late, after the visit was assigned to him anew, does not give that back.
   */
  decline(shopper: Actor, id: string, { at, reason }: ToldMove & { readonly reason: string }): Promise<void> {
    return this.database.transaction(async (db) => {
      const visit = await findVisitForUpdate(db, id);
      if (visit && (await hasDeclined(db, visit, shopper.accountId, at))) return;
      await moveVisit(db, shopper, ownOf(shopper, visit), {
        to: 'planned',
        verb: 'visit.decline',
        reason,
        details: { at },
        changes: { shopperId: null },
      });
    });
  }

  /** Does nothing to a visit that is beyond these states: the tablet tells again what is done. */
  private move(
    shopper: Actor,
    id: string,
    from: readonly VisitState[],
    work: (db: EntityManager, visit: Visit) => Promise<unknown>,
  ): Promise<void> {
    return this.database.transaction(async (db) => {
      const visit = ownOf(shopper, await findVisitForUpdate(db, id));
      if (from.includes(visit.state)) await work(db, visit);
    });
  }
}

function ownOf({ accountId }: Actor, visit: Visit | null): Visit {
  if (!visit || accountId === null || visit.shopperId !== accountId) throw new Problem('visit.unknown');
  return visit;
}
