import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { EmbeddedServer, migrate } from '#database';
import { migrations } from '../../migrations/index.js';

const template = 'template_nujoom';

/**
 * The address of a fresh database with all tables and no rows, for nobody else. It is a copy of one migrated template,
 * made in some tens of milliseconds; it goes away with the test run.
 */
export function testDatabase(): Promise<string> {
  return freshDatabase(async (client, admin) => {
    await ensureTemplate(client, admin);
    return `template ${template}`;
  });
}

/** The address of a fresh database without any table, on the same server. */
export function emptyDatabase(): Promise<string> {
  return freshDatabase(() => Promise.resolve(''));
}

/** A server of one's own, to be stopped and started while others work on the shared one. */
export interface OwnServer {
  /** A migrated database on it; the address stays the same over stops and starts. */
  readonly url: string;
  /** Comes back when it takes connections again. */
  start(): Promise<void>;
  /** Comes back when it is gone. `immediate` cuts every session off, as a crash does. */
  stop(how?: 'fast' | 'immediate'): Promise<void>;
}

/** Starts a server apart from the shared one. Stop it when done; its folder goes away with the test run. */
export async function ownServer(): Promise<OwnServer> {
  const home = await testFolder();
  const server = new EmbeddedServer({ home, language: 'en' }, false);
  const admin = await server.start();
  const url = at(admin, 'nujoom_test');
  await within(admin, (client) => client.query('create database nujoom_test'));
  await migrate(url, migrations);
  await within(admin, (client) => untilUnused(client, 'nujoom_test'));
  return {
    url,
    start: async () => void (await server.start()),
    stop: (how = 'fast') => server.stop(how),
  };
}

/** A folder of the test run that every user may enter, as the database's user must. */
export async function testFolder(): Promise<string> {
  const folder = await mkdtemp(join(testHome(), 'own-'));
  await chmod(folder, 0o755);
  return folder;
}

async function freshDatabase(from: (client: Client, admin: string) => Promise<string>): Promise<string> {
  const server = new EmbeddedServer({ home: join(testHome(), 'shared'), language: 'en' }, false);
  const admin = (await server.running('postgres')) ?? (await server.start());
  const name = `test_${randomBytes(6).toString('hex')}`;
  await within(admin, async (client) => client.query(`create database ${name} ${await from(client, admin)}`));
  return at(admin, name);
}

function testHome(): string {
  const home = process.env['NUJOOM_TEST_HOME'];
  if (!home) throw new Error('The test run has no folder: Jest did not run test/platform/global-setup.ts.');
  return home;
}

/** Under a lock, and renamed when complete: whichever test worker comes first makes the template, the others wait. */
async function ensureTemplate(client: Client, admin: string): Promise<void> {
  const present = async () =>
    (await client.query('select 1 from pg_database where datname = $1', [template])).rowCount === 1;
  if (await present()) return;
  await client.query('select pg_advisory_lock(1)');
  try {
    if (await present()) return;
    await client.query(`drop database if exists ${template}_unfinished`);
    await client.query(`create database ${template}_unfinished`);
    await migrate(at(admin, `${template}_unfinished`), migrations);
    await client.query(`alter database ${template}_unfinished rename to ${template}`);
  } finally {
    await client.query('select pg_advisory_unlock(1)');
  }
}

/** Sessions that were just closed end a moment later; a stop of the server in between would reach them unlistened. */
async function untilUnused(client: Client, database: string): Promise<void> {
  const used = () => client.query('select 1 from pg_stat_activity where datname = $1', [database]);
  while ((await used()).rowCount) await pause(5);
}

async function within<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function at(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}
