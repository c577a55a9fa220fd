import type { EntityManager } from 'typeorm';
import { keysOf, type Buckets } from './buckets.js';
import { decide, turnSeconds, type Bucket, type Stored } from './pace.js';

/**
 * Takes a turn for one try, or says how many seconds to wait for it; 0 lets it in. The buckets are locked until the
 * transaction ends, so that tries in other processes decide after this one.
 */
export async function takeTurn(db: EntityManager, buckets: Buckets): Promise<number> {
  const keys = keysOf(buckets);
  await lock(db, keys);
  const now = await clock(db);
  const { wait, write, spent } = decide(buckets, await stored(db, keys), now);
  await store(db, write);
  if (spent !== null) await db.query('delete from sign_in_failures where bucket = $1', [spent]);
  return wait;
}

/** Takes back the failure that a try counted as, once it has succeeded. */
export async function giveBack(db: EntityManager, { growing, line }: Buckets): Promise<void> {
  await lock(db, growing.map(({ key }) => key).concat(line?.account ?? []));
  await db.query(
    `update sign_in_failures set failures = greatest(failures - 1, 0), next_at = least(next_at, clock_timestamp())
      where bucket = any($1)`,
    [growing.map(({ key }) => key)],
  );
  if (line === null) return;
  await db.query(
    `update sign_in_failures
        set failures = greatest(failures - 1, 0), next_at = next_at - make_interval(secs => $2)
      where bucket = $1`,
    [line.account, turnSeconds],
  );
}

/** Forgets failures of more than a day ago; those in use at this moment are left to the next time. */
export async function pruneFailures(db: EntityManager): Promise<void> {
  await db.query(
    `delete from sign_in_failures where bucket in (
       select bucket from sign_in_failures where failed_at < now() - interval '1 day' for update skip locked)`,
  );
}

/** Advisory locks, so that a bucket nobody failed in needs no row; always in one order, so that none waits in a circle. */
async function lock(db: EntityManager, keys: readonly string[]): Promise<void> {
  await db.query(
    `select pg_advisory_xact_lock(key)
       from (select distinct hashtextextended(bucket, 0) as key from unnest($1::text[]) as bucket order by key) as keys`,
    [keys],
  );
}

async function clock(db: EntityManager): Promise<number> {
  const [row] = await db.query<{ now: number }[]>('select extract(epoch from clock_timestamp())::float8 as now');
  if (!row) throw new Error('the database told no time');
  return row.now;
}

async function stored(db: EntityManager, keys: readonly string[]): Promise<Stored> {
  const rows = await db.query<(Bucket & { bucket: string })[]>(
    `select bucket, failures,
            extract(epoch from failed_at)::float8 as "failedAt", extract(epoch from next_at)::float8 as "nextAt"
       from sign_in_failures where bucket = any($1)`,
    [keys],
  );
  return new Map(rows.map((row) => [row.bucket, row]));
}

async function store(db: EntityManager, write: ReadonlyMap<string, Bucket>): Promise<void> {
  if (write.size === 0) return;
  const buckets = [...write.values()];
  await db.query(
    `insert into sign_in_failures (bucket, failures, failed_at, next_at)
     select bucket, failures, to_timestamp(failed_at), to_timestamp(next_at)
       from unnest($1::text[], $2::int[], $3::float8[], $4::float8[]) as r(bucket, failures, failed_at, next_at)
      order by bucket
     on conflict (bucket) do update
        set failures = excluded.failures, failed_at = excluded.failed_at, next_at = excluded.next_at`,
    [
      [...write.keys()],
      buckets.map(({ failures }) => failures),
      buckets.map(({ failedAt }) => failedAt),
      buckets.map(({ nextAt }) => nextAt),
    ],
  );
}
