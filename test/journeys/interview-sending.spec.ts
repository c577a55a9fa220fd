import type { Page } from 'puppeteer';
import { textsIn, type Language } from '#contract';
import { check, compileInstrument, type AnswerSheet } from '#instruments';
import { everyTypeInstrument } from '../surveys/page-instruments.js';
import { tabletHome, pin, type TabletHome } from '../tablet/tablet-home.js';
import { refused } from '../tablet/stand-in-office.js';
import { cameOnline, enterPin, inPage, inStore, kill, stage, tabletBrowser, until } from '../tablet/tablet-browser.js';
import { heldInterview, otherReceipt, SurveyOffice } from './interview-office.js';

/** An enrolled tablet whose office has one survey about so many places. */
async function interviewer(
  places = 3,
  surveys = new SurveyOffice(places),
): Promise<TabletHome & { surveys: SurveyOffice }> {
  const home = await tabletHome();
  home.office.trick = surveys.trick;
  await inStore(home.page, 'await store.refresh();');
  await until(home.page, `state.interviews.places.get('happiness')?.places.length === given`, places);
  return { ...home, surveys };
}

const sentOf = 'state.interviews.sent.length';
const waitingOf = 'state.interviews.waiting.length';

describe('interviews on their way', () => {
  let home: TabletHome;
  beforeAll(async () => void (home = await interviewer()), 60_000);

  /** The same tablet, with an office that has stored nothing. @returns how many it has sent before, too */
  async function anotherOffice(): Promise<{ page: Page; surveys: SurveyOffice; before: number }> {
    const surveys = new SurveyOffice(3);
    home.office.trick = surveys.trick;
    const before = await inPage<number>(home.page, `globalThis.tablet.stage.store.${sentOf}`);
    return { page: home.page, surveys, before };
  }

  it('are sent again after a line that broke when they were stored already: the same bytes, stored once', async () => {
    const { page, surveys, before } = await anotherOffice();
    let breaks = 2;
    surveys.say = () => (breaks-- > 0 ? { status: 0, cut: true } : null);
    const id = await heldInterview(page);
    await until(page, `${waitingOf} === 1 && state.interviews.waiting[0].holdup?.kind === 'offline'`);
    await inStore(page, 'await store.refresh(); await store.refresh();');
    await until(page, `${sentOf} === given && ${waitingOf} === 0`, before + 1);
    expect(surveys.came.length).toBeGreaterThanOrEqual(3);
    expect(new Set(surveys.came.map(({ body }) => body)).size).toBe(1);
    expect([...surveys.stored.keys()]).toEqual([id]);
  });

  it('stay until a receipt with their own id comes', async () => {
    const { page, surveys, before } = await anotherOffice();
    surveys.say = otherReceipt;
    const id = await heldInterview(page);
    await until(page, `state.interviews.waiting[0]?.holdup?.kind === 'refused'`);
    surveys.say = () => null;
    await inStore(page, 'await store.retry(given);', id);
    await until(page, `${sentOf} === given && ${waitingOf} === 0`, before + 1);
    expect([...surveys.stored.keys()]).toEqual([id]);
  });

  it('that the office refuses stay with its words, hold up no other, and go when somebody tries again', async () => {
    const { page, surveys, before } = await anotherOffice();
    let over: string | null = null;
    surveys.say = (id) => ((over ??= id) === id ? refused(409, 'campaign.over') : null);
    const first = await heldInterview(page);
    await until(page, `state.interviews.waiting[0]?.holdup?.kind === 'refused'`);
    const second = await heldInterview(page, 'ar', 2);
    await until(page, `${sentOf} === given && ${waitingOf} === 1`, before + 1);
    await until(page, `document.body.innerText.includes('refused: campaign.over')`);
    expect([...surveys.stored.keys()]).toEqual([second]);
    surveys.say = () => null;
    await page.click('#surveys .refused + .actions .primary');
    await until(page, `${sentOf} === given && ${waitingOf} === 0`, before + 2);
    expect([...surveys.stored.keys()]).toEqual([second, first]);
  });

  it('are thrown away by hand alone, and then never sent', async () => {
    const { page, surveys } = await anotherOffice();
    await inStore(
      page,
      `const [campaign] = store.state.interviews.surveys.campaigns;
       const { code, names } = store.state.interviews.places.get('happiness').places[0];
       const begun = await store.interviews.begin({ campaign: 'happiness', instrument: campaign.instrument,
         place: { code, names }, language: 'ar', consent: 1 });
       await store.interviews.drop(begun.id);
       await store.interviews.save(begun).catch(() => undefined);
       await store.refresh();`,
    );
    await until(page, 'state.interviews.begun.length === 0 && state.unsaved === null');
    await cameOnline(page);
    expect(surveys.came).toEqual([]);
  });

  // The last of this tablet, which is without a token after it.
  it('wait for a new token when the office does not know this one any more', async () => {
    const { page, surveys } = await anotherOffice();
    surveys.say = () => refused(401, 'access.signInNeeded');
    await heldInterview(page);
    await until(page, `state.signInNeeded && ${waitingOf} === 1 && state.interviews.waiting[0].holdup === null`);
    expect(surveys.stored.size).toBe(0);
  });

  it('outlive a battery that dies between the store and the receipt, and are not doubled by it', async () => {
    const { page, surveys, browser, profile, front } = await interviewer();
    surveys.say = () => ({ status: 503, body: 'down' });
    const id = await heldInterview(page);
    await until(page, `${waitingOf} === 1`);
    surveys.say = () => ({ status: 0, cut: true });
    await inStore(page, 'void store.refresh();');
    await until(page, `state.interviews.waiting[0].tries > 1`);
    await kill(browser);
    surveys.say = () => null;
    const again = await tabletBrowser(profile);
    const next = await again.newPage();
    await next.goto(`${front.url}/tablet/`);
    await enterPin(next, pin);
    await stage(next, 'open');
    await until(next, `${sentOf} === 1 && ${waitingOf} === 0`);
    expect([...surveys.stored.keys()]).toEqual([id]);
    expect(new Set(surveys.came.map(({ body }) => body)).size).toBe(1);
  });
});

