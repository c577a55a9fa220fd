import { execFile, spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { promisify } from 'node:util';
import type { Binaries } from './embedded-binaries.js';
import { ownerOf, type Place } from './embedded-place.js';

const run = promisify(execFile);

/** As whom PostgreSQL's programs run: they refuse to run as root. */
export interface DatabaseUser {
  /** The owner that the server's files need; null means whoever we are. */
  readonly owner: { readonly uid: number; readonly gid: number } | null;
  /** What stands before the program on the command line, when the owner alone may not enter the folders. */
  readonly prefix: readonly string[];
}

const ourselves: DatabaseUser = { owner: null, prefix: [] };

/**
 * The user for the server's programs. An ordinary user is that user. Root lends them to the owner of the cluster if
 * there is one, else to `postgres` or `nobody`; no account is made. Where that user may not enter the folders (a clone
 * under a closed /root), the smallest capability that lets it in is added, if the system has `setpriv`.
 * @returns null when no user can be found who may both enter the folders and run the programs
 */
export async function databaseUser(binaries: Binaries, place: Place): Promise<DatabaseUser | null> {
  if (process.getuid?.() !== 0) return ourselves;
  for (const owner of await owners(place)) {
    const ways = [
      { owner, prefix: [] },
      ...['dac_read_search', 'dac_override'].map((right) => withRight(owner, right)),
    ];
    for (const user of ways) if (await mayEnter(user, binaries, place)) return user;
  }
  return null;
}

/** Starts one of PostgreSQL's programs as that user, with no setting of the caller's own PostgreSQL. */
export function spawnAs(
  user: DatabaseUser,
  program: string,
  args: readonly string[],
  options: { readonly stdio: StdioOptions; readonly detached?: boolean },
): ChildProcess {
  const [file = program, ...rest] = [...user.prefix, program, ...args];
  return spawn(file, rest, { ...options, ...identity(user), cwd: '/', env: plainEnvironment() });
}

/** The one line of what a program of PostgreSQL wrote that says why it ended. */
export function lastWords(written: string): string {
  const fault = /^.*?(?:FATAL|PANIC): +(.*)$/m.exec(written) ?? /^\w+: error: +(.*)$/m.exec(written);
  return fault?.[1] ?? written.trim().split('\n').at(-1) ?? '';
}

async function owners(place: Place): Promise<{ uid: number; gid: number }[]> {
  const present = await ownerOf(place.cluster);
  if (present && present.uid !== 0) return [present];
  const named = await Promise.all(['postgres', 'nobody'].map(idsOf));
  return named.filter((ids) => ids !== null);
}

async function idsOf(name: string): Promise<{ uid: number; gid: number } | null> {
  try {
    const [uid, gid] = await Promise.all(
      ['-u', '-g'].map(async (which) => Number((await run('id', [which, name])).stdout)),
    );
    return uid !== undefined && gid !== undefined ? { uid, gid } : null;
  } catch {
    return null;
  }
}

/** `no_setuid_fixup` lets the right count in access(2) too, with which PostgreSQL looks for its own programs. */
function withRight(owner: { uid: number; gid: number }, right: string): DatabaseUser {
  const rights = [`--inh-caps=+${right}`, `--ambient-caps=+${right}`, '--securebits=+no_setuid_fixup'];
  return {
    owner,
    prefix: ['setpriv', `--reuid=${owner.uid}`, `--regid=${owner.gid}`, '--clear-groups', ...rights, '--'],
  };
}

/** Asks the way the programs will: home has to be passable, and the program has to find itself and start. */
async function mayEnter(user: DatabaseUser, binaries: Binaries, place: Place): Promise<boolean> {
  const look = 'test -x "$1" && exec "$2" --version';
  const [file = '', ...args] = [...user.prefix, '/bin/sh', '-c', look, 'sh', place.home, binaries.postgres];
  try {
    const { stderr } = await run(file, args, { ...identity(user), cwd: '/', env: plainEnvironment() });
    return stderr === '';
  } catch {
    return false;
  }
}

/** With a prefix, `setpriv` changes the user; without one, the system call does. */
function identity(user: DatabaseUser): { uid?: number; gid?: number } {
  return user.owner && user.prefix.length === 0 ? { uid: user.owner.uid, gid: user.owner.gid } : {};
}

function plainEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' };
}
