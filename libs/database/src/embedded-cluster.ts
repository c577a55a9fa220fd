import { randomBytes } from 'node:crypto';
import { chown, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Binaries } from './embedded-binaries.js';
import { exists, type Place } from './embedded-place.js';
import { isAlive } from './embedded-postmaster.js';
import { lastWords, spawnAs, type DatabaseUser } from './embedded-user.js';

/** The role that owns everything in the embedded server. */
export const role = 'nujoom';

const unfinished = /^\.database-(\d+)-/;
const ours = new Set<string>();

/**
 * Makes the cluster when there is none: beside its place, then renamed, so that what stands there is always whole.
 * A kill in the middle leaves a folder with the killed process's number, which the next start clears away. Of two
 * processes that do this at once the second finds the first one's there and takes it.
 * @throws Error with the last words of initdb
 */
export async function ensureCluster(
  place: Place,
  binaries: Binaries,
  user: DatabaseUser,
  durable: boolean,
): Promise<void> {
  if (await exists(place.database)) return;
  await clearUnfinished(place.home);
  const name = `.database-${process.pid}-${randomBytes(4).toString('hex')}`;
  const making = join(place.home, name);
  ours.add(name);
  try {
    await mkdir(making, { mode: 0o700 });
    await initialise(making, binaries, user, durable);
    await rename(making, place.database);
  } catch (error) {
    if (!(await exists(place.database))) throw error;
  } finally {
    await rm(making, { recursive: true, force: true });
    ours.delete(name);
  }
}

async function initialise(making: string, binaries: Binaries, user: DatabaseUser, durable: boolean): Promise<void> {
  const password = join(making, 'password');
  await writeFile(password, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  if (user.owner) {
    for (const path of [making, password]) await chown(path, user.owner.uid, user.owner.gid);
  }
  const child = spawnAs(
    user,
    binaries.initdb,
    [...initdbArguments, ...(durable ? [] : ['--no-sync']), `--pwfile=${password}`, ...['-D', join(making, 'cluster')]],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  let words = '';
  child.stderr?.on('data', (chunk: Buffer) => (words = (words + chunk.toString()).slice(-4_000)));
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(lastWords(words) || `initdb ended with ${code ?? signal}`));
    });
  });
}

/**
 * Sorting by code point with PostgreSQL's own tables: the same on every machine and after every update of the system.
 * What people see sorted is sorted for their language elsewhere.
 */
const initdbArguments = [
  `--username=${role}`,
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--text-search-config=simple',
  '--data-checksums',
  '--set=timezone=UTC',
  '--set=log_timezone=UTC',
];

async function clearUnfinished(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    const maker = unfinished.exec(name)?.[1];
    if (maker === undefined || ours.has(name)) continue;
    if (Number(maker) !== process.pid && (await isAlive(Number(maker)))) continue;
    // An initdb whose parent was killed may still be writing: what it leaves is for the next start to clear.
    await rm(join(home, name), { recursive: true, force: true, maxRetries: 2 }).catch(() => undefined);
  }
}
