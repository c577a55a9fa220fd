import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'puppeteer';
import { kioskTexts } from '#contract';
import { pdfText } from '#printing';
import { scorecard } from '#reports';
import { CampaignPosters, OptOuts } from '#surveys';
import { markupOf } from '../../reports/test/markup.js';
import { agencyIn, ordinary, sampleFigures } from '../../reports/test/sample-figures.js';
import { servedApi, type Served } from '../api/served-api.js';
import { built } from '../start/processes.js';
import { seen } from '../tablet/tablet-browser.js';
import { allTexts, corpus, isDrill, someOfEachKind } from './corpus/index.js';
import { launchBrowser, TrappedPage } from './hostile-trap.js';
import { cellText, chunks, hostileCampaign, hostileWorld, questionsOf } from './hostile-world.js';
import { otherWebsite } from './other-website.js';
import { invite } from './page-world.js';
import { SurveyRooms } from './survey-rooms.js';

/** Of what is shown one by one, so many of each kind are opened in a browser; of what is only fetched, more. */
const some = (texts: readonly string[] = allTexts) => someOfEachKind(2, texts);
const many = (texts: readonly string[] = allTexts) => someOfEachKind(4, texts);
/** Two of each kind in one text: where a page costs seconds, it shows every kind. A drill opens one for each chunk. */
const mixed = someOfEachKind(2).join(' ').trim().slice(0, 3_900).toWellFormed();
const campaigns: readonly string[] = isDrill ? chunks.map((_, at) => `hostile_${at}`) : ['hostile_mixed'];

