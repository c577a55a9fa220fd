import { Pool } from 'pg';
import { Accounts, Devices } from '#access';
import type { Role } from '#contract';
import type { Browser } from '../api/browser.js';
import { servedApi, type Served } from '../api/served-api.js';
import { visitWorld } from './visit-world.js';
import { insertPlan, insertVisit, type VisitSketch } from './visit-rooms.js';

/** The API with the world of visits, and people of every side who are signed in. */
export interface VisitApi extends Served {
  readonly office: Served['office'];
  readonly people: Readonly<Record<'rania' | 'sami' | 'works' | 'health', Browser>>;
  /** What a shopper's tablet sends with every request. */
  readonly tablet: Readonly<Record<string, string>>;
  visit(sketch?: VisitSketch): Promise<string>;
}

// Hundreds of visits are put where they should stand: a connection for each statement would take most of the time.
const pools: Pool[] = [];
afterAll(() => Promise.all(pools.map((pool) => pool.end())));

export async function visitApi(environment: Readonly<Record<string, string>> = {}): Promise<VisitApi> {
  const api = await servedApi({ environment });
  await api.sql(visitWorld);
  const pool = new Pool({ connectionString: api.databaseUrl, max: 4 });
  pools.push(pool);
  const sql = async <Row>(text: string, values: readonly unknown[] = []) =>
    (await pool.query(text, [...values])).rows as Row[];
  await insertPlan(sql);
  const [rania, sami, works, health] = await Promise.all([
    signedIn(api, 'rania-2', 'office'),
    signedIn(api, 'sami-2', 'office'),
    signedIn(api, 'works-2', 'agency', 'WORKS'),
    signedIn(api, 'health-2', 'agency', 'HEALTH'),
  ]);
  return {
    ...api,
    sql,
    people: { rania, sami, works, health },
    tablet: await tabletOf(api, 'noor'),
    visit: (sketch) => insertVisit(sql, { shopper: 'noor', ...sketch }),
  };
}

async function signedIn(api: Served, name: string, role: Exclude<Role, 'visitor'>, agency?: string): Promise<Browser> {
  const [known] = agency ? await api.sql<{ id: string }>('select id from agencies where code = $1', [agency]) : [];
  const account = await api.app.get(Accounts, { strict: false }).create(name, role, known?.id ?? null);
  const browser = api.browser();
  const { status, text } = await browser.signIn(account.name, account.password);
  if (status !== 200) throw new Error(text);
  return browser;
}

async function tabletOf(api: Served, shopper: string): Promise<Readonly<Record<string, string>>> {
  const devices = api.app.get(Devices, { strict: false });
  const { code } = await devices.issue(shopper, 'A tablet');
  const { token } = await devices.enrol(code, '1.0.0');
  return { authorization: `Device ${token}`, 'device-app': '1.0.0', 'device-time': new Date().toISOString() };
}
