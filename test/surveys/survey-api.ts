import { Accounts, Devices } from '#access';
import type { Role } from '#contract';
import type { Browser } from '../api/browser.js';
import { servedApi, type Served } from '../api/served-api.js';
import { surveyWorld } from './survey-world.js';

type Person = 'rania' | 'works' | 'viewer' | 'assessor';

/** The API with the world of surveys, and people of every side who are signed in. */
export interface SurveyApi extends Served {
  readonly people: Readonly<Record<Person, Browser>>;
  /** What a shopper's tablet sends with every request. */
  readonly tablet: Readonly<Record<string, string>>;
}

export async function surveyApi(environment: Readonly<Record<string, string>> = {}): Promise<SurveyApi> {
  const api = await servedApi({ environment });
  await api.sql(surveyWorld);
  const [rania, works, viewer, assessor] = await Promise.all([
    signedIn(api, 'rania-2', 'office'),
    signedIn(api, 'works-2', 'agency', 'WORKS'),
    signedIn(api, 'viewer-2', 'viewer'),
    signedIn(api, 'assessor-2', 'assessor'),
  ]);
  return { ...api, people: { rania, works, viewer, assessor }, tablet: await tabletOf(api, 'noor') };
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
