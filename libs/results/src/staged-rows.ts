import type { EntityManager } from 'typeorm';

/** The rows of a query within this transaction, a thousand at once, so that however many there are none is left out. */
export async function* rowsOf<Row>(
  db: EntityManager,
  query: string,
  values: readonly unknown[] = [],
): AsyncGenerator<Row> {
  await db.query(`declare listed no scroll cursor for ${query}`, [...values]);
  try {
    for (;;) {
      const rows = await db.query<Row[]>('fetch 1000 from listed');
      if (rows.length === 0) return;
      yield* rows;
    }
  } finally {
    await db.query('close listed');
  }
}

/** Takes rows out of a stage by their lines. */
export async function dropStaged(
  db: EntityManager,
  stage: 'staged_counts' | 'staged_results',
  lines: readonly number[],
): Promise<void> {
  if (lines.length > 0) await db.query(`delete from ${stage} where line = any($1)`, [lines]);
}
