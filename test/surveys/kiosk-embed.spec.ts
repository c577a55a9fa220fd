import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxePuppeteer } from '@axe-core/puppeteer';
import type { Browser, Page } from 'puppeteer';
import { embedTexts, type Language } from '#contract';
import { servedApi, type Served } from '../api/served-api.js';
import { built, until } from '../start/processes.js';
import { cutLine, type CutLine } from '../tablet/cut-line.js';
import { newProfile, seen, tabletBrowser } from '../tablet/tablet-browser.js';
import { otherWebsite } from './other-website.js';
import { campaignDocument, sentResponse, SurveyRooms } from './survey-rooms.js';

const file = join(import.meta.dirname, '../../dist/embed/embed.js');

let rooms: SurveyRooms;
let api: Served;
let line: CutLine;
let browser: Browser;
let earlier: readonly string[] = [];
beforeAll(async () => {
  await built();
  rooms = await SurveyRooms.open();
  await rooms.campaign();
  api = await servedApi({ databaseUrl: rooms.url, environment: { NUJOOM_HOME: rooms.home } });
  line = await cutLine(api.url, () => 0);
  browser = await tabletBrowser(await newProfile());
}, 120_000);
beforeEach(async () => (earlier = (await rooms.sql<{ id: string }>('select id from responses')).map(({ id }) => id)));
afterAll(() => rooms.close());

interface Row {
  readonly way: string;
  readonly language: string;
  readonly standing: number;
  readonly marks: string[];
  readonly sheet: unknown;
}
const stored = () =>
  rooms.sql<Row>('select way, language, standing, marks, sheet from responses where id <> all($1::uuid[])', [earlier]);

/** In the box of the survey. */
const box = `document.querySelector('nujoom-survey').shadowRoot.querySelector('.box')`;

/** A page of another website with the survey in it, and what its browser complained about. */
async function visited(language: Language, place: Parameters<SurveyRooms['code']>[0] = { centre: 'gate' }) {
  const website = await otherWebsite(line.url, await rooms.code(place, 'embed'), language);
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())));
  page.on('pageerror', (error) => void complaints.push(String(error)));
  await page.setViewport({ width: 640, height: 1200 });
  await page.goto(website.url);
  await seen(page, `${box}.querySelector('form')`);
  return { page, complaints, website };
}

/** Chooses an answer by its code, as a tap on its label does. */
async function choose(page: Page, item: string, option: string): Promise<void> {
  await seen(page, `${box}.querySelector('[name="${item}"][value="${option}"]')`);
  await page.evaluate(`${box}.querySelector('[name="${item}"][value="${option}"]').click()`);
}

const send = (page: Page) => page.evaluate(`${box}.querySelector('form button').click()`);
const reads = (page: Page, words: string) => seen(page, `${box}.textContent.includes(${JSON.stringify(words)})`);

