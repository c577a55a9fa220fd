import type { EntityManager } from 'typeorm';

/** A photo as it can be compared. */
export interface KnownPhoto {
  /** SHA-256 of the file as it was sent, hexadecimal. */
  readonly hash: string;
  /** 64 binary digits; null while it is not prepared, and for one that cannot be read or is too even to be told apart. */
  readonly fingerprint: string | null;
  /** When the same file came for the first time, from whomever. */
  readonly storedAt: Date;
}

/** Another photo that looks alike. */
export interface AlikePhoto extends KnownPhoto {
  readonly fingerprint: string;
  /** In how many of 64 bits the fingerprints differ. */
  readonly differs: number;
}

/** What is known of some photos, by hash; those that are not stored are missing. */
export async function photosKnown(db: EntityManager, hashes: readonly string[]): Promise<Map<string, KnownPhoto>> {
  const rows = await db.query<KnownPhoto[]>(
    `select hash, fingerprint::text as fingerprint, stored_at as "storedAt" from media_files where hash = any($1::text[])`,
    [hashes],
  );
  return new Map(rows.map((row) => [row.hash, row]));
}

/**
 * The photos whose fingerprints differ from one in at most so many bits, the nearest first, then the oldest; the photo
 * itself is among them. It looks at every photo: some 10 million a second.
 */
export function photosAlike(
  db: EntityManager,
  fingerprint: string,
  withinBits: number,
  limit: number,
): Promise<AlikePhoto[]> {
  return db.query<AlikePhoto[]>(
    `select hash, fingerprint::text as fingerprint, stored_at as "storedAt", bit_count(fingerprint # $1::bit(64))::int as differs
     from media_files where bit_count(fingerprint # $1::bit(64)) <= $2
     order by differs, stored_at, hash limit $3`,
    [fingerprint, withinBits, limit],
  );
}
