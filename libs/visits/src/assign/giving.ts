import type { EntityManager } from 'typeorm';
import type { Actor } from '#access';
import type { Fault } from '#contract';
import type { Shopper } from '../people/shopper.queries.js';
import { moveVisit } from '../visit-moves.js';
import type { Visit } from '../visit.entity.js';

/** To whom a visit is given, and which rules that breaks. */
export interface Giving {
  readonly shopper: Shopper;
  readonly broken: readonly Fault[];
  readonly exception: string | null;
}

/** Gives a visit that is locked; what it breaks stands on the trail with the reason for it. */
export function give(
  db: EntityManager,
  actor: Actor,
  visit: Visit,
  { shopper, broken, exception }: Giving,
): Promise<Visit> {
  const rules = broken.map(({ reason, params }) => ({ rule: reason, ...(params ? { params } : {}) }));
  const isException = rules.length > 0;
  return giveTo(
    db,
    actor,
    visit,
    shopper.accountId,
    isException ? { broken: rules } : {},
    isException ? exception : null,
  );
}

/** Gives a visit that is locked, by the rules or with a reason not to. */
export function giveTo(
  db: EntityManager,
  actor: Actor,
  visit: Visit,
  accountId: string,
  details: Readonly<Record<string, unknown>>,
  reason: string | null = null,
): Promise<Visit> {
  return moveVisit(db, actor, visit, {
    to: 'assigned',
    verb: 'visit.assign',
    reason,
    details: { shopper: accountId, ...details },
    changes: { shopperId: accountId },
  });
}
