import type { EntityManager } from 'typeorm';

/** Says that figures may differ from now on; what was printed before is checked again before it is shown. */
export async function evidenceChanged(db: EntityManager): Promise<void> {
  await db.query('update evidence set version = version + 1');
}

/** The number of the evidence as it stands: it grows with every change that figures could show. */
export async function evidenceVersion(db: EntityManager): Promise<number> {
  const [row] = await db.query<{ version: string }[]>('select version from evidence');
  return Number(row?.version ?? 0);
}
