import type { EntityManager } from 'typeorm';
import { listAssessments } from './assessment.queries.js';
import { differ, settledOf } from './settled.js';
import { standingAt, type CentreStanding } from './settled-gradings.js';

/** How far the assessments of a cycle are, in numbers of centres and of criteria at centres. */
export interface CycleStatus {
  readonly centres: number;
  /** Centres with an assessor in the first or second place. */
  readonly assigned: number;
  /** Centres whose agency has graded at least one criterion itself. */
  readonly selfAssessed: number;
  /** Criteria that at least one assessor graded. */
  readonly graded: number;
  /** Criteria with a level that holds. */
  readonly settled: number;
  /** Criteria on which two assessors differ and nobody has settled. */
  readonly open: number;
}

const centresAtOnce = 100;

/** Counts a cycle's assessments, a hundred centres at a time. */
export async function cycleStatus(db: EntityManager, cycleId: string): Promise<CycleStatus> {
  const status = { centres: 0, assigned: 0, selfAssessed: 0, graded: 0, settled: 0, open: 0 };
  for (let after: string | undefined = ''; after !== undefined;) {
    const page = await listAssessments(db, cycleId, {}, { after, most: centresAtOnce });
    const ids = page.map(({ centreId }) => centreId);
    for (const centre of await standingAt(db, cycleId, ids)) add(status, centre);
    after = page.length < centresAtOnce ? undefined : page.at(-1)?.centre;
  }
  return status;
}

function add(status: { -readonly [K in keyof CycleStatus]: number }, { assigned, criteria }: CentreStanding): void {
  const places = new Set(assigned.keys());
  const standings = [...criteria.values()];
  status.centres += 1;
  if (places.has('first') || places.has('second')) status.assigned += 1;
  if (standings.some(({ self }) => self !== null)) status.selfAssessed += 1;
  for (const { assessors } of standings) {
    if (Object.keys(assessors).length > 0) status.graded += 1;
    if (settledOf(places, assessors)) status.settled += 1;
    else if (differ(places, assessors)) status.open += 1;
  }
}
