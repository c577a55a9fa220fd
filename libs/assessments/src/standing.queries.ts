import type { EntityManager } from 'typeorm';
import type { Graded, Slot, Standing } from './settled.js';

/** A grading as it stands: the latest of whoever gave it. */
export interface Grading extends Graded {
  readonly reason: string;
  readonly revision: number;
  readonly at: Date;
}

/** What stands of one criterion of one centre: the agency's own grading, and those of who is assigned now. */
export interface CriterionStanding<G extends Graded = Graded> {
  readonly self: G | null;
  readonly assessors: Standing<G>;
}

/** By the centre's id, then by criterion in the order of codes. */
export type Standings<G extends Graded = Graded> = ReadonlyMap<string, ReadonlyMap<string, CriterionStanding<G>>>;

interface Row extends Grading {
  readonly centreId: string;
  readonly criterion: string;
  readonly place: Slot | 'self';
}

/** What stands of these centres, without reasons and times: they would be most of it. */
export function listStandings(db: EntityManager, cycleId: string, centreIds: readonly string[]): Promise<Standings> {
  return standings(db, cycleId, centreIds, "'' as reason, null as at");
}

/** What stands of one centre, with the reasons. */
export async function listGradings(
  db: EntityManager,
  { cycleId, centreId }: { cycleId: string; centreId: string },
  criterion: string | null = null,
): Promise<ReadonlyMap<string, CriterionStanding<Grading>>> {
  const all = await standings(db, cycleId, [centreId], 'gradings.reason, at', criterion);
  return all.get(centreId) ?? new Map<string, CriterionStanding<Grading>>();
}

async function standings(
  db: EntityManager,
  cycleId: string,
  centreIds: readonly string[],
  told: "'' as reason, null as at" | 'gradings.reason, at',
  criterion: string | null = null,
): Promise<Standings<Grading>> {
  const rows = await db.query<Row[]>(
    `select distinct on (gradings.centre_id, criterion, coalesce(slot, 'self'))
       gradings.centre_id as "centreId", criterion, coalesce(slot, 'self') as place, gradings.id, level,
       revision, ${told}
     from assessments
     join gradings on gradings.cycle_id = assessments.cycle_id and gradings.agency_id = assessments.agency_id
       and gradings.centre_id = assessments.centre_id
     left join assessor_assignments as held on by = 'assessor' and held.cycle_id = gradings.cycle_id
       and held.centre_id = gradings.centre_id and held.account_id = gradings.account_id and held.ended_at is null
     where assessments.cycle_id = $1 and assessments.centre_id = any($2) and ($3::text is null or criterion = $3)
       and not_counted_since is null and (by = 'self' or held.slot is not null)
     order by gradings.centre_id, criterion, coalesce(slot, 'self'), gradings.at desc, revision desc`,
    [cycleId, centreIds, criterion],
  );
  return gathered(rows);
}

function gathered(rows: readonly Row[]): Standings<Grading> {
  const all = new Map<string, Map<string, CriterionStanding<Grading>>>();
  for (const { centreId, criterion, place, ...grading } of rows) {
    const centre = all.get(centreId) ?? new Map<string, CriterionStanding<Grading>>();
    const { self, assessors } = centre.get(criterion) ?? { self: null, assessors: {} };
    const standing =
      place === 'self' ? { self: grading, assessors } : { self, assessors: { ...assessors, [place]: grading } };
    all.set(centreId, centre.set(criterion, standing));
  }
  return all;
}
