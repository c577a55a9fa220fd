import { runMigrations } from 'graphile-worker';
import { DataSource, type MixedList } from 'typeorm';
import { Problem } from '#contract';
import { problemOf } from './constraints.js';
import { takeAwayHalf } from './first-fill.js';

type Migrations = MixedList<new () => { up: unknown; down: unknown }>;

/** Any number every version of the platform agrees on: the lock under which one process at a time migrates. */
const lock = 0x6e756a6f6f6d % 2 ** 31;

/**
 * Brings the tables to this version, once, whichever process comes first; the others wait and find nothing to do.
 * Each migration is a transaction of its own, so that a kill in the middle leaves whole ones only. What a first filling that was cut
 * off left is taken away (see `filledFirst`).
 * Refuses with `start.databaseNewer` when a migration stands there that this version does not know.
 * @returns the names of the migrations that were run
 */
export async function migrate(url: string, migrations: readonly (new () => object)[]): Promise<string[]> {
  const source = new DataSource({
    type: 'postgres',
    url,
    migrations: migrations as Migrations,
    extra: { max: 3, connectionTimeoutMillis: 5_000 },
  });
  try {
    await source.initialize();
    const keeper = source.createQueryRunner();
    try {
      await keeper.query('select pg_advisory_lock($1)', [lock]);
      await refuseNewer(source, migrations);
      await takeAwayHalf(source);
      const run = await source.runMigrations({ transaction: 'each' });
      await runMigrations({ connectionString: url });
      return run.map((migration) => migration.name);
    } finally {
      await keeper.query('select pg_advisory_unlock($1)', [lock]).catch(() => undefined);
      await keeper.release();
    }
  } catch (error) {
    throw problemOf(error);
  } finally {
    if (source.isInitialized) await source.destroy();
  }
}

async function refuseNewer(source: DataSource, migrations: readonly { name: string }[]): Promise<void> {
  const [table] = await source.query<{ known: string | null }[]>(`select to_regclass('migrations')::text as known`);
  if (!table?.known) return;
  const known = new Set(migrations.map((migration) => migration.name));
  const landed = await source.query<{ name: string }[]>('select name from migrations order by id');
  const newer = landed.find((migration) => !known.has(migration.name));
  if (newer) throw new Problem('start.databaseNewer', { params: { migration: newer.name } });
}
