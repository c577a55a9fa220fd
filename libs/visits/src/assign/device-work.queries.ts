import type { EntityManager } from 'typeorm';
import type { Wording } from '#contract';
import type { HeldState } from '#fieldwork';

/** The most visits that one tablet holds. */
const mostHeld = 500;

/** A visit a shopper holds, with what his tablet shows of it. */
export interface HeldVisit {
  readonly id: string;
  readonly state: HeldState;
  readonly cycle: string;
  readonly centre: string;
  readonly channelType: string;
  /** Without a language in which there is no name. */
  readonly centreName: Wording;
  readonly agencyName: Wording;
  readonly scenario: string;
  /** Null: not in the plan any more. */
  readonly scenarioTitle: Wording | null;
  readonly scenarioBrief: Wording | null;
  readonly service: string | null;
  /** Null: the agency has no service of that code. */
  readonly serviceName: Wording | null;
  readonly language: 'ar' | 'en';
  readonly dueFrom: string;
  readonly dueTo: string;
  readonly hourFrom: string;
  readonly hourTo: string;
  readonly instrumentId: string;
  readonly instrument: string;
  readonly version: number;
  readonly reportId: string | null;
}

const named = (table: string) =>
  `jsonb_strip_nulls(jsonb_build_object('ar', ${table}.name_ar, 'en', ${table}.name_en))`;

/** What a shopper holds, the most urgent first. */
export function listHeld(db: EntityManager, accountId: string): Promise<HeldVisit[]> {
  return db.query<HeldVisit[]>(
    `select visits.id, state, cycles.key as cycle, centres.code as centre, centres.channel_type as "channelType",
       ${named('centres')} as "centreName", ${named('agencies')} as "agencyName",
       visits.scenario, planned.scenario -> 'title' as "scenarioTitle", planned.scenario -> 'brief' as "scenarioBrief",
       service, case when services.id is not null then ${named('services')} end as "serviceName", language,
       due_from::text as "dueFrom", due_to::text as "dueTo", hour_from as "hourFrom", hour_to as "hourTo",
       instrument_id as "instrumentId", method_versions.code as instrument, method_versions.version, report_id as "reportId"
     from visits
     join cycles on cycles.id = visits.cycle_id join centres on centres.id = visits.centre_id
     join agencies on agencies.id = visits.agency_id join method_versions on method_versions.id = visits.instrument_id
     left join services on services.agency_id = visits.agency_id and services.code = visits.service
     left join visit_plans on visit_plans.cycle_id = visits.cycle_id
     left join lateral (
       select one as scenario from jsonb_array_elements(visit_plans.document -> 'scenarios') as one
       where one ->> 'code' = visits.scenario limit 1) as planned on true
     where shopper_id = $1 and state in ('assigned', 'accepted', 'inProgress', 'returned')
     order by state <> 'returned', due_to, visits.id limit ${mostHeld}`,
    [accountId],
  );
}

/** The published instruments with these ids, as they are kept. */
export async function listDocuments(db: EntityManager, ids: readonly string[]): Promise<unknown[]> {
  const rows = await db.query<{ document: unknown }[]>(
    'select document from method_versions where id = any($1::uuid[]) order by code, version',
    [ids],
  );
  return rows.map(({ document }) => document);
}

/** What was sent back of a visit, with the reviewer's notes. */
export interface ReturnedRow {
  readonly visitId: string;
  readonly report: string;
  readonly sent: unknown;
  readonly returnedAt: Date;
  readonly reason: string;
  readonly notes: readonly { readonly item: string | null; readonly note: string }[];
}

/** What was sent back of these visits, which were returned. */
export function listReturned(db: EntityManager, visitIds: readonly string[]): Promise<ReturnedRow[]> {
  return db.query<ReturnedRow[]>(
    `select visits.id as "visitId", visit_reports.id as report, content as sent, returned.at as "returnedAt", returned.reason,
       coalesce((select jsonb_agg(jsonb_build_object('item', item, 'note', note) order by place) from visit_notes
         where visit_notes.cycle_id = visits.cycle_id and visit_notes.agency_id = visits.agency_id
           and visit_notes.report_id = visits.report_id), '[]') as notes
     from visits
     join visit_reports on visit_reports.cycle_id = visits.cycle_id and visit_reports.agency_id = visits.agency_id
       and visit_reports.id = visits.report_id
     join lateral (select at, reason from visit_events
       where visit_events.cycle_id = visits.cycle_id and visit_events.agency_id = visits.agency_id
         and visit_events.visit_id = visits.id and to_state = 'returned' order by n desc limit 1) as returned on true
     where visits.id = any($1::uuid[])`,
    [visitIds],
  );
}

/** The time zone of the plan that was saved last; UTC where there is none. */
export async function lastTimeZone(db: EntityManager): Promise<string> {
  const [row] = await db.query<{ zone: string }[]>(
    `select document ->> 'timeZone' as zone from visit_plans order by saved_at desc limit 1`,
  );
  return row?.zone ?? 'UTC';
}
