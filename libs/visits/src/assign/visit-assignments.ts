import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '#access';
import { Problem } from '#contract';
import { Cycle, cycleOf } from '#cycles';
import { Database } from '#database';
import { planOf } from '../plan/visit-plan.queries.js';
import { listShoppersNamed, type Shopper } from '../people/shopper.queries.js';
import { findVisitForUpdate, moveVisit } from '../visit-moves.js';
import type { Visit } from '../visit.entity.js';
import { give, giveTo } from './giving.js';
import { proposalFor, type AssignmentProposal } from './proposal.js';
import { RuleFacts, standing } from './rule-facts.js';
import { listPlaces, lockForAssigning, lockVisits } from './rule-facts.queries.js';

export interface AssignmentWish {
  /** The name of the shopper's account. */
  readonly shopper: string;
  /** Why rules may be broken this time; null: they may not. */
  readonly exception?: string | null | undefined;
}

/** Who makes which visit. */
@Injectable()
export class VisitAssignments {
  constructor(private readonly database: Database) {}

  /**
   * Gives a planned visit to a shopper; once more changes nothing. Refuses with `visit.unknown`, `visit.notShopper`,
   * `visit.planMissing`, `visit.moveRefused`, and `visit.rulesBroken` with all rules it breaks. With a reason for the exception
   * it is done, and the rules stand on the trail; never by somebody of the agency, or with a conflict of interest.
   */
  assign(actor: Actor, id: string, { shopper: name, exception = null }: AssignmentWish): Promise<Visit> {
    return this.database.transaction(async (db) => {
      const [place] = await listPlaces(db, [id]);
      if (!place) throw new Problem('visit.unknown');
      const shopper = await shopperNamed(db, name);
      await lockForAssigning(db, [shopper.accountId], [place.centreId]);
      const visit = await findVisitForUpdate(db, id);
      if (!visit) throw new Problem('visit.unknown');
      if (visit.state === 'assigned' && visit.shopperId === shopper.accountId) return visit;
      const facts = await factsOf(db, place.cycleId, [id], [shopper]);
      const broken = facts.broken(id, shopper.accountId);
      const faults = standing(broken, exception);
      if (faults.length > 0) throw new Problem('visit.rulesBroken', { faults });
      return give(db, actor, visit, { shopper, broken, exception });
    });
  }

  /** Takes a visit back before it is begun. Refuses with `visit.unknown`, `visit.moveRefused`, `visit.reasonNeeded`. */
  withdraw(actor: Actor, id: string, reason: string): Promise<Visit> {
    return this.database.transaction(async (db) => {
      const visit = await findVisitForUpdate(db, id);
      if (!visit) throw new Problem('visit.unknown');
      const details = { shopper: visit.shopperId };
      return moveVisit(db, actor, visit, {
        to: 'planned',
        verb: 'visit.assign',
        reason,
        details,
        changes: { shopperId: null },
      });
    });
  }

  /** Who could make the visits of a cycle that nobody has, under the rules. Refuses with `cycle.unknown`, `visit.planMissing`. */
  propose(cycleKey: string): Promise<AssignmentProposal> {
    return this.database.read(async (db) => proposalFor(db, await cycleOf(db, cycleKey)));
  }

  /** Makes a fresh proposal and assigns by it. Refuses as `propose` does. */
  assignProposed(actor: Actor, cycleKey: string): Promise<AssignmentProposal> {
    return this.database.transaction(async (db) => {
      const cycle = await cycleOf(db, cycleKey);
      const proposal = await proposalFor(db, cycle, true);
      const visits = await lockVisits(
        db,
        proposal.proposed.map(({ visit }) => visit),
      );
      for (const { visit: id, accountId } of proposal.proposed) {
        const visit = visits.get(id);
        if (visit?.state === 'planned') await giveTo(db, actor, visit, accountId, { proposed: true });
      }
      return proposal;
    });
  }
}

/** The shopper of an account name. @throws Problem `visit.notShopper` */
async function shopperNamed(db: EntityManager, name: string): Promise<Shopper> {
  const [shopper] = await listShoppersNamed(db, [name]);
  if (!shopper) throw new Problem('visit.notShopper', { params: { name: name.slice(0, 100) } });
  return shopper;
}

async function factsOf(db: EntityManager, cycleId: string, ids: readonly string[], shoppers: readonly Shopper[]) {
  const { plan } = await planOf(db, await db.findOneByOrFail(Cycle, { id: cycleId }));
  return RuleFacts.of(db, { cycleId, plan }, ids, shoppers);
}
