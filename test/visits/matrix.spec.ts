import { createHash, randomUUID } from 'node:crypto';
import { Accounts, Devices } from '#access';
import { VisitChecks } from '#visits';
import { routesOf, type Route } from '../../apps/api/src/docs/routes.js';
import type { Answer, Browser } from '../api/browser.js';
import { photo as pictureOf } from '../media/pictures.js';
import { openTo, others, type Standing } from './matrix.js';
import { photo } from './submitting.js';
import { visitApi, type VisitApi } from './visit-api.js';
import { planDocument, sentVisit, sheet } from './visit-rooms.js';

/** Whoever may do least comes first: what one of them does is not there for the next. */
const columns = [
  'visitor',
  'viewer',
  'assessor',
  'revoked tablet',
  'other agency',
  'other shopper',
  'own agency',
  'own shopper',
  'office',
] as const;
type Column = (typeof columns)[number];
type Asker = (
  method: string,
  path: string,
  asked: { body?: unknown; raw?: Uint8Array; headers?: object },
) => Promise<Answer>;

/** A visit of noor at a centre of WORKS, with a photo that he sent. */
interface Subject {
  readonly visit: string;
  readonly appeal: string;
}

let api: VisitApi;
let askers: Readonly<Record<Column, Asker>>;
let picture: Buffer;
let hash: string;
/** What nobody but the office and the shopper may ever read. */
let secrets: readonly string[];
let devices: number;

beforeAll(async () => {
  api = await visitApi();
  const rows = await api.sql<{ id: string }>(
    `select id from accounts where name = 'noor' union all
     select devices.id from devices join accounts on accounts.id = account_id where name = 'noor'`,
  );
  secrets = ['noor', 'NOOR', ...rows.map(({ id }) => id), '54.3774', 'rania'];
  askers = await askersOf(api);
  picture = await pictureOf(1).jpeg().toBuffer();
  hash = createHash('sha256').update(picture).digest('hex');
  const { status, text } = await sendAs('own shopper', picture);
  if (status !== 200) throw new Error(text);
  devices = 0;
}, 60_000);

/** Sends something under the hash of the photo: whoever has not the photo itself only claims it. */
const sendAs = (who: Column, content: Buffer) =>
  askers[who]('PUT', `/api/v1/media/${hash}`, {
    raw: content,
    headers: { 'content-type': 'application/octet-stream', 'upload-offset': '0', 'upload-length': `${content.length}` },
  });

async function askersOf(served: VisitApi): Promise<Readonly<Record<Column, Asker>>> {
  const { people, tablet } = served;
  const [viewer, assessor, revoked, lina] = await Promise.all([
    signedIn(served, 'viewer-2', 'viewer'),
    signedIn(served, 'assessor-2', 'assessor'),
    tabletOf(served, 'noor', true),
    tabletOf(served, 'lina', false),
  ]);
  const asking = (browser: Browser, device: object = {}): Asker => {
    return (method, path, asked) => browser.ask(method, path, { ...asked, headers: { ...device, ...asked.headers } });
  };
  return {
    visitor: asking(served.browser()),
    viewer: asking(viewer),
    assessor: asking(assessor),
    'revoked tablet': asking(served.browser(), revoked),
    'other agency': asking(people.health),
    'other shopper': asking(served.browser(), lina),
    'own agency': asking(people.works),
    'own shopper': asking(served.browser(), tablet),
    office: asking(people.sami),
  };
}

async function signedIn(served: VisitApi, name: string, role: 'viewer' | 'assessor'): Promise<Browser> {
  const account = await served.app.get(Accounts, { strict: false }).create(name, role);
  const browser = served.browser();
  await browser.signIn(account.name, account.password);
  return browser;
}

async function tabletOf(served: VisitApi, shopper: string, isRevoked: boolean) {
  const known = served.app.get(Devices, { strict: false });
  const { code } = await known.issue(shopper, 'A tablet');
  const { device, token } = await known.enrol(code, '1.0.0');
  if (isRevoked) await known.revoke(device);
  return { authorization: `Device ${token}` };
}

/** A fresh visit that stands there. */
async function subjectThatIs(standing: Standing): Promise<Subject> {
  const visit = await api.visit();
  const appeal = randomUUID();
  const told = { body: { at: '2026-11-23T08:00:00Z' } };
  const steps = [await askers['own shopper']('PUT', `/api/v1/assignments/${visit}/acceptance`, told)];
  if (standing === 'held') return { visit, appeal };
  const report = randomUUID();
  const body = sentVisit(visit, { photos: [{ ...photo(hash), bytes: picture.length }] });
  steps.push(await askers['own shopper']('PUT', `/api/v1/visits/${report}`, { body }));
  await api.app.get(VisitChecks, { strict: false }).run({ visit, report });
  const moves = standing === 'reviewed' ? ['review'] : ['review', 'approval', 'release'];
  for (const move of moves) {
    steps.push(
      await api.people.rania.ask('POST', `/api/v1/visits/${visit}/${move}`, move === 'approval' ? { body: {} } : {}),
    );
  }
  if (standing === 'released') {
    const objection = { item: 'answers.wait', statement: 'Not so.', evidence: [] };
    steps.push(await askers['own agency']('PUT', `/api/v1/visits/${visit}/appeals/${appeal}`, { body: objection }));
  }
  const failed = steps.find(({ status }) => status >= 300);
  if (failed) throw new Error(failed.text);
  return { visit, appeal };
}

