import { AxePuppeteer } from '@axe-core/puppeteer';
import { launch, type Browser, type Page } from 'puppeteer';
import { Cycles } from '#cycles';
import { Agencies } from '#network';
import { findBrowser } from '#printing';
import { CountsImport, ResultsImport } from '#results';
import { servedApi, type Served } from '../api/served-api.js';
import { alWahaPlace } from '../stars/al-waha.js';
import { importPeopleSurvey, importSatisfaction } from '../platform/demonstration.js';

let api: Served;
let browser: Browser;
beforeAll(async () => {
  const { url, home } = await alWahaPlace();
  api = await servedApi({ databaseUrl: url, environment: { NUJOOM_HOME: home } });
  const room = <T>(type: new (...args: never[]) => T): T => api.app.get(type, { strict: false });
  await importPeopleSurvey(room(ResultsImport), room(Agencies));
  await importSatisfaction(room(CountsImport), 'year');
  for (const cycle of ['2024', '2025-26']) await room(Cycles).publish(cycle);
  const { executablePath, env, sandbox } = await findBrowser();
  const args = ['--disable-background-networking', ...(sandbox ? [] : ['--no-sandbox'])];
  browser = await launch({ executablePath, headless: 'shell', env: { ...process.env, ...env }, args });
}, 120_000);
afterAll(() => browser?.close());

/** A page without JavaScript of its own that notes every request to another place. */
async function visitor(width = 1200): Promise<{ page: Page; elsewhere: string[] }> {
  const page = await (await browser.createBrowserContext()).newPage();
  await page.setViewport({ width, height: 900 });
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(api.url) && !request.url().startsWith('data:')) elsewhere.push(request.url());
  });
  return { page, elsewhere };
}

describe.each([
  ['ar', 'rtl'],
  ['en', 'ltr'],
])('in a browser, in %s', (language, direction) => {
  it.each(['/', '/?cycle=2024', '/?cycle=2024&find=zzz', '/sign-in', '/nothing-here'])(
    '%s is accessible and contacts nobody else',
    async (path) => {
      const { page, elsewhere } = await visitor();
      await page.goto(`${api.url}${path}${path.includes('?') ? '&' : '?'}language=${language}`, {
        waitUntil: 'networkidle0',
      });
      const [lang, dir] = [
        await page.evaluate('document.documentElement.lang'),
        await page.evaluate('getComputedStyle(document.documentElement).direction'),
      ];
      expect([lang, dir]).toEqual([language, direction]);
      const { violations } = await new AxePuppeteer(page).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
      expect(elsewhere).toEqual([]);
    },
  );

  it('the survey of the demonstration can be tried, by its link and on a kiosk', async () => {
    const { page } = await visitor();
    await page.goto(`${api.url}/?language=${language}`, { waitUntil: 'networkidle0' });
    const shown = '[...document.querySelectorAll("section[aria-labelledby=try] a")].map((link) => link.href)';
    const [survey = '', kiosk = ''] = (await page.evaluate(shown)) as string[];
    const { pathname } = new URL(kiosk);
    expect([new URL(survey).pathname.slice(0, 3), pathname.slice(0, 7)]).toEqual(['/s/', '/kiosk/']);
    expect((await page.goto(survey))?.status()).toBe(200);
    expect(await page.evaluate('document.documentElement.lang')).toBe(language);
    const form = `${api.url}/api/v1/survey-forms/${pathname.slice(7)}`;
    expect((await page.goto(form))?.status()).toBe(200);
  });

  it('fits a phone of 320 pixels: only tables scroll', async () => {
    const { page } = await visitor(320);
    for (const path of ['/', '/sign-in']) {
      await page.goto(`${api.url}${path}?language=${language}`, { waitUntil: 'networkidle0' });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    }
  });

  it('the office signs in with the keyboard and sees what is not published', async () => {
    const { page } = await visitor();
    await page.setJavaScriptEnabled(false);
    await page.goto(`${api.url}/sign-in?language=${language}`);
    await page.focus('#name');
    await page.keyboard.type(api.office.name);
    await page.keyboard.press('Tab');
    await page.keyboard.type(api.office.password);
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    expect(new URL(page.url()).pathname).toBe('/');
    await page.goto(`${api.url}/?cycle=2026&language=${language}`);
    expect(await page.content()).toContain('OPG/ar');
  });
});

it('a survey that is closed cannot be tried', async () => {
  const browser = api.browser();
  const shown = async () => (await browser.get('/?language=en')).text.includes('nujoom-survey');
  expect(await shown()).toBe(true);
  await api.sql(`update campaigns set state = 'closed' where code = 'al_waha_customers_2026_27'`);
  expect(await shown()).toBe(false);
});
