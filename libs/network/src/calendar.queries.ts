import type { EntityManager } from 'typeorm';
import type { WeekdayName } from './opening-hours.js';

/** The days an agency does not work. */
export interface AgencyCalendar {
  readonly weekend: readonly WeekdayName[];
  /** ISO days, in their order. */
  readonly holidays: readonly string[];
}

/** A calendar and the code of its agency. */
export interface NamedCalendar extends AgencyCalendar {
  readonly agency: string;
}

/** The calendar of an agency; null when it has none of its own. */
export async function findCalendar(db: EntityManager, agencyId: string): Promise<AgencyCalendar | null> {
  const [row] = await db.query<AgencyCalendar[]>(
    `select weekend, array(select day::text from unnest(holidays) as day order by day) as holidays
     from agency_calendars where agency_id = $1`,
    [agencyId],
  );
  return row ?? null;
}

/** Keeps the calendars of these known agencies, in place of those before. */
export async function keepCalendars(db: EntityManager, calendars: readonly NamedCalendar[]): Promise<void> {
  await db.query(
    `insert into agency_calendars (agency_id, weekend, holidays)
     select agencies.id, array(select jsonb_array_elements_text(given.weekend)),
       array(select day::date from jsonb_array_elements_text(given.holidays) as day order by 1)
     from unnest($1::text[], $2::jsonb[], $3::jsonb[]) as given (agency, weekend, holidays)
     join agencies on agencies.code = given.agency
     on conflict (agency_id) do update set weekend = excluded.weekend, holidays = excluded.holidays`,
    [
      calendars.map(({ agency }) => agency),
      calendars.map(({ weekend }) => JSON.stringify(weekend)),
      calendars.map(({ holidays }) => JSON.stringify(holidays)),
    ],
  );
}
