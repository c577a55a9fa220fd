import type { EntityManager } from 'typeorm';
import type { VisitState } from '#fieldwork';
import { checkTask, mostAttempts } from '../check/check-task.js';
import type { NewReport, StoredReceipt } from './verdict.js';

/** A planned visit as it is read under its lock. */
export interface LockedVisit {
  readonly cycleId: string;
  readonly agencyId: string;
  readonly id: string;
  readonly shopperId: string | null;
  readonly state: VisitState;
  readonly reportId: string | null;
  readonly instrumentId: string;
  readonly instrument: string;
  readonly dueTo: string;
  /** Which plan it belongs to, by content. */
  readonly planHash: string;
  /** The time of the transaction, in whole milliseconds. */
  readonly now: Date;
}

/**
 * Locks visits in the order of their ids, so that transactions with visits in common wait and never clash. The transaction
 * is durable when it is acknowledged, whatever the server is set to.
 */
export function lockVisits(db: EntityManager, ids: readonly string[]): Promise<LockedVisit[]> {
  return db.query<LockedVisit[]>(
    `select visits.cycle_id as "cycleId", visits.agency_id as "agencyId", visits.id, shopper_id as "shopperId", state,
       report_id as "reportId", instrument_id as "instrumentId", methods.code || ' ' || methods.version as instrument,
       due_to::text as "dueTo", plans.hash as "planHash", clock.now
     from (select date_trunc('milliseconds', now()) as now, set_config('synchronous_commit', 'on', true)) as clock
     cross join visits
     join visit_plans as plans on plans.cycle_id = visits.cycle_id
     join method_versions as methods on methods.id = visits.instrument_id
     where visits.id = any($1::uuid[]) order by visits.id for update of visits`,
    [ids],
  );
}

/** What is needed of a plan to receive reports. */
export interface PlanTimes {
  readonly hash: string;
  readonly timeZone: string;
  readonly graceHours: number;
}

export function listPlanTimes(db: EntityManager, hashes: readonly string[]): Promise<PlanTimes[]> {
  return db.query<PlanTimes[]>(
    `select distinct on (hash) hash, document ->> 'timeZone' as "timeZone", (document ->> 'graceHours')::float8 as "graceHours"
     from visit_plans where hash = any($1)`,
    [hashes],
  );
}

/** The receipts there are already of some reports. Read under the locks of their visits. */
export async function listReceipts(db: EntityManager, ids: readonly string[]): Promise<StoredReceipt[]> {
  const rows = await db.query<(Omit<StoredReceipt, 'receivedAt'> & { receivedAt: Date })[]>(
    `select id, visit_id as assignment, account_id as "accountId", revision, hash, received_at as "receivedAt", late, media
     from visit_receipts where id = any($1::uuid[])`,
    [ids],
  );
  return rows.map((row) => ({ ...row, receivedAt: row.receivedAt.toISOString() }));
}

/** The greatest revision of each of some visits that have reports. Read under their locks. */
export async function listRevisions(db: EntityManager, visits: readonly LockedVisit[]): Promise<Map<string, number>> {
  const rows = await db.query<{ id: string; revision: number }[]>(
    `select visit_id as id, max(revision) as revision
     from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as given (cycle_id, agency_id, visit_id)
     join visit_reports as reports using (cycle_id, agency_id, visit_id) group by visit_id`,
    [visits.map(({ cycleId }) => cycleId), visits.map(({ agencyId }) => agencyId), visits.map(({ id }) => id)],
  );
  return new Map(rows.map(({ id, revision }) => [id, revision]));
}

/** Which of some photos each account has sent whole, as `account hash`. */
export async function listHeld(
  db: EntityManager,
  named: readonly { readonly accountId: string; readonly hash: string }[],
): Promise<ReadonlySet<string>> {
  if (named.length === 0) return new Set();
  const rows = await db.query<{ held: string }[]>(
    `select account_id || ' ' || hash as held from media_senders
     join unnest($1::uuid[], $2::text[]) as given (account_id, hash) using (account_id, hash)`,
    [named.map(({ accountId }) => accountId), named.map(({ hash }) => hash)],
  );
  return new Set(rows.map(({ held }) => held));
}

