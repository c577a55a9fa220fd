import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Client, type QueryResultRow } from 'pg';
import { Accounts, type NewAccount } from '#access';
import { settingsFrom } from '#settings';
import { createApi } from '../../apps/api/src/create-api.js';
import { testDatabase } from '../platform/database.js';
import { Browser } from './browser.js';

export interface Served {
  readonly app: NestFastifyApplication;
  readonly url: string;
  readonly databaseUrl: string;
  /** The first account; without a name when the database had one before. */
  readonly office: NewAccount;
  /** What was logged, as JSON lines. */
  readonly log: readonly string[];
  /** A browser that has never been here, at a network address of its own. */
  browser(address?: string): Browser;
  /** A browser that has signed in. */
  signedIn(address?: string): Promise<Browser>;
  sql<Row extends QueryResultRow>(text: string, values?: readonly unknown[]): Promise<Row[]>;
}

interface Wishes {
  readonly databaseUrl?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly more?: readonly Type[];
}

const running: NestFastifyApplication[] = [];
afterAll(() => Promise.all(running.map(close)));

/** A browser that keeps its connection open is not waited for. */
async function close(app: NestFastifyApplication): Promise<void> {
  const closing = app.close();
  app.getHttpServer().closeAllConnections();
  await closing;
}

/** The API behind one proxy of ours, listening on a free port, on a database of its own with the first account. It ends with the tests of its file. */
export async function servedApi({ databaseUrl, environment = {}, more = [] }: Wishes = {}): Promise<Served> {
  const database = databaseUrl ?? (await testDatabase());
  const settings = settingsFrom({ NUJOOM_PROXIES: '1', ...environment });
  const log: string[] = [];
  const stream = { write: (line: string) => void log.push(line) };
  const app = await createApi(settings, database, { log: stream, more });
  running.push(app);
  await app.listen(0, '127.0.0.1');
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  const office = (await app.get(Accounts, { strict: false }).createFirst()) ?? { name: '', password: '' };
  let next = 0;
  const browser = (address = `198.51.${++next}.7`) => new Browser(url, address);
  return {
    app,
    url,
    databaseUrl: database,
    office,
    log,
    browser,
    signedIn: async (address) => {
      const one = browser(address);
      const { status, text } = await one.signIn(office.name, office.password);
      if (status !== 200) throw new Error(`the office cannot sign in: ${text}`);
      return one;
    },
    sql: (text, values = []) => sql(database, text, values),
  };
}

async function sql<Row extends QueryResultRow>(url: string, text: string, values: readonly unknown[]): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text, [...values])).rows;
  } finally {
    await client.end();
  }
}
