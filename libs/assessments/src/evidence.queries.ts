import type { EntityManager } from 'typeorm';
import type { Assessment } from './assessment.queries.js';

type At = Pick<Assessment, 'cycleId' | 'agencyId' | 'centreId'>;

/** A file that was given for a criterion. */
export interface EvidenceItem {
  readonly criterion: string;
  readonly name: string;
  /** SHA-256 of its content, hexadecimal. */
  readonly hash: string;
  readonly kind: string;
  readonly bytes: number;
  readonly addedAt: Date;
}

/** The criteria that files were given for, by the centre's id. */
export async function listCriteriaWithEvidence(
  db: EntityManager,
  cycleId: string,
  centreIds: readonly string[],
): Promise<Map<string, Set<string>>> {
  const rows = await db.query<{ centreId: string; criterion: string }[]>(
    `select distinct links.centre_id as "centreId", criterion from assessments
     join evidence_links as links using (cycle_id, agency_id, centre_id)
     where cycle_id = $1 and centre_id = any($2)`,
    [cycleId, centreIds],
  );
  const all = new Map<string, Set<string>>();
  for (const { centreId, criterion } of rows) {
    all.set(centreId, (all.get(centreId) ?? new Set<string>()).add(criterion));
  }
  return all;
}

/** The files given at a centre, for one criterion or all, by criterion, name and time. */
export function listEvidence(db: EntityManager, at: At, criterion: string | null = null): Promise<EvidenceItem[]> {
  return db.query<EvidenceItem[]>(
    `select criterion, name, hash, kind, bytes, added_at as "addedAt"
     from evidence_links join evidence_files using (hash)
     where cycle_id = $1 and agency_id = $2 and centre_id = $3 and ($4::text is null or criterion = $4)
     order by criterion, name, added_at`,
    [at.cycleId, at.agencyId, at.centreId, criterion],
  );
}

/** Notes a file that lies in the folder. @returns whether it is new */
export async function keepFile(
  db: EntityManager,
  file: Pick<EvidenceItem, 'hash' | 'kind' | 'bytes'>,
): Promise<boolean> {
  const rows = await db.query<unknown[]>(
    'insert into evidence_files (hash, kind, bytes) values ($1, $2, $3) on conflict (hash) do nothing returning 1',
    [file.hash, file.kind, file.bytes],
  );
  return rows.length === 1;
}

/** Notes that a file was given for a criterion. @returns whether it was not before */
export async function insertLink(
  db: EntityManager,
  at: At,
  link: Pick<EvidenceItem, 'criterion' | 'name' | 'hash'> & { readonly accountId: string | null },
): Promise<boolean> {
  const rows = await db.query<unknown[]>(
    `insert into evidence_links (cycle_id, agency_id, centre_id, criterion, name, hash, account_id)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning 1`,
    [at.cycleId, at.agencyId, at.centreId, link.criterion, link.name, link.hash, link.accountId],
  );
  return rows.length === 1;
}
