import type { EntityManager } from 'typeorm';
import type { KnownPhoto, SentVisit } from '#fieldwork';
import type { Visit } from '../visit.entity.js';

/** A report of another visit, as far as the checks look at it. */
export interface OtherReport {
  readonly visitId: string;
  readonly centreId: string;
  readonly instrumentId: string;
  readonly content: SentVisit;
  /** Device minus server, in ms. */
  readonly offsetMs: number | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/** The standing reports of a shopper's other visits, the nearest in time of receipt first. */
export function listOtherReports(
  db: EntityManager,
  { id, shopperId }: Visit,
  receivedAt: Date,
  most: number,
): Promise<OtherReport[]> {
  return db.query<OtherReport[]>(
    `select visits.id as "visitId", visits.centre_id as "centreId", instrument_id as "instrumentId", content,
       device_offset_ms::float8 as "offsetMs", latitude, longitude
     from visits join visit_reports as reports on reports.cycle_id = visits.cycle_id
       and reports.agency_id = visits.agency_id and reports.id = visits.report_id
     left join centre_sites on centre_sites.centre_id = visits.centre_id
     where shopper_id = $1 and visits.id <> $2
     order by abs(extract(epoch from received_at - $3::timestamptz)), visits.id limit $4`,
    [shopperId, id, receivedAt, most],
  );
}

/** When other visits with the same instrument were made, in the same cycle: a sample. */
export function listTimes(
  db: EntityManager,
  { id, cycleId, instrumentId }: Visit,
  most: number,
): Promise<Pick<SentVisit, 'stamps' | 'startedAt' | 'finishedAt'>[]> {
  return db.query<Pick<SentVisit, 'stamps' | 'startedAt' | 'finishedAt'>[]>(
    `select content -> 'stamps' as stamps, content ->> 'startedAt' as "startedAt", content ->> 'finishedAt' as "finishedAt"
     from visits join visit_reports as reports on reports.cycle_id = visits.cycle_id
       and reports.agency_id = visits.agency_id and reports.id = visits.report_id
     where visits.cycle_id = $1 and instrument_id = $2 and visits.id <> $3
     order by visits.agency_id, visits.id limit $4`,
    [cycleId, instrumentId, id, most],
  );
}

/** In which other visits some photos were sent, with their fingerprints; a hundred at most. */
export function listElsewhere(db: EntityManager, { id }: Visit, hashes: readonly string[]): Promise<KnownPhoto[]> {
  return db.query<KnownPhoto[]>(
    `select distinct on (visit_photos.hash, visit_id) visit_id as visit, visit_photos.hash, fingerprint::text as fingerprint
     from visit_photos join media_files on media_files.hash = visit_photos.hash
     where visit_photos.hash = any($1::text[]) and visit_id <> $2 limit 100`,
    [hashes, id],
  );
}

/** Whether one of some photos is not made ready to be compared yet. */
export async function isUnprepared(db: EntityManager, hashes: readonly string[]): Promise<boolean> {
  const rows = await db.query<unknown[]>(
    `select 1 from media_files where hash = any($1::text[]) and prepared_at is null and kind <> 'pdf' limit 1`,
    [hashes],
  );
  return rows.length > 0;
}
