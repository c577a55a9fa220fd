import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '#access';
import { Problem } from '#contract';
import { Cycle } from '#cycles';
import { Database } from '#database';
import type { VisitState } from '#fieldwork';
import { findVisitForUpdate, moveVisit } from '../visit-moves.js';
import type { Visit } from '../visit.entity.js';
import { openWindow } from './open-window.js';
import { findPartner, insertPlanned, type NewVisit } from './planned.queries.js';
import { todayIn } from './today.js';
import { planOf } from './visit-plan.queries.js';

/** States in which the other visit of a pair is still to be made. */
const unmade: readonly VisitState[] = ['planned', 'assigned', 'accepted', 'inProgress'];

/** Visits that take the place of others. */
@Injectable()
export class Replacements {
  constructor(private readonly database: Database) {}

  /**
   * Gives a visit up and plans another like it, in a window that is open. Refuses with `visit.unknown`, `visit.moveRefused` what
   * was sent and stands or was replaced before, `visit.reasonNeeded`, and `visit.tooLate` when the cycle is over.
   */
  replace(actor: Actor, id: string, reason: string): Promise<NewVisit> {
    return this.database.transaction(async (db) => {
      const visit = await findVisitForUpdate(db, id);
      if (!visit) throw new Problem('visit.unknown');
      const next = await successorOf(db, visit);
      await moveVisit(db, actor, visit, { to: 'replaced', verb: 'visit.replace', reason, details: { by: next.id } });
      await insertPlanned(db, actor, [next]);
      return next;
    });
  }

  /**
   * Gives a visit that was replaced back to its shopper, who had made it all the same: what waits on the tablet can be taken
   * then. The other visit stays planned. Refuses with `visit.unknown`, `visit.reasonNeeded`, and `visit.moveRefused` where
   * nobody held it or something was sent about it.
   */
  restore(actor: Actor, id: string, reason: string): Promise<Visit> {
    return this.database.transaction(async (db) => {
      const visit = await findVisitForUpdate(db, id);
      if (!visit) throw new Problem('visit.unknown');
      const move = { to: 'assigned', verb: 'visit.replace', reason } as const;
      if (visit.shopperId === null || visit.reportId !== null) {
        throw new Problem('visit.moveRefused', { params: { state: visit.state, to: move.to } });
      }
      return moveVisit(db, actor, visit, move);
    });
  }
}

async function successorOf(db: EntityManager, visit: Visit): Promise<NewVisit> {
  const cycle = await db.findOneByOrFail(Cycle, { id: visit.cycleId });
  const { plan } = await planOf(db, cycle);
  const today = todayIn(plan.timeZone);
  const window = openWindow(visit, today, cycle.endsOn);
  if (!window) throw new Problem('visit.tooLate', { params: { until: cycle.endsOn } });
  return { ...visit, ...window, id: randomUUID(), replaces: visit.id, pairId: await pairOf(db, visit, window.dueTo) };
}

/** A pair is made on one day: it stays one while the other visit is still to be made and may be on the same day. */
async function pairOf(db: EntityManager, visit: Visit, dueTo: string): Promise<string | null> {
  if (visit.pairId === null || dueTo !== visit.dueTo) return null;
  const partner = await findPartner(db, visit);
  return partner && unmade.includes(partner.state) ? visit.pairId : null;
}
