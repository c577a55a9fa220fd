import { randomUUID } from 'node:crypto';
import { AxePuppeteer } from '@axe-core/puppeteer';
import { launch, type Browser, type Page } from 'puppeteer';
import { isWorked, type SentResponse } from '#campaigns';
import { textsIn, type Language } from '#contract';
import { findBrowser } from '#printing';
import { built } from '../start/processes.js';
import { everyTypeCampaign, everyTypeInstrument } from './page-instruments.js';
import { Citizen, fieldsIn, invite, pageWorld, type PageWorld } from './page-world.js';
import { campaignDocument, sentResponse } from './survey-rooms.js';
import { withInstrument } from './survey-world.js';

let world: PageWorld;
let browser: Browser;
let code: string;
const quality = { tooFast: 0 };
const guard = { leastSeconds: 0, perNetwork: 100_000, perPlace: 100_000 };
const gate = { campaign: 'attacked', centre: 'gate' };
beforeAll(async () => {
  await built();
  world = await pageWorld();
  const { rooms } = world;
  await rooms.sql(withInstrument(everyTypeInstrument('section')));
  await rooms.campaign(campaignDocument({ code: 'calm', guard }));
  await rooms.campaign(campaignDocument({ code: 'attacked', guard, quality }));
  await rooms.campaign({ ...everyTypeCampaign('section'), guard });
  code = await rooms.code(gate);
  const { executablePath, env, sandbox } = await findBrowser();
  // An address that is no secure one, as offices have inside their walls.
  const args = ['--host-resolver-rules=MAP plain.example 127.0.0.1', ...(sandbox ? [] : ['--no-sandbox'])];
  browser = await launch({ executablePath, headless: 'shell', env: { ...process.env, ...env }, args });
}, 120_000);
// Programs without a stamp, until the campaign asks for work.
const attack = async (on: string, times: number, changes: Partial<SentResponse> = {}) => {
  for (let at = 0; at < times; at++) {
    const { status } = await world.api.browser().ask('PUT', `/api/v1/responses/${randomUUID()}`, { body: sentResponse(on, changes) }); // prettier-ignore
    expect(status).toBe(201);
  }
};
afterAll(async () => {
  await browser?.close();
  await world.rooms.close();
});

interface Row {
  readonly way: string;
  readonly standing: number;
  readonly marks: readonly string[];
}
/** What came in with a remark of its own. */
const storedWith = (remark: string) =>
  world.rooms.sql<Row>(`select way, standing, marks from responses where sheet #>> '{answers,comment,value}' = $1`, [
    remark,
  ]);

const citizen = (path: string) => Citizen.at(world.api.browser(), path);

/** Up to the last page of the survey of customers. */
async function lastPage(path: string): Promise<Citizen> {
  const one = await citizen(path);
  await one.press('next');
  await one.press('next', { 'a.overall': 'happy' });
  for (let at = 0; at < 4; at++) await one.press('next');
  expect(one.page).toMatch(/name="a.comment"/);
  return one;
}

/** The same in a browser, from the start page on. */
async function toTheLast(page: Page, address: string): Promise<void> {
  const next = () => Promise.all([page.waitForNavigation(), page.click('main > .button')]);
  await page.goto(address);
  await next();
  await page.click('input[value="happy"] + label');
  for (let at = 0; at < 5; at++) await next();
}

const plainly = (path: string) => `${world.api.url.replace('127.0.0.1', 'plain.example')}${path}`;
const policyOf = ({ seen }: Citizen) => seen.headers.get('content-security-policy');

/** A browser that keeps the worker from answering, and a clock from ringing, until `letWork` or `ring` are called. */
async function heldBack(page: Page): Promise<void> {
  await page.evaluateOnNewDocument(`
    const Real = Worker;
    const held = new Promise((done) => (globalThis.letWork = done));
    globalThis.Worker = class extends Real {
      set onmessage(then) { super.onmessage = (event) => void held.then(() => then(event)); }
    };
    const later = setTimeout;
    globalThis.setTimeout = (then, ms) => (ms === 10000 ? ((globalThis.ring = then), 0) : later(then, ms));`);
}

const thanked = (page: Page) => page.waitForSelector('.done');

it('no page runs a script while nobody attacks', async () => {
  const one = await lastPage(`/s/${await world.rooms.code({ campaign: 'calm', centre: 'gate' })}?language=en`);
  expect(one.page).not.toMatch(/<script|name="work"|moment/);
  expect(policyOf(one)).not.toContain('script-src');
});

