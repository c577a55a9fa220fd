import type { EntityManager } from 'typeorm';
import type { CoveredVisit } from '#fieldwork';

/** All visits of a cycle as coverage counts them, by centre and wave. */
export function listCovered(db: EntityManager, cycleId: string): Promise<CoveredVisit[]> {
  return db.query<CoveredVisit[]>(
    `select centres.code as centre, wave, state, due_to::text as "dueTo", coalesce(visit_reports.late, false) as late
     from visits join centres on centres.id = visits.centre_id
     left join visit_reports on visit_reports.cycle_id = visits.cycle_id and visit_reports.agency_id = visits.agency_id
       and visit_reports.visit_id = visits.id and visit_reports.revision = 1
     where visits.cycle_id = $1 order by centres.code collate "C", due_from, visits.id`,
    [cycleId],
  );
}
