import type { EntityManager } from 'typeorm';
import type { Assessment } from './assessment.queries.js';
import type { Judgement } from './criteria.js';

/** Whose grading it is: the agency's own, or that of an assessor, first, second or settler. */
export type GradedBy = 'self' | 'assessor';

/** A grading as it is stored. */
export interface StoredGrading extends Judgement {
  readonly id: string;
  readonly centreId: string;
  readonly by: GradedBy;
  readonly accountId: string;
  readonly revision: number;
  readonly at: Date;
}

/** A grading to be stored; the line of a file where it came from one. */
export type NewGrading = Omit<StoredGrading, 'revision' | 'at' | 'centreId'> & {
  readonly importId?: string;
  readonly line?: number;
};

type At = Pick<Assessment, 'cycleId' | 'agencyId' | 'centreId'>;

const columns = `id, centre_id as "centreId", criterion, by, account_id as "accountId", revision, level, reason, at`;

export async function findGrading(
  db: EntityManager,
  { cycleId, agencyId }: Pick<At, 'cycleId' | 'agencyId'>,
  id: string,
): Promise<StoredGrading | null> {
  const [row] = await db.query<StoredGrading[]>(
    `select ${columns} from gradings where cycle_id = $1 and agency_id = $2 and id = $3`,
    [cycleId, agencyId, id],
  );
  return row ?? null;
}

/** Adds a grading as the next revision of what the account said of the criterion. */
export async function insertGrading(db: EntityManager, at: At, grading: NewGrading): Promise<StoredGrading> {
  const { id, criterion, by, accountId, level, reason, importId = null, line = null } = grading;
  const [row] = await db.query<StoredGrading[]>(
    `insert into gradings (cycle_id, agency_id, centre_id, id, criterion, by, account_id, level, reason, import_id, line, revision)
     select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, coalesce(max(revision), 0) + 1 from gradings
     where cycle_id = $1 and agency_id = $2 and centre_id = $3 and criterion = $5 and by = $6 and account_id = $7
     returning ${columns}`,
    [at.cycleId, at.agencyId, at.centreId, id, criterion, by, accountId, level, reason, importId, line],
  );
  return row as StoredGrading;
}
