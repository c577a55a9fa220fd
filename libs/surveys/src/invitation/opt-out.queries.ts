import type { EntityManager } from 'typeorm';

/** The language of an invitation, or null. */
export async function findLanguage(db: EntityManager, invitation: string): Promise<string | null> {
  const [row] = await db.query<{ language: string }[]>('select language from survey_invitations where id = $1', [
    invitation,
  ]);
  return row?.language ?? null;
}

/** Keeps that the receiver of an invitation does not want more of them, and forgets his address. @returns false: no such invitation */
export async function keepOptOut(db: EntityManager, invitation: string): Promise<boolean> {
  const [row] = await db.query<{ hash: Buffer | null }[]>(
    'select contact_hash as hash from survey_invitations where id = $1',
    [invitation],
  );
  if (row?.hash) {
    await db.query('insert into survey_opt_outs (contact_hash) values ($1) on conflict do nothing', [row.hash]);
    await db.query('update survey_invitations set opted_out = true, contact = null where contact_hash = $1', [
      row.hash,
    ]);
  }
  return row !== undefined;
}