describe('under attack', () => {
  beforeAll(() => attack(code, 20));

  it('only the page that sends has a script: one, of our own, and the policy of that answer says so', async () => {
    const start = await citizen(`/s/${code}?language=en`);
    await start.press('next');
    expect(start.page).not.toContain('<script');
    const plain = policyOf(start);
    expect(plain).not.toContain('script-src');
    const last = await lastPage(`/s/${code}?language=en`);
    expect(policyOf(last)).toBe(`${plain};script-src 'self'`);
    expect(last.page.match(/<script[^>]*>[^<]*/g)).toEqual([
      expect.stringMatching(/^<script src="\/assets\/survey-work\.js\?v=[0-9a-f]{12}" defer>$/),
    ]);
    expect(last.page).not.toMatch(/ on[a-z]+=|javascript:/);
    const { headers, status } = await world.api.browser().get(/src="([^"]+)"/.exec(last.page)?.[1] ?? '');
    expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([
      200,
      'text/javascript; charset=utf-8',
      'public, max-age=31536000, immutable',
    ]);
  });

  it('it is at most 30 kB with all that belongs to it', async () => {
    const { page } = await lastPage(`/s/${code}?language=ar`);
    const parts = [...page.matchAll(/<(?:link|script) [^>]*(?:href|src)="([^"]+)"/g)].map(
      ([, address = '']) => address,
    );
    const sizes = await Promise.all(
      parts.map(async (part) => Buffer.byteLength((await world.api.browser().get(part)).text)),
    );
    expect(parts).toHaveLength(3);
    expect(Buffer.byteLength(page) + sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(30_000);
  });

  it('who has no scripts is thanked as ever, and the answer is held', async () => {
    const one = await lastPage(`/s/${code}?language=en`);
    await one.press('next', { 'a.comment': 'without' });
    expect(one.heading).toBe('Thank you');
    expect(one.page).toContain('Your answers have arrived.');
    expect(await storedWith('without')).toEqual([{ way: 'link', standing: 1, marks: ['noWork'] }]);
  });

  it('a look at all answers sends too, and has the script; the pages before it do not', async () => {
    const every = await world.rooms.code({ campaign: 'every_section', centre: 'gate' });
    const answers = {
      ...{ overall: { value: 'four' }, first: { value: 'yes' }, wait: { value: 3 }, day: { value: '2026-01-01' } },
      ...{ parts: { value: { rows: { staff: 'good', place: 'good' } } }, channels: { value: ['app'] }, outcome: { value: 'received' } },
    }; // prettier-ignore
    await attack(every, 20, { consent: 3, sheet: { answers } });
    const one = await citizen(`/s/${every}?language=en`);
    await one.press('next');
    await one.press('next', { 'a.overall': 'four', 'a.first': 'yes', 'a.wait': '3', 'a.day.day': '1', 'a.day.month': '1', 'a.day.year': '2026' }); // prettier-ignore
    expect([one.heading, one.page.includes('<script')]).toEqual(['More about it', false]);
    await one.press('next', { 'a.parts.staff': 'good', 'a.parts.place': 'good', 'a.channels.app': '1', 'a.outcome': 'received' }); // prettier-ignore
    expect([one.heading, one.page.includes('<script')]).toEqual(['Check your answers', true]);
    expect(fieldsIn(one.page)['work']).toBe('');
  });

  it.each<[Language, string]>([
    ['ar', 'an open link'],
    ['en', 'a personal link'],
  ])('in %s, by %s: the work is done while one writes, also where there is no cryptography', async (language, by) => {
    const isOpen = by === 'an open link';
    const path = isOpen ? `/s/${code}` : `/a/${await invite(world.rooms, gate, { language })}`;
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on(
      'console',
      (message) => void (/security policy|script/i.test(message.text()) && complaints.push(message.text())),
    );
    await toTheLast(page, plainly(`${path}?language=${language}`));
    expect(await page.evaluate('[isSecureContext, typeof crypto.subtle]')).toEqual([false, 'undefined']);
    await page.type('textarea', `by ${language}`);
    await page.waitForFunction(`document.querySelector('[name=work]').value !== ''`);
    const [work, stamp, bits] = (await page.evaluate(
      `['work', 'stamp'].map((name) => document.querySelector('[name=' + name + ']').value).concat(document.querySelector('[name=work]').dataset.bits)`,
    )) as [string, string, string];
    expect([Number(bits), isWorked(stamp, work, Number(bits))]).toEqual([expect.any(Number), true]);
    await page.click('main > .button');
    await thanked(page);
    expect(await storedWith(`by ${language}`)).toEqual([{ way: isOpen ? 'link' : 'personal', standing: 0, marks: [] }]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it.each<Language>(['ar', 'en'])('who presses early is told to wait, in %s, and then it is sent', async (language) => {
    const page = await browser.newPage();
    await heldBack(page);
    await toTheLast(page, `${world.api.url}/s/${code}?language=${language}`);
    await page.type('textarea', `early ${language}`);
    await page.click('main > .button');
    await page.click('main > .button');
    expect(await page.evaluate(`document.getElementById('moment').textContent`)).toBe(
      textsIn(language)('survey.moment'),
    );
    expect(await storedWith(`early ${language}`)).toEqual([]);
    const { violations } = await new AxePuppeteer(page).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    await page.evaluate('letWork()');
    await thanked(page);
    expect(await storedWith(`early ${language}`)).toEqual([{ way: 'link', standing: 0, marks: [] }]);
    await page.close();
  });

  it('whose device is too slow waits ten seconds at most; then a person looks at it', async () => {
    const page = await browser.newPage();
    await heldBack(page);
    await toTheLast(page, `${world.api.url}/s/${code}?language=en`);
    await page.type('textarea', 'slow');
    await page.focus('textarea');
    await page.click('main > .button');
    await page.evaluate('ring()');
    await thanked(page);
    expect(await storedWith('slow')).toEqual([{ way: 'link', standing: 1, marks: ['noWork'] }]);
    await page.close();
  });

  it('nobody waits to go back or into another language, and what was written stays', async () => {
    const page = await browser.newPage();
    await heldBack(page);
    await toTheLast(page, `${world.api.url}/s/${code}?language=en`);
    await page.type('textarea', 'kept');
    await Promise.all([page.waitForNavigation(), page.click('button[value="language.ar"]')]);
    expect(await page.evaluate(`document.querySelector('textarea').value`)).toBe('kept');
    await Promise.all([page.waitForNavigation(), page.click('.back')]);
    expect(await page.$('#moment')).toBeNull();
    await page.close();
  });
});
