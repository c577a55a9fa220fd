import type { EntityManager } from 'typeorm';
import type { Actor } from '#access';
import { Problem } from '#contract';
import { cycleOf, type Cycle } from '#cycles';
import { findAssessment, type Assessment, type Assigned } from './assessment.queries.js';
import { assignedTo } from './assignment.queries.js';
import type { Slot } from './settled.js';

/** A centre in a cycle, by their keys. */
export interface CentreInCycle {
  readonly cycle: string;
  readonly centre: string;
}

/** An assessment with who is assigned, as somebody sees it who may. */
export interface Visible {
  readonly cycle: Cycle;
  readonly assessment: Assessment;
  readonly assigned: Assigned;
  /** The place of who asks; null for the office and the agency. */
  readonly slot: Slot | null;
}

/**
 * The assessment of a centre for whoever asks: the office any, an agency those of its own centres, an assessor those
 * assigned to him now. One that is not there and one that is not his answer alike.
 * @throws Problem `cycle.unknown`, `assessment.unknown`
 */
export async function visibleTo(
  db: EntityManager,
  actor: Actor,
  { cycle: key, centre }: CentreInCycle,
  lock: 'lock' | 'read',
): Promise<Visible> {
  const cycle = await cycleOf(db, key);
  const assessment = await findAssessment(db, cycle.id, centre, lock === 'lock');
  if (!assessment) throw new Problem('assessment.unknown');
  const assigned = await assignedTo(db, assessment);
  const slot = slotOf(assigned, actor);
  const may = isOffice(actor) || slot !== null || isOwn(actor, assessment);
  if (!may) throw new Problem('assessment.unknown');
  return { cycle, assessment, assigned, slot };
}

/** Whether somebody sees all assessments. */
export function isOffice(actor: Actor): boolean {
  return actor.can('assessment.assign');
}

/** Whether somebody assesses the centre for its own agency. */
export function isOwn(actor: Actor, { agencyId }: Pick<Assessment, 'agencyId'>): boolean {
  return actor.can('assessment.selfAssess') && actor.agencyId === agencyId;
}

function slotOf(assigned: Assigned, actor: Actor): Slot | null {
  for (const [slot, accountId] of assigned) if (accountId === actor.accountId) return slot;
  return null;
}
