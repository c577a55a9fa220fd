import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { GradedBy } from './grading.queries.js';

/** A grading out of a file, with all it belongs to. */
export interface ImportedGrading {
  readonly line: number;
  readonly centreId: string;
  readonly agencyId: string;
  readonly criterion: string;
  readonly by: GradedBy;
  readonly accountId: string;
  readonly level: string | null;
  readonly reason: string;
}

/** The latest of what an account said of a criterion, whether it counts or not. */
export type LatestGrading = Omit<ImportedGrading, 'line' | 'agencyId'> & { readonly revision: number };

/** The latest gradings of everybody at these centres. */
export function listLatest(db: EntityManager, cycleId: string, centreIds: readonly string[]): Promise<LatestGrading[]> {
  return db.query<LatestGrading[]>(
    `select distinct on (gradings.centre_id, criterion, by, account_id) gradings.centre_id as "centreId", criterion, by,
       account_id as "accountId", level, reason, revision
     from assessments join gradings using (cycle_id, agency_id, centre_id)
     where cycle_id = $1 and centre_id = any($2)
     order by gradings.centre_id, criterion, by, account_id, revision desc`,
    [cycleId, centreIds],
  );
}

/** Notes which file gradings came from. @returns the id that they then name */
export async function insertImport(
  db: EntityManager,
  { fileName, sha256, rows }: { fileName: string; sha256: string; rows: number },
): Promise<string> {
  const id = randomUUID();
  await db.query('insert into grading_imports (id, file_name, sha256, rows) values ($1, $2, $3, $4)', [
    id,
    fileName,
    sha256,
    rows,
  ]);
  return id;
}

/** Adds gradings, each as the revision after `revisions` of its place in the list. */
export async function insertGradings(
  db: EntityManager,
  { cycleId, importId }: { cycleId: string; importId: string },
  gradings: readonly (ImportedGrading & { readonly revision: number })[],
): Promise<void> {
  await db.query(
    `insert into gradings (cycle_id, import_id, id, agency_id, centre_id, criterion, by, account_id, level, reason, line, revision)
     select $1, $2, gen_random_uuid(), given.* from unnest($3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::uuid[],
       $8::text[], $9::text[], $10::int[], $11::int[]) as given`,
    [
      cycleId,
      importId,
      gradings.map(({ agencyId }) => agencyId),
      gradings.map(({ centreId }) => centreId),
      gradings.map(({ criterion }) => criterion),
      gradings.map(({ by }) => by),
      gradings.map(({ accountId }) => accountId),
      gradings.map(({ level }) => level),
      gradings.map(({ reason }) => reason),
      gradings.map(({ line }) => line),
      gradings.map(({ revision }) => revision),
    ],
  );
}

/** Locks the assessments of centres in the order everybody locks them. @returns the agency of each, by the centre's id */
export async function lockAssessments(
  db: EntityManager,
  cycleId: string,
  centreIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db.query<{ centreId: string; agencyId: string }[]>(
    `select centre_id as "centreId", agency_id as "agencyId" from assessments
     where cycle_id = $1 and centre_id = any($2) order by centre_id for update`,
    [cycleId, centreIds],
  );
  return new Map(rows.map(({ centreId, agencyId }) => [centreId, agencyId]));
}
