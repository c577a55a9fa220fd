import { readFileSync } from 'node:fs';
import type { Client } from 'pg';
import { isAlive } from './embedded-postmaster.js';

const prefix = 'nujoom-holder-';

/** What a session that holds the embedded server is called in it: by it everybody can see whose it is. */
export const holderName = `${prefix}${process.pid}`;

/**
 * Ends the sessions of holders that were killed: until the server has noticed by itself, they keep their lock.
 * @param lock the advisory lock of those who hold the server, as its two numbers
 * @returns whether somebody who lives has the lock or waits for it; a session by another name counts as living
 */
export async function endSessionsOfKilled(client: Client, lock: readonly number[]): Promise<boolean> {
  const { rows } = await client.query<{ pid: number; name: string }>(
    `select l.pid, a.application_name as name from pg_locks l join pg_stat_activity a using (pid)
     where l.locktype = 'advisory' and l.classid = $1 and l.objid = $2 and l.objsubid = 2 and l.pid <> pg_backend_pid()`,
    [...lock],
  );
  const living = await Promise.all(rows.map(({ name }) => isHeldStill(name)));
  const killed = rows.filter((_, index) => !living[index]);
  // With its name, since the number of a session that ended meanwhile may already be another's.
  await client.query(
    `select pg_terminate_backend(pid, 1000) from pg_stat_activity
     where (pid, application_name) in (select * from unnest($1::int[], $2::text[]))`,
    [killed.map(({ pid }) => pid), killed.map(({ name }) => name)],
  );
  return living.includes(true);
}

async function isHeldStill(name: string): Promise<boolean> {
  const pid = Number(name.startsWith(prefix) ? name.slice(prefix.length) : NaN);
  return !(pid > 0) || (!wasKilled(pid) && (await isAlive(pid)));
}

/** Of a process on Linux: it is on its way out (PF_EXITING), by a signal (PF_SIGNALED); and the bit of a SIGKILL that waits. */
const ending = { flags: 0x4 | 0x400, signals: 1 << 8 };

/**
 * Whether a kill was sent to a process that is not gone yet: to give back its memory takes it some ms, and its session lives on
 * until then. Known on Linux alone; elsewhere such a process counts as living.
 */
export function wasKilled(pid: number): boolean {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // From the state on, which is the third field; see proc_pid_stat(5). The name before it may hold blanks.
    const fields = status.slice(status.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[9 - 3]) & ending.flags) !== 0 || (Number(fields[31 - 3]) & ending.signals) !== 0;
  } catch {
    return false;
  }
}
