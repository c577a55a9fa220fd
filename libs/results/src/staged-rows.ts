import type { EntityManager } from 'typeorm';

/** Takes rows out of a stage by their lines. */
export async function dropStaged(
  db: EntityManager,
  stage: 'staged_counts' | 'staged_results',
  lines: readonly number[],
): Promise<void> {
  if (lines.length > 0) await db.query(`delete from ${stage} where line = any($1)`, [lines]);
}
