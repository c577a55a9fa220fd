import type { ChildProcess } from 'node:child_process';
import { open, rename, stat } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { Binaries } from './embedded-binaries.js';
import type { Place } from './embedded-place.js';
import { findPostmaster } from './embedded-postmaster.js';
import { lastWords, spawnAs, type DatabaseUser } from './embedded-user.js';

/**
 * What became of one start. `again`: another server of this folder was quicker, or the last one's memory is still held
 * by processes that are ending; `portTaken`: somebody took the port between our look and the start.
 */
export type Launched =
  { readonly outcome: 'ready' } | { readonly outcome: 'again' | 'portTaken' | 'failed'; readonly words: string };

interface Launch {
  readonly place: Place;
  readonly binaries: Binaries;
  readonly user: DatabaseUser;
  readonly port: number;
  readonly durable: boolean;
}

const logLimit = 5_000_000;

/** Starts a server process and waits until it takes connections or has ended. It then lives on without us. */
export async function launch({ place, binaries, user, port, durable }: Launch): Promise<Launched> {
  const written = (await stat(place.log).catch(() => null))?.size ?? 0;
  if (written > logLimit) await rename(place.log, `${place.log}.1`);
  const log = await open(place.log, 'a+', 0o600);
  try {
    const { size } = await log.stat();
    const child = spawnAs(user, binaries.postgres, serverArguments(place, port, durable), {
      stdio: ['ignore', log.fd, log.fd],
      detached: true,
    });
    if (await becomesReady(child, place)) {
      child.unref();
      return { outcome: 'ready' };
    }
    const { size: end } = await log.stat();
    const { buffer } = await log.read(Buffer.alloc(end - size), 0, end - size, size);
    return verdict(buffer.toString());
  } finally {
    await log.close();
  }
}

function serverArguments(place: Place, port: number, durable: boolean): string[] {
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'cluster_name=nujoom',
    'log_checkpoints=off',
    // A statement whose client was killed ends too, and lets go of its locks.
    'client_connection_check_interval=1s',
    // Statements and values hold what people wrote: they stay out of the log.
    'log_min_error_statement=panic',
    'log_error_verbosity=terse',
    ...(durable ? ['fsync=on'] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
  ];
  return ['-D', place.cluster, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
}

async function becomesReady(child: ChildProcess, place: Place): Promise<boolean> {
  let ended = false;
  child.once('error', () => (ended = true));
  child.once('exit', () => (ended = true));
  for (; !ended; await pause(20)) {
    const found = await findPostmaster(place.cluster);
    if (found?.ready && found.pid === child.pid) return true;
  }
  return false;
}

function verdict(written: string): Launched {
  const words = lastWords(written);
  if (/lock file ".*" already exists|pre-existing shared memory block|is empty|could not open lock file/.test(words))
    return { outcome: 'again', words };
  if (/could not create any TCP\/IP sockets/.test(words)) return { outcome: 'portTaken', words };
  return { outcome: 'failed', words };
}
