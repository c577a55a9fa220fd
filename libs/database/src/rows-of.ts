import type { EntityManager } from 'typeorm';

/**
 * The rows of a query within this transaction, a thousand at once, so that however many there are none is left out. One such
 * reading at a time.
 */
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
