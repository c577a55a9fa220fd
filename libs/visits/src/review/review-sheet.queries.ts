import type { EntityManager } from 'typeorm';
import type { Wording } from '#contract';
import type { SentVisit, VisitState } from '#fieldwork';
import type { Visit } from '../visit.entity.js';

/** A visit that waits for its review, or is under it. */
export interface QueuedVisit {
  readonly id: string;
  readonly state: VisitState;
  readonly centre: string;
  readonly agency: string;
  readonly wave: string;
  readonly scenario: string;
  readonly shopper: string | null;
  readonly reviewer: string | null;
  readonly revision: number;
  readonly late: boolean;
  readonly receivedAt: Date;
  /** Codes of what was found by itself, each once. */
  readonly findings: readonly string[];
}

/** What a reviewer chooses among. */
export interface QueueChoice {
  readonly states: readonly VisitState[];
  /** From after this visit, in the order of the list. */
  readonly after: string | null;
}

/** The visits of a cycle with a report, by when it came, the oldest first. */
export function listQueue(
  db: EntityManager,
  cycleId: string,
  { states, after }: QueueChoice,
  most: number,
): Promise<QueuedVisit[]> {
  return db.query<QueuedVisit[]>(
    `select visits.id, state, centres.code as centre, agencies.code as agency, wave, scenario, shoppers.name as shopper,
       reviewers.name as reviewer, revision, late, received_at as "receivedAt",
       array(select distinct code from visit_findings as findings where findings.cycle_id = visits.cycle_id
         and findings.agency_id = visits.agency_id and findings.report_id = visits.report_id order by code) as findings
     from visits
     join visit_reports as reports on reports.cycle_id = visits.cycle_id and reports.agency_id = visits.agency_id
       and reports.id = visits.report_id
     join centres on centres.id = visits.centre_id join agencies on agencies.id = visits.agency_id
     left join accounts as shoppers on shoppers.id = shopper_id
     left join accounts as reviewers on reviewers.id = reviewer_id
     where visits.cycle_id = $1 and state = any($2::text[])
       and ($3::uuid is null or (received_at, visits.id) > (
         select known.received_at, $3::uuid from visits as last join visit_reports as known on known.cycle_id = last.cycle_id
           and known.agency_id = last.agency_id and known.id = last.report_id where last.id = $3))
     order by received_at, visits.id limit $4`,
    [cycleId, states, after, most],
  );
}

/** Where and by whom a visit was made, in words. */
export interface VisitNames {
  readonly cycle: string;
  readonly agency: { readonly code: string; readonly name: Wording };
  readonly centre: { readonly code: string; readonly name: Wording; readonly channelType: string };
  readonly shopper: string | null;
  readonly reviewer: string | null;
}

const named = (table: string) =>
  `jsonb_strip_nulls(jsonb_build_object('ar', ${table}.name_ar, 'en', ${table}.name_en))`;

export async function namesOfVisit(db: EntityManager, { cycleId, agencyId, id }: Visit): Promise<VisitNames> {
  const [row] = await db.query<VisitNames[]>(
    `select cycles.key as cycle, jsonb_build_object('code', agencies.code, 'name', ${named('agencies')}) as agency,
       jsonb_build_object('code', centres.code, 'name', ${named('centres')}, 'channelType', centres.channel_type) as centre,
       shoppers.name as shopper, reviewers.name as reviewer
     from visits join cycles on cycles.id = visits.cycle_id join agencies on agencies.id = visits.agency_id
     join centres on centres.id = visits.centre_id
     left join accounts as shoppers on shoppers.id = shopper_id
     left join accounts as reviewers on reviewers.id = reviewer_id
     where visits.cycle_id = $1 and visits.agency_id = $2 and visits.id = $3`,
    [cycleId, agencyId, id],
  );
  if (!row) throw new Error(`The visit ${id} is gone`);
  return row;
}

/** A visit made before to the same centre. */
export interface EarlierVisit {
  readonly id: string;
  readonly cycle: string;
  readonly state: VisitState;
  readonly instrumentId: string;
  readonly receivedAt: Date;
  readonly content: SentVisit;
}

/** The visits to a centre before this one, the latest first; those thrown out are left out. */
export function listEarlier(db: EntityManager, { id, centreId }: Visit, most: number): Promise<EarlierVisit[]> {
  return db.query<EarlierVisit[]>(
    `select visits.id, cycles.key as cycle, state, instrument_id as "instrumentId", received_at as "receivedAt", content
     from visits join visit_reports as reports on reports.cycle_id = visits.cycle_id
       and reports.agency_id = visits.agency_id and reports.id = visits.report_id
     join cycles on cycles.id = visits.cycle_id
     where centre_id = $1 and visits.id <> $2 and state not in ('voided', 'replaced')
       and received_at < (
         select first.received_at from visits as own join visit_reports as first on first.cycle_id = own.cycle_id
           and first.agency_id = own.agency_id and first.visit_id = own.id and revision > 0 where own.id = $2 order by revision limit 1)
     order by received_at desc limit $3`,
    [centreId, id, most],
  );
}
