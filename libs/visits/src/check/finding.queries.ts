import type { EntityManager } from 'typeorm';
import type { FindingCode } from '#fieldwork';
import type { Visit } from '../visit.entity.js';
import { checkTask, mostAttempts, type CheckJob } from './check-task.js';

/** A finding as it is kept; `checkFailed`: the report could not be looked at. */
export interface KeptFinding {
  readonly code: FindingCode | 'checkFailed';
  /** The path of the answer it is about; null: the whole visit. */
  readonly item: string | null;
  readonly params: Readonly<Record<string, string | number>>;
}

type VisitKey = Pick<Visit, 'cycleId' | 'agencyId' | 'id'>;

/** Keeps the findings about a report, in place of those before. */
export async function keepFindings(
  db: EntityManager,
  { cycleId, agencyId, id }: VisitKey,
  reportId: string,
  findings: readonly KeptFinding[],
): Promise<void> {
  await db.query('delete from visit_findings where cycle_id = $1 and agency_id = $2 and report_id = $3', [
    cycleId,
    agencyId,
    reportId,
  ]);
  if (findings.length === 0) return;
  await db.query(
    `insert into visit_findings (cycle_id, agency_id, report_id, visit_id, place, code, item, params)
     select $1, $2, $3, $4, place - 1, code, item, params
     from unnest($5::text[], $6::text[], $7::jsonb[]) with ordinality as given (code, item, params, place)`,
    [
      cycleId,
      agencyId,
      reportId,
      id,
      findings.map(({ code }) => code),
      findings.map(({ item }) => item),
      findings.map(({ params }) => JSON.stringify(params)),
    ],
  );
}

/** The findings about a visit's reports, with the report of each. */
export function listFindings(
  db: EntityManager,
  { cycleId, agencyId, id }: VisitKey,
): Promise<(KeptFinding & { report: string })[]> {
  return db.query<(KeptFinding & { report: string })[]>(
    `select findings.report_id as report, code, item, params
     from visit_reports as reports join visit_findings as findings on findings.cycle_id = reports.cycle_id
       and findings.agency_id = reports.agency_id and findings.report_id = reports.id
     where reports.cycle_id = $1 and reports.agency_id = $2 and reports.visit_id = $3
     order by revision desc, place`,
    [cycleId, agencyId, id],
  );
}

/** Has a job done, in so many seconds. */
export async function askAgain(db: EntityManager, job: CheckJob, seconds: number): Promise<void> {
  await db.query(
    `select graphile_worker.add_job($1, payload := $2::json, max_attempts := $3, run_at := now() + make_interval(secs => $4))`,
    [checkTask, JSON.stringify(job), mostAttempts, seconds],
  );
}
