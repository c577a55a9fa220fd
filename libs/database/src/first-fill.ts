import { Client } from 'pg';
import type { DataSource } from 'typeorm';

/** Any number every version of the platform agrees on: the lock of who fills an empty database. */
const lock = (0x6e756a6f6f6d % 2 ** 31) + 1;

/**
 * Fills an empty database for the first time, whole or not at all: a mark stands meanwhile, and whoever migrates next and finds it,
 * with nobody filling any more, takes all away. Whoever comes at the same time waits.
 * @param toFill what fills it; null: it is not empty
 */
export async function filledFirst(url: string, toFill: () => Promise<(() => Promise<void>) | null>): Promise<void> {
  const keeper = new Client({ connectionString: url });
  // A server that goes away is noticed by those who fill; the mark stays then.
  keeper.on('error', () => undefined);
  await keeper.connect();
  try {
    await keeper.query('select pg_advisory_lock($1)', [lock]);
    const fill = await toFill();
    if (!fill) return;
    await keeper.query('insert into first_fill default values');
    await fill();
    await keeper.query('delete from first_fill');
  } finally {
    await keeper.end();
  }
}

/**
 * Undoes every migration, in one transaction, when a first filling was cut off: nobody has worked with that database yet. Waits while
 * somebody fills. For who migrates and holds everybody else off.
 */
export async function takeAwayHalf(source: DataSource): Promise<void> {
  const [table] = await source.query<{ known: string | null }[]>(`select to_regclass('first_fill')::text as known`);
  if (!table?.known || !(await isHalf(source))) return;
  const keeper = source.createQueryRunner();
  try {
    await keeper.query('select pg_advisory_lock($1)', [lock]);
    if (!(await isHalf(source))) return;
    await keeper.startTransaction();
    const done = new Set(
      (await source.query<{ name: string }[]>('select name from migrations')).map(({ name }) => name),
    );
    // All at once: the mark goes with the first of them, and must not go alone.
    for (const migration of source.migrations.toReversed()) {
      if (done.has(migration.name ?? '')) await migration.down(keeper);
    }
    await keeper.query('truncate migrations; drop schema if exists graphile_worker cascade');
    await keeper.commitTransaction();
  } catch (error) {
    if (keeper.isTransactionActive) await keeper.rollbackTransaction();
    throw error;
  } finally {
    await keeper.query('select pg_advisory_unlock($1)', [lock]).catch(() => undefined);
    await keeper.release();
  }
}

async function isHalf(source: DataSource): Promise<boolean> {
  return (await source.query<object[]>('select from first_fill')).length > 0;
}
