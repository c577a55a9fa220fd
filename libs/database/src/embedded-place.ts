import { access, chmod, mkdir, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Problem } from '#contract';
import type { Settings } from '#settings';

/** What the embedded server needs of the settings. */
export type EmbeddedSettings = Pick<Settings, 'home' | 'language'>;

/** Where the embedded server keeps what it owns, under NUJOOM_HOME. */
export interface Place {
  readonly home: string;
  /** Present only when complete: it is made beside and renamed (see embedded-cluster.ts). */
  readonly database: string;
  /** PostgreSQL's own folder ("data directory"). */
  readonly cluster: string;
  /** The password of the only role, readable by its owner only. */
  readonly password: string;
  /** The port of the last start, tried first at the next so that an address in use stays right. */
  readonly port: string;
  readonly logs: string;
  readonly log: string;
}

/** The layout of one NUJOOM_HOME. Nothing is touched. */
export function placeIn(home: string): Place {
  const database = join(home, 'database');
  const logs = join(home, 'logs');
  return {
    home,
    database,
    cluster: join(database, 'cluster'),
    password: join(database, 'password'),
    port: join(database, 'port'),
    logs,
    log: join(logs, 'database.log'),
  };
}

/**
 * Makes NUJOOM_HOME when it is missing, and refuses with `start.folderNotWritable` when nothing can be kept in it.
 * @returns its layout, by the one name a folder has behind all links: a running server is known by it
 */
export async function prepareHome(home: string): Promise<Place> {
  const probe = join(home, `.writable-${process.pid}`);
  try {
    const made = await makeFolder(home);
    // As root the server runs as another user, who has to pass through, whatever the umask says.
    if (made && process.getuid?.() === 0) await chmod(home, 0o755);
    await makeFolder(placeIn(home).logs);
    await writeFile(probe, 'Nujoom looks whether it can write here.\n');
    return placeIn(await realpath(home));
  } catch (error) {
    throw new Problem('start.folderNotWritable', { params: { home } }, { cause: error });
  } finally {
    await rm(probe, { force: true }).catch(() => undefined);
  }
}

/**
 * Makes a folder with those above it; Node's own way to do so never comes back where a system lets nobody make one.
 * @returns whether it was missing
 */
async function makeFolder(path: string): Promise<boolean> {
  try {
    await mkdir(path);
    return true;
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'EEXIST' && (await stat(path)).isDirectory()) return false;
    if (code !== 'ENOENT' || dirname(path) === path || (await exists(dirname(path)))) throw error;
  }
  await makeFolder(dirname(path));
  await mkdir(path);
  return true;
}

/** Whether something stands at this path. */
export function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** The user and group whom a file belongs to, or null when there is no such file. */
export function ownerOf(path: string): Promise<{ readonly uid: number; readonly gid: number } | null> {
  return stat(path).catch(() => null);
}
