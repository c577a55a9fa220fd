import { Accounts } from '#access';
import type { Browser } from '../api/browser.js';
import { servedApi, type Served } from '../api/served-api.js';
import { planDocument } from './visit-documents.js';
import { insertPlan, insertVisit, type VisitSketch } from './visit-rooms.js';
import { visitWorld } from './visit-world.js';

/** What somebody is told: the status, and the code of a refusal or the answer itself. */
export type Told = readonly [status: number, answer: unknown];

/** The API with the world of visits, and people of it who ask: `office`, `nobody`, and others by the names of their accounts. */
export interface AskedApi extends Served {
  as(name: string): Browser;
  told(name: string, method: string, path: string, body?: unknown): Promise<Told>;
  /** A PUT; its body is an empty object unless said otherwise. */
  put(name: string, path: string, body?: unknown): Promise<Told>;
  /** Puts a visit there that is due on a day of 2098 (MM-DD). @returns its id */
  on(day: string, sketch?: VisitSketch): Promise<string>;
}

/** @param names of those who sign in beside the office */
export async function askedApi(names: readonly string[], options: { plan: boolean }): Promise<AskedApi> {
  const api = await servedApi();
  await api.sql(visitWorld);
  const sql = <Row>(text: string, values?: readonly unknown[]) =>
    api.sql(text, values) as Promise<unknown> as Promise<Row[]>;
  if (options.plan) await insertPlan(sql, planDocument());
  const people = new Map([
    ['office', await api.signedIn()],
    ['nobody', api.browser()],
    ...(await Promise.all(names.map(async (name) => [name, await signedIn(api, name)] as const))),
  ]);
  const as = (name: string) => people.get(name) as Browser;
  const told: AskedApi['told'] = async (name, method, path, body) => {
    const { status, json } = await as(name).ask(method, path, body === undefined ? {} : { body });
    return [status, (json as { code?: string } | undefined)?.code ?? (json as unknown)];
  };
  return {
    ...api,
    as,
    told,
    put: (name, path, body = {}) => told(name, 'PUT', path, body),
    on: (day, sketch = {}) => insertVisit(sql, { dueFrom: `2098-${day}`, dueTo: `2098-${day}`, ...sketch }),
  };
}

async function signedIn(api: Served, name: string): Promise<Browser> {
  const { password } = await api.app.get(Accounts, { strict: false }).renewPassword(name);
  const browser = api.browser();
  const { status, text } = await browser.signIn(name, password);
  if (status !== 200) throw new Error(text);
  return browser;
}
