import { execFile } from 'node:child_process';
import { readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A server that lives on a cluster: its first process ("postmaster"), as its own file tells. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** It takes connections; else it is starting, recovering or stopping. */
  readonly ready: boolean;
}

const lockFile = (cluster: string): string => join(cluster, 'postmaster.pid');

/**
 * The server living on a cluster, or null. The file alone proves nothing: after a kill or a loss of power its number
 * may belong to nobody, to a dead process not yet collected, or to another program.
 */
export async function findPostmaster(cluster: string): Promise<Postmaster | null> {
  const lines = (await readLockFile(cluster))?.split('\n');
  const pid = Number(lines?.[0]);
  if (!lines || !(pid > 0) || !(await serves(pid, cluster))) return null;
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

/**
 * Moves away a `postmaster.pid` whose server is gone. PostgreSQL does so itself, except when the number now belongs to
 * another process of the same user or to a dead one not yet collected. If a server came between our look and our move,
 * the file is its own and goes back; two servers on one cluster are excluded by its shared memory all the while.
 */
export async function clearStaleLock(cluster: string): Promise<void> {
  const seen = await readLockFile(cluster);
  if (seen === null || (await findPostmaster(cluster))) return;
  const aside = join(cluster, `stale-${process.pid}-${Date.now()}.pid`);
  try {
    await rename(lockFile(cluster), aside);
    if ((await readFile(aside, 'utf8')) === seen) await rm(aside);
    else await rename(aside, lockFile(cluster));
  } catch {
    // Somebody else moved it first.
  }
}

/**
 * Stops the server of a cluster and comes back when it is gone. `fast` ends sessions and writes everything down; past
 * `patience` ms, or with `immediate`, it is cut off and recovers from its log at the next start. Nothing is lost either way.
 */
export async function stopPostmaster(cluster: string, how: 'fast' | 'immediate', patience = 3_000): Promise<void> {
  const signals = how === 'fast' ? (['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) : (['SIGQUIT', 'SIGKILL'] as const);
  const server = await findPostmaster(cluster);
  if (!server) return;
  for (const signal of signals) {
    send(server.pid, signal);
    if (await gone(server.pid, signal === 'SIGINT' ? patience : 1_000)) return;
  }
}

/** Whether a process with this number runs; one that is dead but not yet collected does not. */
export async function isAlive(pid: number): Promise<boolean> {
  const found = await look(pid);
  return found !== null && found.state !== 'Z';
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It is gone.
  }
}

async function gone(pid: number, patience: number): Promise<boolean> {
  for (const until = Date.now() + patience; Date.now() < until; await pause(10)) if (!(await isAlive(pid))) return true;
  return !(await isAlive(pid));
}

/** Whether the process is a server told to serve this very folder. */
async function serves(pid: number, cluster: string): Promise<boolean> {
  const found = await look(pid);
  return found !== null && found.state !== 'Z' && found.command.includes('postgres') && found.command.includes(cluster);
}

/** One letter of state and the command line of a process; null when there is none. */
async function look(pid: number): Promise<{ readonly state: string; readonly command: string } | null> {
  try {
    if (process.platform === 'linux') {
      const [status, command] = await Promise.all(
        ['stat', 'cmdline'].map((file) => readFile(`/proc/${pid}/${file}`, 'utf8')),
      );
      // The name in brackets may itself hold brackets and spaces: the state stands after the last one.
      return {
        state: status?.slice(status.lastIndexOf(')') + 2)[0] ?? '',
        command: command?.replaceAll('\0', ' ') ?? '',
      };
    }
    const { stdout } = await run('ps', ['-ww', '-o', 'state=,args=', '-p', String(pid)]);
    return { state: stdout.trim()[0] ?? '', command: stdout };
  } catch {
    return null;
  }
}

function readLockFile(cluster: string): Promise<string | null> {
  return readFile(lockFile(cluster), 'utf8').catch(() => null);
}