/** What is sent to a route, so that nothing but who asks decides what becomes of it. */
function bodyFor({ name }: Route, { visit }: Subject): unknown {
  const [at, reason] = ['2026-11-23T09:00:00Z', 'Because.'];
  const bodies: Readonly<Record<string, unknown>> = {
    'DeviceWork.accept': { at },
    'DeviceWork.start': { at },
    'DeviceWork.decline': { at, reason },
    'Submit.submit': sentVisit(visit),
    'Released.appeal': { item: 'answers.clean', statement: 'Not so.', evidence: [] },
    'Appeals.effect': { decision: 'voided' },
    'Appeals.decide': { decision: 'upheld', reason },
    'Review.grade': { grade: 7 },
    'Review.edit': { reason, sheet: sheet({ wait: { value: 9 } }) },
    'Review.return': { reason, notes: [] },
    'Review.approve': {},
    'Review.reopen': { reason },
    'Review.void': { reason },
    'OfficeVisits.assign': { shopper: 'lina' },
    'OfficeVisits.withdraw': { reason },
    'OfficeVisits.extend': { until: '2100-01-01', reason },
    'OfficeVisits.replace': { reason },
    'ReportsBeside.admit': { reason },
    'VisitPlan.save': planDocument(),
    'Sites.keep': { latitude: 24.4539, longitude: 10 },
    'Sites.keepCalendar': { weekend: ['friday'], holidays: [] },
    'Shoppers.save': { gender: 'male', languages: ['ar'], active: true },
    'Shoppers.declareConflict': { reason },
    'Devices.issue': { shopper: 'lina', label: 'Another' },
    'Devices.enrol': { secret: 'AAAAA-AAAAA-AAAAA-AAAAA', appVersion: '1.0.0' },
  };
  return bodies[name];
}

async function pathFor({ name, path }: Route, { visit, appeal }: Subject): Promise<string> {
  const own = name === 'Submit.submit' ? randomUUID() : visit;
  const given: Readonly<Record<string, string>> = {
    id: own,
    appeal: name === 'Released.appeal' ? randomUUID() : appeal,
    report: randomUUID(),
    hash,
    code: 'happiness',
    cycle: '2026',
    centre: 'gate',
    agency: 'WORKS',
    shopper: name === 'Shoppers.save' ? 'zayd' : 'noor',
    device: path.includes(':device') ? await deviceOfOmar() : '',
  };
  return path.replace(/:(\w+)/g, (_, field: string) => given[field] ?? '');
}

async function deviceOfOmar(): Promise<string> {
  const known = api.app.get(Devices, { strict: false });
  const { code } = await known.issue('omar', `Tablet ${(devices += 1)}`);
  return (await known.enrol(code, '1.0.0')).device;
}

/** s: to sign in first; c: closed to the role; r: a revoked tablet; h: not there or not his, alike; o: let in. */
function letterOf({ status, json, text }: Answer): string {
  if (status >= 500) throw new Error(text);
  const { code = '' } = (json ?? {}) as { code?: string };
  const letters: Readonly<Record<string, string>> = {
    'access.signInNeeded': 's',
    'access.notAllowed': 'c',
    'device.revoked': 'r',
    'visit.unknown': 'h',
    'media.unknown': 'h',
    'visit.appealUnknown': 'h',
  };
  return letters[code] ?? 'o';
}

async function ask(route: Route, who: Column, subject: Subject): Promise<Answer> {
  const path = await pathFor(route, subject);
  if (route.name === 'Media.append') return sendAs(who, await pictureOf(2).jpeg().toBuffer());
  const body = bodyFor(route, subject);
  return askers[who](route.method, path, body === undefined ? {} : { body });
}

async function rowOf(route: Route, standing: Standing): Promise<string> {
  const subject = await subjectThatIs(standing);
  let row = '';
  for (const who of columns) {
    const answer = await ask(route, who, subject);
    row += letterOf(answer);
    if (who !== 'office' && who !== 'own shopper') {
      const told = secrets.filter((secret) => answer.text.includes(secret));
      expect([route.name, who, told]).toEqual([route.name, who, []]);
    }
  }
  return row;
}

/** The rows of routes about one visit. Each has its own, so that some are asked for at a time. */
async function rowsOf(routes: readonly Route[], standing: Standing): Promise<Record<string, string>> {
  const [rows, left]: [Record<string, string>, Route[]] = [{}, [...routes]];
  const someOfThem = async () => {
    for (let route = left.shift(); route; route = left.shift()) rows[route.name] = await rowOf(route, standing);
  };
  await Promise.all([someOfThem(), someOfThem(), someOfThem(), someOfThem()]);
  return rows;
}

const doors =
  /^\/api\/v1\/(visit|media|device|appeals|assignments|shoppers|cycles\/:cycle\/(visit|review|released|appeal|agreement|assignment)|centres\/:centre\/site|agencies\/:agency\/calendar)/;
const isAboutOne = ({ path }: Route) => /:(id|appeal|hash)/.test(path);

describe('who gets what at the doors of visits, media and devices', () => {
  it('of what is not about one visit', async () => {
    const rows: Record<string, string> = {};
    for (const route of routesOf(api.app).filter(({ path }) => doors.test(path))) {
      if (!isAboutOne(route)) rows[route.name] = await rowOf(route, 'held');
    }
    expect(rows).toEqual(others);
  });

  it.each(['held', 'reviewed', 'released'] as const)('of a visit that is %s', async (standing) => {
    const routes = routesOf(api.app).filter((route) => doors.test(route.path) && isAboutOne(route));
    expect(await rowsOf(routes, standing)).toEqual(openTo[standing]);
  });
});
