import type { EntityManager } from 'typeorm';
import type { Actor } from '#access';
import { Problem } from '#contract';
import { transitionOf, type Mover, type VisitState, type VisitVerb } from '#fieldwork';
import { Visit } from './visit.entity.js';

/** What changes with a move beside the state. */
export type Changes = Partial<
  Pick<Visit, 'shopperId' | 'reviewerId' | 'reportId' | 'grade' | 'counted' | 'releasedAt' | 'appealUntil'>
>;

export interface Move {
  readonly to: VisitState;
  /** Null: the platform moves it by itself. */
  readonly verb: VisitVerb | null;
  readonly reason?: string | null;
  /** What the trail keeps beside it: nothing personal beyond accounts' ids. */
  readonly details?: Readonly<Record<string, unknown>> | null;
  readonly changes?: Changes;
}

/** A visit by its id, locked until the transaction ends; null when there is none. */
export function findVisitForUpdate(db: EntityManager, id: string): Promise<Visit | null> {
  return db.findOne(Visit, { where: { id }, lock: { mode: 'pessimistic_write' } });
}

/**
 * Moves a visit that this transaction holds locked, and writes it on the trail. It asks only whether the table of moves has
 * this one and whether it tells its reason; whether this actor may is asked before.
 * @throws Problem `visit.moveRefused`, `visit.reasonNeeded`
 */
export async function moveVisit(db: EntityManager, actor: Actor | null, visit: Visit, move: Move): Promise<Visit> {
  const { to, verb, changes = {}, details = null } = move;
  const reason = move.reason?.trim() || null;
  const transition = transitionOf(visit.state, to, verb);
  if (!transition) throw new Problem('visit.moveRefused', { params: { state: visit.state, to } });
  if (transition.reason && reason === null) throw new Problem('visit.reasonNeeded');
  const { cycleId, agencyId, id } = visit;
  await db.update(Visit, { cycleId, agencyId, id }, { state: to, ...changes });
  await noteEvent(db, visit, { from: visit.state, to, verb, by: transition.by, actor, reason, details });
  return { ...visit, state: to, ...changes };
}

interface NotedEvent {
  readonly from: VisitState | null;
  readonly to: VisitState;
  readonly verb: VisitVerb | null;
  readonly by: Mover;
  readonly actor: Actor | null;
  readonly reason: string | null;
  readonly details: Readonly<Record<string, unknown>> | null;
}

/** Writes on the trail of a visit; what stands there is never changed. */
export async function noteEvent(
  db: EntityManager,
  { cycleId, agencyId, id }: Pick<Visit, 'cycleId' | 'agencyId' | 'id'>,
  event: NotedEvent,
): Promise<void> {
  await db.query(
    `insert into visit_events (cycle_id, agency_id, visit_id, from_state, to_state, verb, role, account_id, reason, details)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      cycleId,
      agencyId,
      id,
      event.from,
      event.to,
      event.verb,
      event.by,
      event.actor?.accountId ?? null,
      event.reason,
      event.details,
    ],
  );
}
