import { randomBytes, randomUUID } from 'node:crypto';
import { Problem } from '#contract';
import { OptOuts, PersonalLinks, WrongCodes } from '#surveys';
import type { Answer, Browser } from '../api/browser.js';
import { servedApi, type Served } from '../api/served-api.js';
import { invite } from './page-world.js';
import { sentResponse, SurveyRooms } from './survey-rooms.js';

let rooms: SurveyRooms;
let api: Served;
beforeAll(async () => {
  rooms = await SurveyRooms.open();
  await rooms.campaign();
  api = await servedApi({ databaseUrl: rooms.url, environment: { NUJOOM_HOME: rooms.home } });
}, 60_000);
afterAll(() => rooms.close());

const letters = '0123456789abcdefghjkmnpqrstvwxyz';
const anyCode = () => Array.from(randomBytes(18), (byte) => letters[byte % 32]).join('');
const anyToken = () => randomBytes(32).toString('base64url');
const page = { accept: 'text/html' };

/** Everything that a code or a link can be tried at. */
const tries: Readonly<Record<string, (browser: Browser) => Promise<Answer>>> = {
  'the page of a code': (browser) => browser.get(`/s/${anyCode()}`, page),
  'what is told about a survey': (browser) => browser.get(`/s/${anyCode()}/statement`, page),
  'the form of a page': (browser) => browser.ask('POST', `/s/${anyCode()}`, { form: { go: 'next' }, headers: page }),
  'a personal link': (browser) => browser.get(`/a/${anyToken()}`, page),
  'the form of a personal link': (browser) =>
    browser.ask('POST', '/a', { form: { token: anyToken(), go: 'next' }, headers: page }),
  'the form for a device': (browser) => browser.get(`/api/v1/survey-forms/${anyCode()}`),
  'an answer': (browser) => browser.ask('PUT', `/api/v1/responses/${randomUUID()}`, { body: sentResponse(anyCode()) }),
  'a link to opt out': (browser) =>
    browser.get(`/o/${randomUUID().replaceAll('-', '')}${randomBytes(16).toString('base64url')}`, page),
};

async function tried(browser: Browser, name: string, times: number): Promise<number[]> {
  const statuses: number[] = [];
  for (let at = 0; at < times; at++) statuses.push((await tries[name]!(browser)).status);
  return statuses;
}

/** How often each is tried after the limit: `npm run drills -- hostile-guessing` makes a thousand guesses of it. */
const rounds = Number(process.env['GUESSES_EACH'] ?? 20);

it('of many guesses from one network none above the limit passes, at whatever they are tried', async () => {
  const browser = api.browser('198.51.77.7');
  const statuses: number[] = [];
  for (const name of Object.keys(tries)) statuses.push(...(await tried(browser, name, 8)));
  for (let at = 0; at < rounds; at++)
    statuses.push(...(await Promise.all(Object.values(tries).map(async (guess) => (await guess(browser)).status))));
  expect([...new Set(statuses.slice(0, 60))]).toEqual([404]);
  expect([...new Set(statuses.slice(60))]).toEqual([429]);
}, 60_000);

it('whoever has a right code or link passes, though his neighbours guess', async () => {
  const token = await invite(rooms, { centre: 'gate' });
  const code = await rooms.code();
  const stop = await rooms
    .get(OptOuts)
    .tokenOf((await rooms.sql<{ id: string }>('select id from survey_invitations'))[0]?.id ?? '');
  const neighbour = api.browser('198.51.77.8');
  await tried(neighbour, 'the page of a code', 70);
  const somebody = api.browser('198.51.77.9');
  const right = [
    await somebody.get(`/s/${code}`, page),
    await somebody.get(`/s/${code}/statement`, page),
    await somebody.ask('POST', `/s/${code}`, { form: { go: 'next' }, headers: page }),
    await somebody.get(`/a/${token}`, page),
    await somebody.ask('POST', '/a', { form: { token, go: 'next' }, headers: page }),
    await somebody.get(`/api/v1/survey-forms/${code}`),
    await somebody.ask('PUT', `/api/v1/responses/${randomUUID()}`, { body: sentResponse(code) }),
    await somebody.get(`/o/${stop}`, page),
  ];
  expect(right.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200, 201, 200]);
  // Nobody else suffers either, not even for a wrong one.
  expect(await tried(api.browser('203.0.113.1'), 'a personal link', 1)).toEqual([404]);
});

it('says when to come again, as a page and as JSON', async () => {
  const browser = api.browser('198.51.77.10');
  await tried(browser, 'a personal link', 60);
  const [asPage, asJson] = [await tries['a personal link']!(browser), await tries['an answer']!(browser)];
  for (const { status, headers } of [asPage, asJson]) {
    expect(status).toBe(429);
    const wait = Number(headers.get('retry-after'));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(600);
  }
  expect(asPage.headers.get('content-type')).toContain('text/html');
  expect(asJson.json.code).toBe('access.slowDown');
});

it('a personal link holds 256 bits, of which only a hash is stored', async () => {
  const id = randomUUID();
  const { token, hash } = await rooms.get(PersonalLinks).linkOf(id);
  expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  const mine = await invite(rooms, { centre: 'gate' });
  const everything = JSON.stringify(
    await rooms.sql("select *, encode(token_hash, 'hex') as hash from survey_invitations"),
  );
  expect(everything).not.toContain(mine);
  expect(everything).not.toContain(Buffer.from(mine, 'base64url').toString('hex'));
  expect(hash).toHaveLength(32);
  expect(hash.equals(Buffer.from(token, 'base64url'))).toBe(false);
});

// The last, since after it nobody may name a wrong one for ten minutes.
it('guesses from ever new networks come to an end too', async () => {
  const guard = api.app.get(WrongCodes, { strict: false });
  const wrong = () => Promise.reject(new Problem('invitation.unknown'));
  const told = new Set<string>();
  for (let n = 0; n < 6_000; n++) {
    const problem: unknown = await guard.hold(`10.${n >> 8}.${n & 255}.1`, wrong).catch((error: unknown) => error);
    if (n < 4_000) told.add((problem as Problem).code);
  }
  expect([...told]).toEqual(['invitation.unknown']);
  expect(await tried(api.browser('203.0.113.2'), 'a personal link', 3)).toEqual([429, 429, 429]);
});
