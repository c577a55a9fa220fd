import type { EntityManager } from 'typeorm';
import type { CentreHours } from './opening-hours.js';

/** Where a centre is and when it is open, each null when not known. WGS 84 degrees. */
export interface Site {
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly hours: CentreHours | null;
}

/** A site and the code of its centre. */
export interface CentreSite extends Site {
  readonly centre: string;
}

/** The site of a centre; null when nothing is known of it. */
export async function findSite(db: EntityManager, centreId: string): Promise<Site | null> {
  const [row] = await db.query<Site[]>('select latitude, longitude, hours from centre_sites where centre_id = $1', [
    centreId,
  ]);
  return row ?? null;
}

/** Keeps what is said of these known centres, in place of what was said before. */
export async function keepSites(db: EntityManager, sites: readonly CentreSite[]): Promise<void> {
  await db.query(
    `insert into centre_sites (centre_id, latitude, longitude, hours)
     select centres.id, given.latitude, given.longitude, nullif(given.hours, 'null')
     from unnest($1::text[], $2::float8[], $3::float8[], $4::jsonb[]) as given (centre, latitude, longitude, hours)
     join centres on centres.code = given.centre
     on conflict (centre_id) do update
     set latitude = excluded.latitude, longitude = excluded.longitude, hours = excluded.hours`,
    [
      sites.map(({ centre }) => centre),
      sites.map(({ latitude }) => latitude),
      sites.map(({ longitude }) => longitude),
      sites.map(({ hours }) => JSON.stringify(hours)),
    ],
  );
}