it('is one file under 10,000 bytes that any website may load', async () => {
  expect(readFileSync(file).length).toBeLessThan(10_000);
  const answer = await api.browser().get('/embed.js', { 'sec-fetch-site': 'cross-site' });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8']);
  expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  expect(answer.text).not.toMatch(/\beval\(|new Function|innerHTML|https?:\/\/(?!www\.w3\.org\/2000\/svg)/);
});

describe.each<Language>(['ar', 'en'])('a survey on another website, in %s', (language) => {
  const said = embedTexts[language];

  it('asks, is answered and thanks, under a strict policy and whatever the styles around it', async () => {
    const { page, complaints, website } = await visited(language);
    expect(await page.evaluate(`Object.keys(window).filter((name) => /nujoom/i.test(name))`)).toEqual([]);
    expect(await page.evaluate('document.querySelectorAll("style").length + document.adoptedStyleSheets.length')).toBe(
      0,
    );
    await send(page);
    await reads(page, said['embed.choose'].split('{')[0] ?? '');
    await choose(page, 'overall', 'unhappy');
    for (const reason of ['time', 'staff', 'fees', 'access']) await choose(page, 'reasons_bad', reason);
    await choose(page, 'outcome', 'refused');
    await page.evaluate(`${box}.querySelector('textarea').value = '  <b>"سلام"</b>  '`);
    expect(await looks(page)).toEqual({
      ...{
        direction: language === 'ar' ? 'rtl' : 'ltr',
        color: 'rgb(26, 34, 48)',
        size: '16px',
        small: 0,
        over: false,
      },
      label: 'flex',
    });
    const { violations } = await new AxePuppeteer(page).include('nujoom-survey').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    await send(page);
    await reads(page, said['embed.thanksLead']);
    expect(await stored()).toMatchObject([
      {
        ...{ way: 'embed', language },
        sheet: {
          answers: {
            overall: { value: 'unhappy' },
            // The fourth of at most three gave way.
            reasons_bad: { value: ['time', 'staff', 'fees'] },
            outcome: { value: 'refused' },
            comment: { value: '<b>"سلام"</b>' },
          },
        },
      },
    ]);
    expect(complaints).toEqual([]);
    await website.close();
  });

  it('keeps what was chosen when the line is cut, says so, and is stored once', async () => {
    const { page, website } = await visited(language);
    await choose(page, 'overall', 'happy');
    line.breaks(Infinity, 1);
    await send(page);
    await reads(page, said['embed.unreachable']);
    line.breaks(0, 0);
    await send(page);
    await reads(page, said['embed.thanksLead']);
    expect(await stored()).toHaveLength(1);
    await website.close();
  });
});

it('works by the keyboard alone', async () => {
  const { page, website } = await visited('en');
  await page.evaluate(`${box}.querySelector('input[name="overall"]').focus()`);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await reads(page, embedTexts.en['embed.thanks']);
  expect(await stored()).toMatchObject([
    { sheet: { answers: { overall: { value: 'happy' }, reasons_good: { value: ['time'] } } } },
  ]);
  await website.close();
});

it('is suspected when a program fills what people do not see', async () => {
  const { page, website } = await visited('en');
  await choose(page, 'overall', 'happy');
  await page.evaluate(`${box}.querySelector('[name="website"]').value = 'https://spam.example'`);
  await send(page);
  await reads(page, embedTexts.en['embed.thanks']);
  const [row] = await stored();
  expect(row).toMatchObject({ standing: 1, marks: expect.arrayContaining(['honeypot']) });
  await website.close();
});

it('does the work that is asked for under attack', async () => {
  await rooms.campaign(campaignDocument({ code: 'attacked' }));
  const place = { campaign: 'attacked', centre: 'gate' };
  const code = await rooms.code(place, 'embed');
  // Programs without a stamp, until the campaign asks for work.
  for (let at = 0; at < 50; at++)
    await api.browser().ask('PUT', `/api/v1/responses/${crypto.randomUUID()}`, { body: sentResponse(code) });
  expect((await api.browser().get(`/api/v1/survey-forms/${code}`)).json.workBits).toBe(16);
  const { page, website } = await visited('en', place);
  earlier = (await rooms.sql<{ id: string }>('select id from responses')).map(({ id }) => id);
  await choose(page, 'overall', 'happy');
  await send(page);
  await until(async () => (await stored()).length === 1);
  expect((await stored())[0]?.marks).not.toContain('noWork');
  await website.close();
}, 60_000);

/** How it looks in spite of the page around it. */
function looks(page: Page): Promise<unknown> {
  return page.evaluate(`(() => {
    const box = ${box};
    const { direction, color, fontSize: size } = getComputedStyle(box);
    const small = [...box.querySelectorAll('label:not(.trap), button, textarea')].map((one) => one.getBoundingClientRect())
      .filter(({ width, height }) => width < 44 || height < 44).length;
    return { direction, color, size, small, over: document.documentElement.scrollWidth > innerWidth,
      label: getComputedStyle(box.querySelector('label')).display };
  })()`);
}
