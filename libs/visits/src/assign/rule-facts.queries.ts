import { Any, type EntityManager } from 'typeorm';
import type { HeldVisit, OpenVisit } from '#fieldwork';
import { Visit } from '../visit.entity.js';

/** Nobody else assigns these shoppers, or visits to these centres, until the transaction ends. In one order for everybody. */
export async function lockForAssigning(
  db: EntityManager,
  accountIds: readonly string[],
  centreIds: readonly string[],
): Promise<void> {
  await db.query('select from accounts where id = any($1::uuid[]) order by id for no key update', [accountIds]);
  await db.query('select from centres where id = any($1::uuid[]) order by id for no key update', [centreIds]);
}

/** These visits by their ids, locked until the transaction ends; after `lockForAssigning`. */
export async function lockVisits(db: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, Visit>> {
  const visits = await db.find(Visit, {
    where: { id: Any(ids) },
    order: { id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
  return new Map(visits.map((visit) => [visit.id, visit]));
}

/** Where visits are, before anything is locked: that never changes. */
export function listPlaces(
  db: EntityManager,
  visitIds: readonly string[],
): Promise<{ id: string; cycleId: string; centreId: string }[]> {
  return db.query(
    'select id, cycle_id as "cycleId", centre_id as "centreId" from visits where id = any($1::uuid[]) order by id',
    [visitIds],
  );
}

/** These visits as the rules see them; centres and agencies by their ids. */
export function listOpen(db: EntityManager, visitIds: readonly string[]): Promise<OpenVisit[]> {
  return db.query<OpenVisit[]>(
    `select visits.id, visits.centre_id as centre, visits.agency_id as agency, pair_id as pair, language, gender,
       jsonb_build_object('from', due_from, 'to', due_to) as due, number.of_centre as "ofCentre"
     from visits
     join (select cycle_id, centre_id, count(*)::int as of_centre from visits where state <> 'replaced'
           and (cycle_id, centre_id) in (select cycle_id, centre_id from visits where id = any($1::uuid[]))
           group by cycle_id, centre_id) as number
       on number.cycle_id = visits.cycle_id and number.centre_id = visits.centre_id
     where visits.id = any($1::uuid[])`,
    [visitIds],
  );
}

/** The visits of a cycle that nobody has, and whose last due day is not over. */
export async function listUnassigned(db: EntityManager, cycleId: string, today: string): Promise<string[]> {
  const rows = await db.query<{ id: string }[]>(
    `select id from visits where cycle_id = $1 and state = 'planned' and due_to >= $2::date order by due_from, id`,
    [cycleId, today],
  );
  return rows.map(({ id }) => id);
}

/** What of other visits matters to the rules of a cycle. */
export interface HistoryBounds {
  readonly cycleId: string;
  readonly timeZone: string;
  /** The longest time a rule looks back. */
  readonly days: number;
}

/**
 * The visits to these centres that anybody was given: all of the cycle, and others whose days lie within so many days of today
 * or of the cycle. One that was made stands on the day on which its report was begun, in the time zone of the plan.
 */
export function listHistory(
  db: EntityManager,
  centreIds: readonly string[],
  { cycleId, timeZone, days }: HistoryBounds,
): Promise<HeldVisit[]> {
  return db.query<HeldVisit[]>(
    `select visits.id, visits.centre_id as centre, shopper_id as shopper, pair_id as pair,
       visits.cycle_id = $2 as "thisCycle",
       jsonb_build_object('from', coalesce(made.day, due_from), 'to', coalesce(made.day, due_to)) as due
     from visits
     left join visit_reports on visit_reports.cycle_id = visits.cycle_id and visit_reports.agency_id = visits.agency_id
       and visit_reports.id = visits.report_id
     left join lateral (select ((content ->> 'startedAt')::timestamptz at time zone $3)::date as day) as made on true
     where visits.centre_id = any($1::uuid[]) and shopper_id is not null and state not in ('planned', 'replaced')
       and (visits.cycle_id = $2 or due_to >= (select starts_on from cycles where id = $2) - $4::int)`,
    [centreIds, cycleId, timeZone, days],
  );
}
