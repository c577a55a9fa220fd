import type { EntityManager } from 'typeorm';
import type { GradingObservation } from '#scoring';
import { listAssessments } from './assessment.queries.js';
import { listAssigned } from './assignment.queries.js';
import { listCriteriaWithEvidence } from './evidence.queries.js';
import { settledOf, type Slot } from './settled.js';
import { listStandings, type CriterionStanding } from './standing.queries.js';

/** The grading of a criterion that holds, and the ids of the gradings it rests on. */
export interface SettledGrading extends GradingObservation {
  readonly restsOn: readonly string[];
}

/** Everything that stands at one centre. */
export interface CentreStanding {
  readonly centreId: string;
  readonly assigned: ReadonlyMap<Slot, string>;
  readonly criteria: ReadonlyMap<string, CriterionStanding>;
  /** The criteria that files were given for. */
  readonly withEvidence: ReadonlySet<string>;
}

/**
 * The settled gradings of these centres in a cycle: by the centre's id, then by criterion. A centre or a criterion that
 * is not here is missing, which is not "does not apply". Ask for some hundred centres at once.
 */
export async function gradingsAt(
  db: EntityManager,
  cycleId: string,
  centreIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, SettledGrading>>> {
  const centres = await standingAt(db, cycleId, centreIds);
  return new Map(centres.map((centre) => [centre.centreId, settledAt(centre)]));
}

/** One centre of a cycle with what is settled there. */
export interface SettledCentre {
  readonly centreId: string;
  /** The centre's code. */
  readonly centre: string;
  readonly agencyId: string;
  readonly gradings: ReadonlyMap<string, SettledGrading>;
}

const centresAtOnce = 100;

/** The settled gradings of a whole cycle, by the codes of the centres that are assessed; a hundred are read at once. */
export async function* settledGradings(db: EntityManager, cycleId: string): AsyncGenerator<SettledCentre> {
  for (let after: string | undefined = ''; after !== undefined;) {
    const page = await listAssessments(db, cycleId, {}, { after, most: centresAtOnce });
    const ids = page.map(({ centreId }) => centreId);
    const gradings = await gradingsAt(db, cycleId, ids);
    for (const { centreId, centre, agencyId } of page) {
      yield { centreId, centre, agencyId, gradings: gradings.get(centreId) ?? new Map<string, SettledGrading>() };
    }
    after = page.length < centresAtOnce ? undefined : page.at(-1)?.centre;
  }
}

/** Everything that stands at these centres, in their order. */
export async function standingAt(
  db: EntityManager,
  cycleId: string,
  centreIds: readonly string[],
): Promise<CentreStanding[]> {
  const standings = await listStandings(db, cycleId, centreIds);
  const assigned = await listAssigned(db, cycleId, centreIds);
  const evidence = await listCriteriaWithEvidence(db, cycleId, centreIds);
  return centreIds.map((centreId) => ({
    centreId,
    assigned: assigned.get(centreId) ?? new Map<Slot, string>(),
    criteria: standings.get(centreId) ?? new Map<string, CriterionStanding>(),
    withEvidence: evidence.get(centreId) ?? new Set(),
  }));
}

function settledAt({
  assigned,
  criteria,
  withEvidence,
}: Omit<CentreStanding, 'assessment'>): Map<string, SettledGrading> {
  const places = new Set(assigned.keys());
  const gradings = new Map<string, SettledGrading>();
  for (const [criterion, { assessors }] of criteria) {
    const settled = settledOf(places, assessors);
    if (settled) gradings.set(criterion, { ...settled, hasEvidence: withEvidence.has(criterion) });
  }
  return gradings;
}
