import type { EntityManager } from 'typeorm';
import type { Visit } from '../visit.entity.js';

/** What becomes of an appeal: the report stands, is amended, or the visit is thrown out. */
export const decisions = ['upheld', 'amended', 'voided'] as const;
export type Decision = (typeof decisions)[number];

/** An agency's objection to one item of one visit, as both sides see it. */
export interface AppealOfVisit {
  readonly id: string;
  /** The path of the item, such as `answers.wait`. */
  readonly item: string;
  readonly statement: string;
  /** SHA-256 of files. */
  readonly evidence: readonly string[];
  readonly at: Date;
  /** Null: not decided yet. */
  readonly decision: Decision | null;
  readonly decidedAt: Date | null;
  readonly reason: string | null;
}

/** An appeal as it is kept. */
export interface StoredAppeal extends AppealOfVisit {
  readonly visitId: string;
  readonly accountId: string;
  readonly decidedBy: string | null;
  readonly amendedReport: string | null;
}

type VisitKey = Pick<Visit, 'cycleId' | 'agencyId' | 'id'>;

const shown = `appeals.id, item, statement, evidence, at, decision, decided_at as "decidedAt", reason`;
const stored = `${shown}, visit_id as "visitId", account_id as "accountId", decided_by as "decidedBy",
  amended_report as "amendedReport"`;

/** The appeals about a visit, the first first. */
export function listAppeals(db: EntityManager, { cycleId, agencyId, id }: VisitKey): Promise<AppealOfVisit[]> {
  return db.query<AppealOfVisit[]>(
    `select ${shown} from visit_appeals as appeals where cycle_id = $1 and agency_id = $2 and visit_id = $3 order by at, id`,
    [cycleId, agencyId, id],
  );
}

/** An appeal about a visit, or null. Read under the visit's lock. */
export async function findAppeal(
  db: EntityManager,
  { cycleId, agencyId }: VisitKey,
  appealId: string,
): Promise<StoredAppeal | null> {
  const [row] = await db.query<StoredAppeal[]>(
    `select ${stored} from visit_appeals as appeals where cycle_id = $1 and agency_id = $2 and id = $3`,
    [cycleId, agencyId, appealId],
  );
  return row ?? null;
}

/** The visit that an appeal is about, by id; null: there is no such appeal. */
export async function visitOfAppeal(db: EntityManager, appealId: string): Promise<string | null> {
  const [row] = await db.query<{ visit: string }[]>('select visit_id as visit from visit_appeals where id = $1', [
    appealId,
  ]);
  return row?.visit ?? null;
}

export async function insertAppeal(
  db: EntityManager,
  { cycleId, agencyId, id, reportId }: Visit,
  appeal: Pick<StoredAppeal, 'id' | 'item' | 'statement' | 'evidence' | 'accountId'>,
): Promise<void> {
  await db.query(
    `insert into visit_appeals (cycle_id, agency_id, id, visit_id, report_id, item, statement, evidence, account_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [cycleId, agencyId, appeal.id, id, reportId, appeal.item, appeal.statement, appeal.evidence, appeal.accountId],
  );
}

export async function keepDecision(
  db: EntityManager,
  { cycleId, agencyId }: VisitKey,
  appealId: string,
  made: { decision: Decision; reason: string; accountId: string; amendedReport: string | null },
): Promise<void> {
  await db.query(
    `update visit_appeals set decision = $4, reason = $5, decided_by = $6, decided_at = now(), amended_report = $7
     where cycle_id = $1 and agency_id = $2 and id = $3`,
    [cycleId, agencyId, appealId, made.decision, made.reason, made.accountId, made.amendedReport],
  );
}

/** Whether an account had a part in what stands: it reviewed the visit, or edited a report about it. */
export async function hadPart(
  db: EntityManager,
  { cycleId, agencyId, id, reviewerId }: Visit,
  accountId: string,
): Promise<boolean> {
  if (reviewerId === accountId) return true;
  const rows = await db.query<unknown[]>(
    `select 1 from visit_events where cycle_id = $1 and agency_id = $2 and visit_id = $3 and account_id = $4
       and verb in ('visit.review', 'visit.return', 'visit.approve', 'visit.reopen')
     union all
     select 1 from visit_reports where cycle_id = $1 and agency_id = $2 and visit_id = $3 and account_id = $4
       and by in ('shopper', 'office') limit 1`,
    [cycleId, agencyId, id, accountId],
  );
  return rows.length > 0;
}

/** An appeal of a cycle, as the office lists it. */
export interface AppealLine extends AppealOfVisit {
  readonly visit: string;
  readonly agency: string;
  readonly centre: string;
}

/** An appeal as far as it is counted: without what was said. */
export interface AppealTimes extends Pick<AppealLine, 'visit' | 'agency' | 'decision' | 'at' | 'decidedAt'> {
  readonly agencyId: string;
}

/** All appeals of a cycle, the first first. */
export function listAppealTimes(db: EntityManager, cycleId: string, most: number): Promise<AppealTimes[]> {
  return db.query<AppealTimes[]>(
    `select visit_id as visit, agencies.code as agency, agencies.id as "agencyId", decision, at, decided_at as "decidedAt"
     from visit_appeals as appeals join agencies on agencies.id = appeals.agency_id
     where appeals.cycle_id = $1 order by at, appeals.id limit $2`,
    [cycleId, most],
  );
}

/** The appeals of a cycle, the first first, from after one of them. */
export function listAppealsOfCycle(
  db: EntityManager,
  cycleId: string,
  { openOnly, after, most }: { openOnly: boolean; after: string | null; most: number },
): Promise<AppealLine[]> {
  return db.query<AppealLine[]>(
    `select ${shown}, visits.id as visit, agencies.code as agency, centres.code as centre
     from visit_appeals as appeals
     join visits on visits.cycle_id = appeals.cycle_id and visits.agency_id = appeals.agency_id and visits.id = visit_id
     join agencies on agencies.id = visits.agency_id join centres on centres.id = visits.centre_id
     where appeals.cycle_id = $1 and (not $2 or decision is null)
       and ($3::uuid is null or (at, appeals.id) > (select at, id from visit_appeals as last where last.id = $3))
     order by at, appeals.id limit $4`,
    [cycleId, openOnly, after, most],
  );
}
