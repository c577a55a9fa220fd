import { chmod, mkdir, mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { EmbeddedServer } from '#database';

/** The address of the maintenance database on the server that a test run shares; the first who asks starts it. */
export async function sharedServer(): Promise<string> {
  const server = new EmbeddedServer({ home: join(testHome(), 'shared'), language: 'en' }, false);
  return (await server.running('postgres')) ?? (await server.start());
}

/** A folder of the test run that every user may enter, as the database's user must. */
export async function testFolder(): Promise<string> {
  const folder = await mkdtemp(join(testHome(), 'own-'));
  await chmod(folder, 0o755);
  return folder;
}

/** The one folder of the test run by this name: whoever asks gets the same. */
export async function namedFolder(name: string): Promise<string> {
  const folder = join(testHome(), name);
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o755);
  return folder;
}

/** Connects to a database for a piece of work. */
export async function within<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The address of another database on the same server. */
export function at(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}

/** Sessions that were just closed end a moment later; what needs a database to itself waits for them. */
export async function untilUnused(client: Client, database: string): Promise<void> {
  const used = () => client.query('select 1 from pg_stat_activity where datname = $1', [database]);
  while ((await used()).rowCount) await pause(5);
}

function testHome(): string {
  const home = process.env['NUJOOM_TEST_HOME'];
  if (!home) throw new Error('The test run has no folder: Jest did not run test/platform/global-setup.ts.');
  return home;
}