let rooms: SurveyRooms;
let api: Served;
let browser: Browser;
let names: readonly string[];
let trapped: TrappedPage;
const origins = new Set<string>();
beforeAll(async () => {
  await built();
  rooms = await SurveyRooms.open();
  names = await hostileWorld(rooms);
  for (let at = 0; at < chunks.length; at++) await rooms.campaign(hostileCampaign(at));
  const two = { ar: mixed, en: mixed };
  await rooms.campaign(hostileCampaign(0, { code: 'hostile_mixed', title: two, asker: two, purpose: two, consent: { version: 1, text: two } })); // prettier-ignore
  const places = many(names).map((name) => ({ ...named(name), service: 'svc' }));
  await rooms.campaign(hostileCampaign(0, { code: 'names', places, title: { ar: 'x', en: 'x' } }));
  api = await servedApi({ databaseUrl: rooms.url, environment: { NUJOOM_HOME: rooms.home } });
  browser = await launchBrowser();
  origins.add(api.url);
  trapped = await TrappedPage.open(browser, () => [...origins]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await rooms?.close();
});
beforeEach(() => void (trapped.caught.length = 0));
let loads = 0;
afterAll(
  () => isDrill && process.stderr.write(`${allTexts.length} texts, ${loads + trapped.loads} pages were opened\n`),
);

/** The agency and the centre that are called so. */
const named = (name: string) => ({ agency: `H-${names.indexOf(name)}`, centre: `H-${names.indexOf(name)}` });
/** Each campaign asks at one place. */
const placeOf = async (campaign: string): Promise<number> =>
  (await rooms.sql<{ n: number }>('select n from survey_places join campaigns on campaigns.id = campaign_id where code = $1', [campaign]))[0]?.n ?? 0; // prettier-ignore
const codeOf = async (campaign: string, way: 'link' | 'kiosk' | 'embed' = 'link') =>
  rooms.code(await placeOf(campaign), way);
const language = (at: number) => (at % 2 ? 'ar' : 'en');

it('the trap shuts: as markup, and without a policy, many of the texts run; with the policy they break it', async () => {
  const page = `<!doctype html><meta charset="utf-8">${(corpus['htmlTexts'] ?? []).slice(18, 40).join('\n')}`;
  const policy: { text: string | null } = { text: null };
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    if (policy.text) response.setHeader('content-security-policy', policy.text);
    response.writeHead(request.url === '/' ? 200 : 404).end(request.url === '/' ? page : '');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const own = await TrappedPage.open(browser, () => [address]);
  await own.visit(`${address}/`);
  const open = [...own.caught];
  own.caught.length = 0;
  policy.text = (await api.browser().get('/')).headers.get('content-security-policy');
  await own.visit(`${address}/`);
  server.closeAllConnections();
  server.close();
  expect(open.filter((one) => one === 'HIT').length).toBeGreaterThan(5);
  expect(open.some((one) => one.startsWith('request'))).toBe(true);
  expect(open.some((one) => one.startsWith('markup'))).toBe(true);
  expect(own.caught.filter((one) => one === 'HIT')).toEqual([]);
  expect(own.caught.filter((one) => one.startsWith('POLICY')).length).toBeGreaterThan(5);
});

it('first pages say who asks about what in whatever words', async () => {
  for (let at = 0; at < chunks.length; at++) {
    await trapped.visit(`${api.url}/s/${await codeOf(`hostile_${at}`)}?language=${language(at)}`);
    const shown = (await trapped.page.evaluate('document.querySelector("h1").textContent')) as string;
    if (at !== 6 && at !== 7) expect(plain(shown)).toBe(plain(chunks[at] ?? ''));
  }
  for (const [at, campaign] of campaigns.entries())
    await trapped.visit(`${api.url}/s/${await codeOf(campaign)}/statement?language=${language(at)}`);
  expect(trapped.caught).toEqual([]);
}, 60_000);

it('a name is text on every first page, and no page has a tag more than another', async () => {
  const pages = await Promise.all(
    many(names).map(async (name) => {
      const code = await rooms.code({ campaign: 'names', ...named(name), service: 'svc' });
      return [name, code, (await api.browser().get(`/s/${code}?language=en`, { accept: 'text/html' })).text] as const;
    }),
  );
  const signs = (page: string) => ['<', '>', '"'].map((sign) => page.split(sign).length);
  for (const [, , page] of pages) expect(signs(page)).toEqual(signs(pages[0]?.[2] ?? ''));
  const opened = some(pages.map(([name]) => name));
  for (const [name, code] of pages) if (opened.includes(name)) await trapped.visit(`${api.url}/s/${code}?language=ar`);
  expect(trapped.caught).toEqual([]);
}, 120_000);

it('questions, faults, the check page and the thanks hold whatever was asked and typed', async () => {
  const questions = questionsOf(0);
  await trapped.visit(`${api.url}/s/${await codeOf('hostile_0')}?language=en`);
  await trapped.submit({});
  await trapped.submit({ 'a.overall': 'good' });
  for (const [page, texts] of Object.values(corpus).entries()) {
    const typed = questions.filter(({ text }) => texts.includes(text)).map(({ code, text, asRemark }): Record<string, string> =>
      asRemark ? { [`a.${code}`]: 'yes', [`c.${code}`]: text } : { [`a.${code}`]: text }); // prettier-ignore
    const wrong = `"><img src=x onerror=hit()>${texts[0] ?? ''}`;
    await trapped.submit({ ...(Object.assign({}, ...typed) as object), [`a.n${page}`]: wrong });
    expect(await trapped.page.evaluate(`document.getElementsByName('a.n${page}')[0].value`)).toContain('"><img');
    await trapped.submit({ [`a.n${page}`]: '' });
  }
  const check = (await trapped.page.evaluate('document.body.textContent')) as string;
  for (const text of corpus['htmlTexts'] ?? []) expect(plain(check)).toContain(plain(text));
  await trapped.submit({});
  expect(trapped.page.url()).toMatch(/\/thanks/);
  expect(trapped.caught).toEqual([]);
}, 120_000);

it('personal links, and addresses that lead nowhere, echo nothing that runs', async () => {
  const token = await invite(rooms, { campaign: 'hostile_0', agency: 'H-0', centre: 'H-0' });
  const [{ id } = { id: '' }] = await rooms.sql<{ id: string }>('select id from survey_invitations');
  await trapped.visit(`${api.url}/a/${token}`);
  await trapped.visit(`${api.url}/o/${await rooms.get(OptOuts).tokenOf(id)}`);
  const paths = [
    '/s/TEXT',
    '/a/TEXT',
    '/o/TEXT',
    '/s/TEXT/statement',
    '/?find=TEXT',
    '/s/x?language=TEXT',
    '/kiosk/TEXT',
  ];
  for (const [at, text] of some().entries()) {
    const path = (paths[at % paths.length] ?? '').replace('TEXT', () =>
      encodeURIComponent(text.toWellFormed()).slice(0, 1_500),
    );
    await trapped.page.goto(api.url + path, { waitUntil: 'load' });
    await trapped.look();
  }
  for (const text of many())
    for (const path of paths.slice(0, 5)) {
      const answer = await api.browser(`203.0.${allTexts.indexOf(text) % 200}.1`).get(path.replace('TEXT', () => encodeURIComponent(text).slice(0, 150)), { accept: 'text/html' }); // prettier-ignore
      expect(answer.status).toBeLessThan(500);
      expect(answer.text).not.toMatch(
        /<script(?! src="\/assets)|<img(?! class="mark" src="\/assets)|<svg[^>]*\son|\shref="(javascript|data):/i,
      );
    }
  expect(trapped.caught).toEqual([]);
}, 120_000);

it('a kiosk asks in whatever words', async () => {
  for (const campaign of campaigns) {
    const own = await TrappedPage.open(browser, () => [...origins]);
    await own.page.setViewport({ width: 1280, height: 800, hasTouch: true });
    await own.visit(`${api.url}/kiosk/${await codeOf(campaign, 'kiosk')}`);
    for (const screen of ['kiosk.pin.choose', 'kiosk.pin.repeat'] as const) {
      await seen(own.page, `document.body.innerText.includes(${JSON.stringify(kioskTexts.en[screen])})`);
      for (const key of [...'402917', kioskTexts.en['kiosk.pin.ok']]) await tap(own.page, key);
    }
    await seen(own.page, `document.querySelector('.face')`);
    await own.look();
    expect(own.caught).toEqual([]);
    loads += own.loads;
    await own.page.close();
  }
}, 120_000);

it('another website asks in whatever words', async () => {
  for (const [at, campaign] of campaigns.entries()) {
    const website = await otherWebsite(api.url, await codeOf(campaign, 'embed'), language(at));
    origins.add(new URL(website.url).origin);
    const own = await TrappedPage.open(browser, () => [...origins]);
    await own.page.goto(website.url);
    await seen(own.page, `document.querySelector('nujoom-survey').shadowRoot.querySelector('.box form')`);
    await own.look();
    expect(own.caught).toEqual([]);
    loads += own.loads;
    await own.page.close();
    await website.close();
  }
}, 120_000);

it('a poster prints them as text, with nothing in it that acts', async () => {
  for (const campaign of campaigns) {
    const { pdf } = await rooms.get(CampaignPosters).poster(campaign, { n: await placeOf(campaign) });
    expect(Buffer.from(pdf).toString('latin1')).not.toMatch(
      /\/(JavaScript|JS|Launch|OpenAction|EmbeddedFile|RichMedia|URI)\b/,
    );
    const { pages } = await pdfText(pdf);
    expect(pages).toHaveLength(1);
    if (campaign === campaigns[0]) expect(pages[0]?.text).toContain('<script>hit()</script>');
  }
}, 120_000);

it('a scorecard prints the name of an agency as text', () => {
  const cardOf = (name: string) => {
    const [first, ...others] = ordinary.agencies;
    if (!first) throw new Error('no agency');
    const figures = sampleFigures({ ...ordinary, agencies: [{ ...first, name: { ar: name, en: name } }, ...others] });
    return markupOf(scorecard(agencyIn(figures, first.code), figures, 'en', { figuresHash: '0'.repeat(64) }, []));
  };
  const harmless = cardOf('Agency').tags;
  for (const text of some(names)) expect(cardOf(cellText(text)).tags).toEqual(harmless);
});

/** Taps the button with these words. */
async function tap(page: Page, words: string): Promise<void> {
  const button = `[...document.querySelectorAll('button')].find((one) => !one.disabled && one.textContent.trim() === ${JSON.stringify(words)})`;
  await seen(page, button);
  await page.evaluate(`${button}.click()`);
}

/** A text without what a browser makes of it: white space in a row, line ends, control characters, signs of direction around it. */
function plain(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Cf}\ufffd]+/gu, '');
}
