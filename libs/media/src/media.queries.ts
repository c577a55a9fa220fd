import type { EntityManager } from 'typeorm';
import type { Database } from '#database';
import type { FileKind } from './inspection/kinds.js';

/** The worker's task that makes a picture ready to be shown and compared. */
export const prepareTask = 'media.prepare';
/** How often it is tried; a picture that cannot be read is no failure and not tried again. */
const mostAttempts = 5;

/** A stored file. */
export interface MediaFile {
  /** SHA-256, hexadecimal. */
  readonly hash: string;
  readonly kind: FileKind;
  readonly bytes: number;
  /** Of the clean copy, in pixels; null until it is prepared, and for what is no picture or cannot be read. */
  readonly width: number | null;
  readonly height: number | null;
  readonly preparedAt: Date | null;
}

/**
 * Notes a stored file and who sent it; a picture that is new is asked to be prepared. All in one statement that is a
 * transaction of its own: one way to the server while a shopper waits.
 */
export async function keepMedia(
  database: Database,
  file: Pick<MediaFile, 'hash' | 'kind' | 'bytes'>,
  sender: string,
): Promise<void> {
  await database.statement(
    'media_keep',
    `with added as (insert into media_files (hash, kind, bytes) values ($1, $2, $3) on conflict (hash) do nothing returning hash),
       sent as (insert into media_senders (hash, account_id) values ($1, $4) on conflict do nothing)
     select graphile_worker.add_job($5, payload := json_build_object('hash', hash), job_key := $5 || ':' || hash, max_attempts := $6)
     from added where $2 <> 'pdf'`,
    [file.hash, file.kind, file.bytes, sender, prepareTask, mostAttempts],
  );
}

export async function findMedia(db: EntityManager, hash: string): Promise<MediaFile | null> {
  const [row] = await db.query<MediaFile[]>(
    'select hash, kind, bytes, width, height, prepared_at as "preparedAt" from media_files where hash = $1',
    [hash],
  );
  return row ?? null;
}

/**
 * Which of some files are stored and were sent by an account, by hash, with their size in bytes. What another sent is not
 * among them. One query, however many.
 */
export async function mediaHeld(
  db: EntityManager,
  accountId: string,
  hashes: readonly string[],
): Promise<Map<string, { readonly bytes: number }>> {
  const rows = await db.query<{ hash: string; bytes: number }[]>(
    `select hash, bytes from media_senders join media_files using (hash)
     where account_id = $1 and hash = any($2::text[])`,
    [accountId, hashes],
  );
  return new Map(rows.map(({ hash, bytes }) => [hash, { bytes }]));
}

/** The size in bytes of a file that an account sent to its end, or null. */
export async function bytesSent(db: EntityManager, accountId: string, hash: string): Promise<number | null> {
  return (await mediaHeld(db, accountId, [hash])).get(hash)?.bytes ?? null;
}

/** Notes that a picture is prepared; without a size when it cannot be read. */
export async function markPrepared(
  db: EntityManager,
  hash: string,
  made: { readonly width: number; readonly height: number; readonly fingerprint: string | null } | null,
): Promise<void> {
  await db.query(
    `update media_files set prepared_at = now(), width = $2, height = $3, fingerprint = $4::bit(64) where hash = $1`,
    [hash, made?.width ?? null, made?.height ?? null, made?.fingerprint ?? null],
  );
}
