import type { EntityManager } from 'typeorm';

/** A file of responses that came in: who brought it, and when. */
export interface ResponseImport {
  readonly fileName: string;
  /** SHA-256 of the file, hexadecimal. */
  readonly sha256: string;
  readonly rows: number;
  readonly added: number;
  /** The name of the account; null: the command line. */
  readonly by: string | null;
  readonly at: Date;
}

/** Notes that a file came in, in the transaction that stores it. */
export async function keepImport(
  db: EntityManager,
  campaign: string,
  {
    fileName,
    sha256,
    rows,
    added,
    accountId,
  }: Omit<ResponseImport, 'by' | 'at'> & { readonly accountId: string | null },
): Promise<void> {
  await db.query(
    `insert into response_imports (id, campaign_id, file_name, sha256, rows, added, account_id)
     values (gen_random_uuid(), $1, $2, $3, $4, $5, $6)`,
    [campaign, fileName, sha256, rows, added, accountId],
  );
}

/** The files that came in for a campaign, the latest first, and no more than so many. */
export function listImports(db: EntityManager, campaign: string, most: number): Promise<ResponseImport[]> {
  return db.query<ResponseImport[]>(
    `select file_name as "fileName", sha256, rows, added, accounts.name as by, at
     from response_imports left join accounts on accounts.id = account_id
     where campaign_id = $1 order by at desc, response_imports.id limit $2`,
    [campaign, most],
  );
}

/**
 * What the ids of a campaign's imported responses are salted with; made when it is first asked for. When it is deleted, nothing ties
 * them to somebody's own numbers any more. @returns null when words were erased: then nothing is imported any more
 */
export async function importSalt(db: EntityManager, campaign: string): Promise<Buffer | null> {
  const [row] = await db.query<{ salt: Buffer }[]>(
    `select coalesce(import_salt, uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())) as salt from campaigns
     where id = $1 and not exists (select from survey_erasures where campaign_id = id)`,
    [campaign],
  );
  if (!row) return null;
  await db.query('update campaigns set import_salt = $2 where id = $1 and import_salt is null', [campaign, row.salt]);
  return row.salt;
}