/**
 * Stores reports with their receipts, photos, moves and check jobs, in one statement; what is kept beside a visit (a revision of 0
 * or less) moves nothing, and nobody has to look at it. A report whose id somebody else took
 * in this very moment is left out whole.
 * @returns the ids of those that are stored
 */
export async function storeReports(db: EntityManager, reports: readonly NewReport[]): Promise<ReadonlySet<string>> {
  const rows = await db.query<{ id: string }[]>(storing, [...columnsOf(reports), checkTask]);
  return new Set(rows.map(({ id }) => id));
}

/** A list of hashes as PostgreSQL writes lists: lists of different lengths can not be sent as one. */
export function listed(hashes: readonly string[]): string {
  return `{${hashes.join(',')}}`;
}

function columnsOf(reports: readonly NewReport[]): unknown[] {
  return [
    reports.map(({ arrival }) => arrival.id),
    reports.map(({ visit }) => visit.cycleId),
    reports.map(({ visit }) => visit.agencyId),
    reports.map(({ visit }) => visit.id),
    reports.map(({ arrival }) => arrival.accountId),
    reports.map(({ arrival }) => arrival.deviceId),
    reports.map(({ receipt }) => receipt.revision),
    reports.map(({ arrival }) => arrival.text),
    reports.map(({ receipt }) => receipt.hash),
    reports.map(({ receipt }) => receipt.receivedAt),
    reports.map(({ arrival }) => arrival.offsetMs),
    reports.map(({ receipt }) => receipt.late),
    reports.map(({ receipt }) => listed(receipt.media)),
    reports.map(({ visit }) => visit.state),
    reports.map(({ arrival }) => arrival.sent.reason ?? null),
  ];
}

const storing = `
  with given as (
    select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::int[], $8::text[],
      $9::text[], $10::timestamptz[], $11::bigint[], $12::boolean[], $13::text[], $14::text[], $15::text[])
    as given (id, cycle_id, agency_id, visit_id, account_id, device_id, revision, content, hash, received_at,
      device_offset_ms, late, media, from_state, reason)
  ), taken as (
    insert into visit_receipts (id, cycle_id, agency_id, visit_id, account_id, revision, hash, late, received_at, media)
    select id, cycle_id, agency_id, visit_id, account_id, revision, hash, late, received_at, media::text[] from given order by id
    on conflict (id) do nothing returning id
  ), kept as (
    select given.* from given join taken using (id)
  ), reports as (
    insert into visit_reports (cycle_id, agency_id, id, visit_id, revision, by, account_id, device_id, content, hash, received_at,
      device_offset_ms, late)
    select cycle_id, agency_id, id, visit_id, revision, 'shopper', account_id, device_id, content::jsonb, hash, received_at,
      device_offset_ms, late from kept
  ), photos as (
    insert into visit_photos (cycle_id, agency_id, report_id, visit_id, hash)
    select cycle_id, agency_id, id, visit_id, photo from kept, unnest(media::text[]) as photo
  ), moved as (
    update visits set state = 'submitted', report_id = kept.id from kept
    where revision > 0 and visits.cycle_id = kept.cycle_id and visits.agency_id = kept.agency_id and visits.id = kept.visit_id
  ), events as (
    insert into visit_events (cycle_id, agency_id, visit_id, from_state, to_state, verb, role, account_id, reason, details)
    select cycle_id, agency_id, visit_id, from_state, case when revision > 0 then 'submitted' else from_state end, 'visit.submit',
      'shopper', account_id, reason, jsonb_build_object('report', id, 'revision', revision, 'late', late) from kept
  ), job as (
    select graphile_worker.add_job($16, payload := json_build_object('reports',
      json_agg(json_build_object('visit', visit_id, 'report', id))), max_attempts := ${mostAttempts})
    from kept where revision > 0 having count(*) > 0
  )
  select id from taken left join job on true`;
