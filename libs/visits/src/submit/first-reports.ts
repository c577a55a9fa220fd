import type { Database } from '#database';
import { transitions } from '#fieldwork';
import { checkTask, mostAttempts } from '../check/check-task.js';
import type { Arrival } from './arrival.js';
import { listed } from './submit.queries.js';

/** A first report that was stored. */
export interface FirstReport {
  readonly id: string;
  /** The time of the commit's transaction, in whole milliseconds. */
  readonly receivedAt: Date;
}

/**
 * Stores first reports about visits in one statement that is a transaction of its own: nearly all that ever comes. It takes
 * only what is beyond doubt: a visit of this shopper with this instrument that waits for its first report, on a day that is
 * within its window whatever the time zone, with all its photos there. What it leaves is decided under locks, and refused there.
 * @param arrivals no two of the same report, nor about the same visit
 */
export async function storeFirst(database: Database, arrivals: readonly Arrival[]): Promise<readonly FirstReport[]> {
  if (arrivals.length === 0) return [];
  return database.statement<FirstReport>('visits_store_first', storing, [
    arrivals.map(({ id }) => id),
    arrivals.map(({ sent }) => sent.assignment),
    arrivals.map(({ accountId }) => accountId),
    arrivals.map(({ deviceId }) => deviceId),
    arrivals.map(({ instrumentId }) => instrumentId),
    arrivals.map(({ text }) => text).join(betweenTexts),
    arrivals.map(({ hash }) => hash),
    arrivals.map(({ offsetMs }) => offsetMs),
    arrivals.map(({ photos }) => listed(photos)),
    openStates,
    checkTask,
  ]);
}

/** Stands in no JSON text: one long text is sent as it is, while a list of texts is escaped letter by letter. */
const betweenTexts = '\u001f';

/** Where a visit stands that waits for its first report. */
const openStates = transitions.filter(({ verb, reason }) => verb === 'visit.submit' && !reason).map(({ from }) => from);

/** No day ends anywhere on Earth before 10:00 UTC of that day. */
const surelyInTime = `clock.now < due_to::timestamp at time zone 'UTC' + interval '10 hours'`;

const allHeld = `not exists (
  select 1 from unnest(given.media) as photo
  where not exists (select 1 from media_senders where hash = photo and media_senders.account_id = given.account_id))`;

const storing = `
  with clock as materialized (
    select date_trunc('milliseconds', now()) as now, set_config('synchronous_commit', 'on', true)
  ), given as (
    select id, visit_id, account_id, device_id, instrument_id, content, hash, device_offset_ms, media::text[] as media
    from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], string_to_array($6, E'\\x1f'),
      $7::text[], $8::bigint[], $9::text[])
      as given (id, visit_id, account_id, device_id, instrument_id, content, hash, device_offset_ms, media)
  ), open as (
    select given.*, visits.cycle_id, visits.agency_id, visits.state, clock.now as received_at
    from given cross join clock join visits on visits.id = given.visit_id and visits.shopper_id = given.account_id
      and visits.instrument_id = given.instrument_id and visits.report_id is null and visits.state = any($10::text[])
    where ${surelyInTime} and ${allHeld}
    order by visits.id for update of visits
  ), taken as (
    insert into visit_receipts (id, cycle_id, agency_id, visit_id, account_id, revision, hash, late, received_at, media)
    select id, cycle_id, agency_id, visit_id, account_id, 1, hash, false, received_at, media from open order by id
    on conflict (id) do nothing returning id
  ), kept as (
    select open.* from open join taken using (id)
  ), reports as (
    insert into visit_reports (cycle_id, agency_id, id, visit_id, revision, by, account_id, device_id, content, hash, received_at,
      device_offset_ms, late)
    select cycle_id, agency_id, id, visit_id, 1, 'shopper', account_id, device_id, content::jsonb, hash, received_at,
      device_offset_ms, false from kept
  ), photos as (
    insert into visit_photos (cycle_id, agency_id, report_id, visit_id, hash)
    select cycle_id, agency_id, id, visit_id, photo from kept, unnest(media) as photo
  ), moved as (
    update visits set state = 'submitted', report_id = kept.id from kept
    where visits.cycle_id = kept.cycle_id and visits.agency_id = kept.agency_id and visits.id = kept.visit_id
  ), events as (
    insert into visit_events (cycle_id, agency_id, visit_id, from_state, to_state, verb, role, account_id, details)
    select cycle_id, agency_id, visit_id, state, 'submitted', 'visit.submit', 'shopper', account_id,
      jsonb_build_object('report', id, 'revision', 1, 'late', false) from kept
  ), job as (
    select graphile_worker.add_job($11, payload := json_build_object('reports',
      json_agg(json_build_object('visit', visit_id, 'report', id))), max_attempts := ${mostAttempts})
    from kept having count(*) > 0
  )
  select kept.id, received_at as "receivedAt" from kept, job`;
