import { Client } from 'pg';

const lock = [0x6e75, 2];

/** That a worker is there, as long as its session lives. */
export interface Attendance {
  /** Resolves when the session is lost. */
  readonly lost: Promise<void>;
  leave(): Promise<void>;
}

/**
 * Signs a worker in. A job belongs to the worker that took it; one that was killed keeps its jobs, and the queue by itself
 * gives them back after four hours. Who finds no other worker signed in knows that whatever is still taken was left by
 * one that is dead, and gives it back at once.
 */
export async function attend(databaseUrl: string): Promise<Attendance> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000, keepAlive: true });
  const lost = new Promise<void>((resolve) => {
    client.once('end', () => resolve());
    client.on('error', () => resolve());
  });
  await client.connect();
  try {
    const { rows } = await client.query<{ alone: boolean }>('select pg_try_advisory_lock($1, $2) as alone', lock);
    if (rows[0]?.alone) await giveBackJobs(client);
    await client.query('select pg_advisory_lock_shared($1, $2)', lock);
    if (rows[0]?.alone) await client.query('select pg_advisory_unlock($1, $2)', lock);
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
  return { lost, leave: () => client.end().catch(() => undefined) };
}

async function giveBackJobs(client: Client): Promise<void> {
  const known = await client.query<{ known: string | null }>(
    `select to_regclass('graphile_worker.jobs')::text as known`,
  );
  if (!known.rows[0]?.known) return;
  await client.query(`
    select graphile_worker.force_unlock_workers(array_agg(distinct locked_by))
    from graphile_worker.jobs where locked_by is not null
    having count(*) > 0`);
}
