import type { EntityManager } from 'typeorm';
import type { SentVisit } from '#fieldwork';
import type { Visit } from '../visit.entity.js';

/** Who made a report. */
export type ReportMaker = 'shopper' | 'office' | 'appeal';

/** One revision of what is said about a visit. What was stored is never changed. */
export interface StoredReport {
  readonly id: string;
  /** Counted from 1; 0 or less: kept beside the visit. */
  readonly revision: number;
  readonly by: ReportMaker;
  readonly accountId: string;
  /** The name of the account. */
  readonly account: string;
  readonly content: SentVisit;
  readonly hash: string;
  readonly receivedAt: Date;
  /** The device's clock minus the server's, in ms; null: unknown, or no device sent it. */
  readonly deviceOffsetMs: number | null;
  readonly late: boolean;
}

type VisitKey = Pick<Visit, 'cycleId' | 'agencyId' | 'id'>;

const columns = `reports.id, revision, by, account_id as "accountId", accounts.name as account, content, hash,
  received_at as "receivedAt", device_offset_ms::float8 as "deviceOffsetMs", late`;

const ofVisit = `select ${columns} from visit_reports as reports join accounts on accounts.id = account_id
  where cycle_id = $1 and reports.agency_id = $2 and visit_id = $3`;

/** All revisions about a visit, the first first; what is kept beside it is none. */
export function listReports(db: EntityManager, { cycleId, agencyId, id }: VisitKey): Promise<StoredReport[]> {
  return db.query<StoredReport[]>(`${ofVisit} and revision > 0 order by revision`, [cycleId, agencyId, id]);
}

/** The reports kept beside a visit, the first first. */
export function listReportsBeside(db: EntityManager, { cycleId, agencyId, id }: VisitKey): Promise<StoredReport[]> {
  return db.query<StoredReport[]>(`${ofVisit} and revision <= 0 order by revision desc`, [cycleId, agencyId, id]);
}

/** A report about a visit, or null. */
export async function findReport(
  db: EntityManager,
  { cycleId, agencyId, id }: VisitKey,
  reportId: string,
): Promise<StoredReport | null> {
  const [row] = await db.query<StoredReport[]>(`${ofVisit} and reports.id = $4`, [cycleId, agencyId, id, reportId]);
  return row ?? null;
}

/** The report that stands. */
export async function standingReport(db: EntityManager, visit: Visit): Promise<StoredReport> {
  const report = visit.reportId === null ? null : await findReport(db, visit, visit.reportId);
  if (!report) throw new Error(`A visit under review has no report: ${visit.id}`);
  return report;
}

/** A report made by the office, in place of another. */
export interface MadeReport {
  readonly id: string;
  readonly by: Exclude<ReportMaker, 'shopper'>;
  readonly accountId: string;
  readonly content: SentVisit;
  readonly hash: string;
}

/** Stores a report with its photos as the next revision. It is as late as the one it replaces. @returns the revision */
export async function insertReport(
  db: EntityManager,
  { cycleId, agencyId, id }: VisitKey,
  replaced: StoredReport,
  made: MadeReport,
): Promise<number> {
  const [row] = await db.query<{ revision: number }[]>(
    `insert into visit_reports (cycle_id, agency_id, id, visit_id, revision, by, account_id, content, hash, received_at, late)
     select $1, $2, $3, $4, max(revision) + 1, $5, $6, $7, $8, date_trunc('milliseconds', now()), $9
     from visit_reports where cycle_id = $1 and agency_id = $2 and visit_id = $4 returning revision`,
    [cycleId, agencyId, made.id, id, made.by, made.accountId, JSON.stringify(made.content), made.hash, replaced.late],
  );
  await db.query(
    `insert into visit_photos (cycle_id, agency_id, report_id, visit_id, hash)
     select cycle_id, agency_id, $4, visit_id, hash from visit_photos where cycle_id = $1 and agency_id = $2 and report_id = $3`,
    [cycleId, agencyId, replaced.id, made.id],
  );
  return row?.revision ?? 0;
}
