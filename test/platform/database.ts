import { randomBytes } from 'node:crypto';
import { EmbeddedServer, migrate } from '#database';
import { migrations } from '../../migrations/index.js';
import { at, sharedServer, testFolder, untilUnused, within } from './shared-server.js';
import { tables, templateOf, type Filling } from './templates.js';

export { testFolder };

/**
 * The address of a fresh database with all tables and no rows, for nobody else. It is a copy of one migrated template,
 * made in some tens of milliseconds; it goes away with the test run.
 */
export function testDatabase(): Promise<string> {
  return copyOf(tables);
}

/**
 * The address of a fresh database with all tables and what `fill` puts there, for nobody else. It is filled once in a
 * test run, for all who ask for the same name, and copied for each of them.
 */
export function filledDatabase(name: string, fill: Filling['fill']): Promise<string> {
  return copyOf({ name, onto: tables, fill });
}

/** The address of a fresh database without any table, on the same server. */
export async function emptyDatabase(): Promise<string> {
  return created(await sharedServer());
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

async function copyOf(filling: Filling): Promise<string> {
  const admin = await sharedServer();
  return created(admin, ` template ${await templateOf(admin, filling)}`);
}

async function created(admin: string, from = ''): Promise<string> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await within(admin, (client) => client.query(`create database ${name}${from}`));
  return at(admin, name);
}