it('three thousand places are on the tablet, encrypted, and found offline after a cold start', async () => {
  const { page, browser, profile, front, office } = await interviewer(3_000);
  await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
  await kill(browser);
  office.trick = () => ({ status: 503, body: 'down' });
  const again = await tabletBrowser(profile);
  const next = await again.newPage();
  await next.goto(`${front.url}/tablet/`);
  await enterPin(next, pin);
  await stage(next, 'open');
  await next.waitForSelector('#surveys .card .primary');
  await next.click('#surveys .card .primary');
  await next.waitForSelector('input[type=text]');
  await next.type('input[type=text]', 'مركز 2718');
  await next.waitForFunction(`document.querySelectorAll('.row-button').length === 1`);
  expect(await inPage(next, `document.querySelector('.row-button').textContent`)).toContain('2718');
});

it('a survey with more places than a tablet keeps says so above them, and what to do', async () => {
  const { page } = await interviewer(10_000, new SurveyOffice(10_001));
  const { lang } = await inPage<{ lang: Language }>(page, '({ lang: document.documentElement.lang })');
  const capped = textsIn(lang)('interview.place.capped', { all: '10,001', held: '10,000' });
  await page.waitForSelector('#surveys .card .primary');
  await page.click('#surveys .card .primary');
  const above = await page.waitForSelector('.hint:has(~ .plain-list)');
  expect(await above?.evaluate((hint) => Reflect.get(hint, 'textContent') as unknown)).toBe(capped);
});

it('everything that a page asks is asked on the tablet, also in a language that the interface does not speak', async () => {
  const instrument = everyTypeInstrument('section');
  const { page, surveys } = await interviewer(1, new SurveyOffice(1, instrument));
  await page.click('#surveys .card .primary');
  await (await page.waitForSelector('.language[lang=ur]'))?.click();
  await (await page.waitForSelector('.dock .primary'))?.click();
  await page.waitForSelector('fieldset.item');
  const of = (what: string) => inPage<string>(page, `document.${what}`);
  expect([await of('documentElement.lang'), await of('documentElement.dir')]).toEqual(['ur', 'rtl']);
  expect(await of(`querySelector('.page-heading').textContent`)).toBe('آپ کا دورہ');
  // The first is the best, as the campaign wants it; no colour says so.
  const first = `querySelector('fieldset.item .chip')`;
  expect([await of(`${first}.querySelector('input').value`), await of(`${first}.dataset.meaning`)]).toEqual([
    'five',
    'plain',
  ]);
  for (let section = 0; section < 2; section++) {
    await answerFirsts(page);
    await page.click('.dock .primary');
    await page.waitForFunction(
      `document.querySelectorAll('input:checked').length === 0 || document.querySelector('.last-word')`,
    );
  }
  await (await page.waitForSelector('.last-word .primary'))?.click();
  await until(page, `${sentOf} === 1`);
  const sent = JSON.parse([...surveys.stored.values()][0] ?? '') as { language: string; sheet: AnswerSheet };
  expect(sent.language).toBe('ur');
  expect(check(compileInstrument(instrument), sent.sheet, { finished: true })).toEqual([]);
  // As pages keep them: times of no day.
  expect(sent.sheet.answers['stay']).toEqual({ value: { from: '1970-01-01T08:00:00Z', to: '1970-01-01T09:00:00Z' } });
});

/** Gives the first answer to each question on the screen, and types into those that want it. */
async function answerFirsts(page: Page): Promise<void> {
  await page.evaluate(`(() => {
    const type = (input, text) => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(input, text);
      input.dispatchEvent(new Event('input', { bubbles: true }));
    };
    for (const item of document.querySelectorAll('fieldset.item')) {
      const radios = [...item.querySelectorAll(':scope > .chips input[type=radio], .matrix-row input[type=radio]')];
      for (const name of new Set(radios.map((one) => one.name))) radios.find((one) => one.name === name).click();
      item.querySelector('input[type=checkbox]')?.click();
      for (const one of item.querySelectorAll('input[inputmode=decimal]')) type(one, '12');
      for (const one of item.querySelectorAll('input[type=date]')) type(one, '2026-11-01');
      [...item.querySelectorAll('input[type=time]')].forEach((one, at) => type(one, '0' + (8 + at) + ':00'));
    }
  })()`);
}
