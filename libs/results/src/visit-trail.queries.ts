import type { EntityManager } from 'typeorm';
import type { CountedReport } from './visit-trail.js';

/** The most visits that are shown with a centre's answers. */
const mostReports = 100;

/** The reports of a centre's visits that count in a cycle, as they stand, the latest first. */
export function listCountedReports(db: EntityManager, cycleId: string, centreId: string): Promise<CountedReport[]> {
  return db.query<CountedReport[]>(
    `select visits.id, wave, methods.code, methods.version, due_from::text as "dueFrom", due_to::text as "dueTo",
       by <> 'shopper' as corrected, content -> 'sheet' as sheet,
       array(select hash from visit_photos as photos where photos.cycle_id = visits.cycle_id
         and photos.agency_id = visits.agency_id and photos.report_id = visits.report_id order by hash) as photos
     from visits
     join visit_reports as reports on reports.cycle_id = visits.cycle_id and reports.agency_id = visits.agency_id
       and reports.id = visits.report_id
     join method_versions as methods on methods.id = visits.instrument_id
     where visits.cycle_id = $1 and centre_id = $2 and counted order by received_at desc, visits.id limit ${mostReports}`,
    [cycleId, centreId],
  );
}
