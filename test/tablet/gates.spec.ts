import { AxePuppeteer } from '@axe-core/puppeteer';
import type { Page } from 'puppeteer';
import { builtTablet } from './built-tablet.js';
import { front, type Front } from './front.js';
import { refused, StandInOffice } from './stand-in-office.js';
import { enterPin, inPage, newProfile, seen, stage, tabletBrowser } from './tablet-browser.js';

let office: StandInOffice;
let served: Front;
beforeAll(async () => {
  office = new StandInOffice();
  served = await front(await builtTablet(), office.answer);
}, 60_000);
afterEach(() => (office.trick = () => null));

async function newTablet(language: string): Promise<Page> {
  const page = await (await tabletBrowser(await newProfile())).newPage();
  await page.setViewport({ width: 320, height: 640 });
  await page.evaluateOnNewDocument(
    `localStorage.getItem('language') ?? localStorage.setItem('language', '${language}')`,
  );
  return page;
}

const manifest = `document.querySelector('link[rel=manifest]').href`;

/** The same PIN twice. */
async function newPin(page: Page): Promise<void> {
  await page.waitForSelector('.pin-pad');
  const heading = await inPage<string>(page, `document.querySelector('h1').textContent`);
  await enterPin(page, '402917');
  await seen(page, `document.querySelector('h1').textContent !== '${heading}'`);
  await enterPin(page, '402917');
}

async function expectGood(page: Page, language: string, direction: string): Promise<void> {
  expect(await inPage(page, '[document.documentElement.lang, document.documentElement.dir]')).toEqual([
    language,
    direction,
  ]);
  const { violations } = await new AxePuppeteer(page).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  expect(await inPage(page, 'document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  const targets = await inPage<readonly number[]>(
    page,
    `[...document.querySelectorAll('button, input')].map((one) => one.getBoundingClientRect()).flatMap((box) => [box.width, box.height])`,
  );
  expect(Math.min(...targets)).toBeGreaterThanOrEqual(44);
}

describe.each([
  ['ar', 'rtl'],
  ['en', 'ltr'],
])('from a code to open notes, in %s', (language, direction) => {
  it('is accessible on each screen, and says what went wrong', async () => {
    const page = await newTablet(language);
    await page.goto(`${served.url}/tablet/`);
    await stage(page, 'new');
    await expectGood(page, language, direction);
    await page.type('input', 'abcde-fghij-klmno-pqrst');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.pin-pad');
    await expectGood(page, language, direction);
    for (const pin of ['123', '123456', '777777']) {
      await enterPin(page, pin);
      await page.waitForSelector('.gate-fault');
    }
    const heading = await inPage<string>(page, `document.querySelector('h1').textContent`);
    await enterPin(page, '402917');
    await seen(page, `document.querySelector('h1').textContent !== '${heading}'`);
    await enterPin(page, '402918');
    await seen(page, `document.querySelector('h1').textContent === '${heading}'`);

    office.trick = () => refused(401, 'device.secretInvalid');
    await newPin(page);
    await page.waitForSelector('input');
    expect(await inPage(page, `document.querySelector('.gate-fault').textContent`)).toBe(
      'refused: device.secretInvalid',
    );
    office.trick = () => ({ status: 0, cut: true });
    await page.type('input', 'another');
    await page.keyboard.press('Enter');
    await newPin(page);
    await seen(page, `document.querySelectorAll('.gate-go').length === 1 && !document.querySelector('input')`);
    await expectGood(page, language, direction);
    office.trick = () => null;
    await page.click('.gate-go');
    await stage(page, 'open');

    await page.reload();
    await page.waitForSelector('.pin-pad');
    await enterPin(page, '402918');
    await page.waitForSelector('.gate-fault');
    await expectGood(page, language, direction);
    await page.click('.gate-main > .gate-link');
    await expectGood(page, language, direction);
  }, 60_000);
});

it('looks like notes on the home screen: neither name nor icon tell what it is', async () => {
  const page = await newTablet('en');
  await page.goto(`${served.url}/tablet/`);
  await stage(page, 'new');
  const {
    name,
    short_name: short,
    icons,
  } = (await (await fetch(await inPage<string>(page, manifest))).json()) as {
    readonly name: string;
    readonly short_name: string;
    readonly icons: readonly { readonly src: string }[];
  };
  expect([name, short, await page.title()]).toEqual(['Notes', 'Notes', 'Notes']);
  for (const { src } of icons) expect((await fetch(served.url + src)).status).toBe(200);
  await page.click('.gate-head button');
  expect(await inPage(page, manifest)).toContain('notes-ar');
  expect(await page.title()).toBe('ملاحظات');
});
