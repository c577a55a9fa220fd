import type { EntityManager } from 'typeorm';
import type { Actor } from '#access';
import { Problem } from '#contract';
import { findVisitForUpdate } from '../visit-moves.js';
import type { Visit } from '../visit.entity.js';

/** The account that answers for what is done to a visit. @throws Problem `access.signInNeeded` without one */
export function accountOf({ accountId }: Actor): string {
  if (accountId === null) throw new Problem('access.signInNeeded');
  return accountId;
}

/** A visit, locked until the transaction ends. @throws Problem `visit.unknown` */
export async function lockedVisit(db: EntityManager, id: string): Promise<Visit> {
  const visit = await findVisitForUpdate(db, id);
  if (!visit) throw new Problem('visit.unknown');
  return visit;
}
