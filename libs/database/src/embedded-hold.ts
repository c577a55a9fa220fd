import { createHash } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { Problem } from '#contract';
import type { Settings } from '#settings';
import { problemOf } from './constraints.js';
import { role } from './embedded-cluster.js';
import { endSessionsOfKilled, holderName } from './embedded-holders.js';
import { EmbeddedServer } from './embedded-server.js';
import { KeptSession } from './embedded-session.js';
import { refusalOf } from './unreachable.js';

/** The lock that everybody who uses the embedded server shares; who gets it alone is the last one. */
const useLock = [0x6e75, 1];

/** What holding needs of the settings. */
export type HoldSettings = Pick<Settings, 'home' | 'language' | 'databaseUrl'>;

/** A database that stays there until it is left. */
export interface HeldDatabase {
  /** Its address. It can differ after a crash of the embedded server, when somebody else took the port. */
  readonly url: string;
  /**
   * Leaves it; the embedded server stops with the last one to leave. Comes back when that is done.
   * @param patience how many ms the server may take to stop in order before it is cut off (it then recovers at its next
   * start); default 3000
   */
  leave(patience?: number): Promise<void>;
}

export interface HoldOptions {
  /** Be the only one on NUJOOM_HOME that claims it; else `start.alreadyRunning`. */
  readonly claim?: boolean;
  /** Told when the server came back at another address. */
  readonly onMove?: (url: string) => void;
}

/**
 * Holds the database of the settings: DATABASE_URL when it is set (`start.databaseUnreachable` when it does not answer),
 * else the embedded server, started if nobody runs it. While held, a server that crashes is started again.
 *
 * Who uses the server holds a shared lock in a session of it, so that a killed process counts no more. The last one to
 * leave takes the lock alone before it stops the server: whoever comes at that moment waits for the lock, loses the
 * session with the server, and starts it anew.
 */
export function holdDatabase(settings: HoldSettings, options: HoldOptions = {}): Promise<HeldDatabase> {
  return settings.databaseUrl === null
    ? holdEmbedded(settings, options)
    : holdOwn(settings.databaseUrl, settings, options);
}

async function holdOwn(url: string, settings: HoldSettings, options: HoldOptions): Promise<HeldDatabase> {
  const open = async (first: boolean) => {
    const client = await connect(url).catch((error: unknown) => {
      throw refusalOf(url, error, settings.language);
    });
    return options.claim ? claimed(client, settings, first) : client;
  };
  if (!options.claim) {
    await (await open(true)).end();
    return { url, leave: () => Promise.resolve() };
  }
  const session = await KeptSession.of(open);
  return { url, leave: () => session.close(() => Promise.resolve()) };
}

async function holdEmbedded(settings: HoldSettings, options: HoldOptions): Promise<HeldDatabase> {
  const server = new EmbeddedServer(settings);
  let url = '';
  const open = async (first: boolean) => {
    const client = await join(server);
    const before = url;
    url = (await server.running()) ?? url;
    if (!first && url !== before) options.onMove?.(url);
    return options.claim ? claimed(client, settings, first) : client;
  };
  const session = await KeptSession.of(open);
  const leave = (patience?: number) => session.close((client) => stopIfLast(client, server, patience));
  return {
    get url() {
      return url;
    },
    leave,
  };
}

/** A session of the running server that holds the shared lock, once more if the last one to leave stopped it meanwhile. */
async function join(server: EmbeddedServer): Promise<Client> {
  for (const until = Date.now() + 60_000; ; await pause(20)) {
    const client = await server
      .start()
      .then(connect)
      .catch((error: unknown) => stillTrying(error, until));
    if (!client) continue;
    try {
      await client.query('select pg_advisory_lock_shared($1, $2)', useLock);
      await ensureDatabase(client);
      return client;
    } catch (error) {
      await stopIfLast(client, server).catch(() => undefined);
      await client.end().catch(() => undefined);
      stillTrying(error, until);
    }
  }
}

async function stopIfLast(client: Client, server: EmbeddedServer, patience?: number): Promise<void> {
  await client.query('select pg_advisory_unlock_shared($1, $2)', useLock);
  // A lock that a killed one still has is taken from it; who lives when we look stops the server when he leaves.
  do {
    const { rows } = await client.query<{ last: boolean }>('select pg_try_advisory_lock($1, $2) as last', useLock);
    if (rows[0]?.last) return server.stop('fast', patience);
  } while (!(await endSessionsOfKilled(client, useLock)));
}

/** A server that goes away under us is no fault: it is tried again. */
function stillTrying(error: unknown, until: number): null {
  const problem = problemOf(error);
  if (problem instanceof Problem && problem.code === 'database.unavailable' && Date.now() < until) return null;
  throw error;
}

async function ensureDatabase(client: Client): Promise<void> {
  const present = await client.query('select 1 from pg_database where datname = $1', [role]);
  if (present.rowCount) return;
  await client.query(`create database ${role}`).catch((error: { code?: string }) => {
    const madeMeanwhile = error.code === '42P04' || error.code === '23505';
    if (!madeMeanwhile) throw error;
  });
}

/** One claim a folder and machine, whichever database it uses. After a loss it is taken again if it can be. */
async function claimed(client: Client, settings: HoldSettings, first: boolean): Promise<Client> {
  const folder = await realpath(settings.home).catch(() => settings.home);
  const name = createHash('sha256').update(`${hostname()}\0${folder}`).digest();
  const lock = [name.readInt32BE(0), name.readInt32BE(4)];
  const { rows } = await client.query<{ ours: boolean }>('select pg_try_advisory_lock($1, $2) as ours', lock);
  if (rows[0]?.ours || !first) return client;
  await client.end();
  throw new Problem('start.alreadyRunning', { params: { home: settings.home } });
}

async function connect(url: string): Promise<Client> {
  const client = new Client({
    connectionString: url,
    application_name: holderName,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}
