import type { EntityManager } from 'typeorm';
import type { Fault } from '#contract';
import type { Cycle } from '#cycles';
import { proposeAssignments } from '#fieldwork';
import { listShoppers } from '../people/shopper.queries.js';
import { todayIn } from '../plan/today.js';
import { planOf } from '../plan/visit-plan.queries.js';
import { RuleFacts } from './rule-facts.js';
import { listPlaces, listUnassigned, lockForAssigning } from './rule-facts.queries.js';

/** Who could make which of the visits that nobody has. */
export interface AssignmentProposal {
  readonly proposed: readonly ProposedVisit[];
  /** Visits for which nobody was found. */
  readonly unfilled: readonly UnfilledVisit[];
}

export interface ProposedVisit {
  readonly visit: string;
  /** The centre's code. */
  readonly centre: string;
  /** The name of the shopper. */
  readonly shopper: string;
  readonly accountId: string;
}

export interface UnfilledVisit {
  readonly visit: string;
  readonly centre: string;
  /** The shopper against whom least speaks, and what; null: there are no shoppers. */
  readonly nearest: string | null;
  readonly faults: readonly Fault[];
}

/**
 * Proposes shoppers for the visits of a cycle that nobody has and that can still be made. Locked, it holds until the transaction
 * ends. The same visits, shoppers and history give the same proposal.
 * @throws Problem `visit.planMissing`
 */
export async function proposalFor(db: EntityManager, cycle: Cycle, lock = false): Promise<AssignmentProposal> {
  const { plan } = await planOf(db, cycle);
  const ids = await listUnassigned(db, cycle.id, todayIn(plan.timeZone));
  const active = (await listShoppers(db)).filter((shopper) => shopper.active);
  if (lock) {
    const centres = new Set((await listPlaces(db, ids)).map(({ centreId }) => centreId));
    await lockForAssigning(
      db,
      active.map(({ accountId }) => accountId),
      [...centres],
    );
  }
  const facts = await RuleFacts.of(db, { cycleId: cycle.id, plan }, ids, active);
  const { visits, shoppers, history } = facts.forProposal();
  const found = proposeAssignments(plan.rules, visits, shoppers, history, { seed: 1 });
  const [names, codes] = [new Map(active.map((one) => [one.accountId, one.name])), await codesOf(db, ids)];
  const named = (visit: string) => ({ visit, centre: codes.get(visit) ?? '' });
  return {
    proposed: found.assigned.map(({ visit, shopper }) => ({
      ...named(visit),
      shopper: names.get(shopper) ?? '',
      accountId: shopper,
    })),
    unfilled: found.open.map(({ visit, nearest }) => ({
      ...named(visit),
      nearest: nearest ? (names.get(nearest.shopper) ?? '') : null,
      faults: nearest?.faults ?? [],
    })),
  };
}

async function codesOf(db: EntityManager, visitIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db.query<{ id: string; code: string }[]>(
    'select visits.id, code from visits join centres on centres.id = centre_id where visits.id = any($1::uuid[])',
    [visitIds],
  );
  return new Map(rows.map(({ id, code }) => [id, code]));
}
