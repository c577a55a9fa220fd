import type { Language } from '#contract';
import { servedApi, type Served } from '../api/served-api.js';
import { built, until } from '../start/processes.js';
import { SurveyRooms } from '../surveys/survey-rooms.js';
import { cutLine } from '../tablet/cut-line.js';
import { cameOnline, kill, newProfile, seen, tabletBrowser } from '../tablet/tablet-browser.js';
import { KioskHand } from './kiosk-hand.js';

const pin = '402917';

const words = {
  ar: { name: 'العربية', unhappy: 'غير سعيد', happy: 'سعيد', slow: 'طول المدة', refused: 'رُفض الطلب' },
  en: { name: 'English', unhappy: 'Unhappy', happy: 'Happy', slow: 'It took too long', refused: 'It was refused' },
} as const;

interface Row {
  readonly way: string;
  readonly language: string;
  readonly marks: string[];
  readonly outcome: string;
  readonly sheet: { readonly answers: Record<string, { value: unknown }> };
}

let rooms: SurveyRooms;
let api: Served;
let earlier: readonly string[] = [];
beforeAll(async () => {
  await built();
  rooms = await SurveyRooms.open();
  await rooms.campaign();
  api = await servedApi({ databaseUrl: rooms.url, environment: { NUJOOM_HOME: rooms.home } });
}, 120_000);
// Nobody deletes an answer, so each test looks at its own.
beforeEach(async () => (earlier = (await rooms.sql<{ id: string }>('select id from responses')).map(({ id }) => id)));
afterAll(() => rooms.close());

const stored = () =>
  rooms.sql<Row>(
    `select way, language, marks, outcome, sheet from responses where id <> all($1::uuid[]) order by received_at, id`,
    [earlier],
  );

/** A new device with its PIN, at the faces. */
async function device(language: Language) {
  const line = await cutLine(api.url, () => 0);
  const address = `${line.url}/kiosk/${await rooms.code({ centre: 'gate', service: 'renew' }, 'kiosk')}`;
  const profile = await newProfile();
  const browser = await tabletBrowser(profile);
  const hand = await KioskHand.on(browser, address, language);
  // A new device is set up in the language of its browser, which is English here.
  await hand.speaking('en').setUp(pin);
  await hand.page.waitForSelector('.faces');
  await hand.tap(words[language].name);
  return { line, address, profile, browser, hand };
}

describe.each<Language>(['ar', 'en'])('a kiosk, in %s', (language) => {
  const said = words[language];

  it('asks for the reasons of a face, thanks, and begins anew by itself', async () => {
    const { hand, browser } = await device(language);
    expect(await hand.faults()).toEqual([]);
    await hand.tap(said.unhappy);
    await hand.settles();
    expect(await hand.faults()).toEqual([]);
    await hand.tap(said.slow);
    await hand.tap(hand.say('kiosk.continue'));
    await hand.settles();
    await hand.stopsTime();
    await hand.tap(said.refused);
    await hand.reads(hand.say('kiosk.thanks'));
    expect(await hand.faults()).toEqual([]);
    await hand.goesOn();
    await hand.page.waitForSelector('.faces');
    await until(async () => (await stored()).length === 1);
    expect(await stored()).toMatchObject([
      {
        ...{ way: 'kiosk', language, marks: [], outcome: 'refused' },
        sheet: { answers: { overall: { value: 'unhappy' }, reasons_bad: { value: ['time'] } } },
      },
    ]);
    await browser.close();
  }, 60_000);
});

it('loses nothing to a cut, a flat battery and a cold start: each answer arrives once', async () => {
  const { line, address, profile, browser: first, hand: before } = await device('ar');
  await before.isKeptOffline();
  line.breaks(Infinity, 1);
  for (const face of ['سعيد', 'محايد']) {
    await before.settles();
    await before.tap(face);
    await before.settles();
    await before.tap(before.say('kiosk.continue'));
    await before.settles();
    await before.tap(before.say('kiosk.skip'));
    await before.reads(before.say('kiosk.thanks'));
    await before.page.waitForSelector('.faces');
  }
  // The third has only tapped a face when the battery ends.
  await before.settles();
  await before.tap('غير سعيد');
  await before.page.waitForSelector('.options');
  await seen(before.page, keptDraft);
  await kill(first);

  const second = await tabletBrowser(profile);
  const hand = await KioskHand.on(second, address, 'ar');
  await hand.page.waitForSelector('.faces');
  expect(await stored()).toEqual([]);
  expect(line.cuts()).toBeGreaterThan(2);
  line.breaks(0, 0);
  await cameOnline(hand.page);
  await until(async () => (await stored()).length >= 3);
  await seen(hand.page, nothingWaits);
  expect((await stored()).map(({ sheet }) => sheet.answers['overall']?.value).sort()).toEqual([
    'happy',
    'neither',
    'unhappy',
  ]);
  await second.close();
}, 90_000);

it('sends an answer again whose receipt was lost, and it is stored once', async () => {
  const { line, hand, browser } = await device('en');
  await hand.tap('Happy');
  await hand.settles();
  // The question arrives whole; the answer to it does not.
  line.breaks(1, 100_000);
  await hand.tap(hand.say('kiosk.continue'));
  await hand.settles();
  await hand.tap(hand.say('kiosk.skip'));
  await seen(hand.page, nothingWaits);
  expect(await stored()).toHaveLength(1);
  await browser.close();
}, 60_000);

it('asks nobody after the end, which it knows without the server', async () => {
  const { line, hand, browser } = await device('ar');
  await hand.isKeptOffline();
  line.breaks(Infinity, 1);
  await hand.page.evaluateOnNewDocument('const now = Date.now; Date.now = () => now() + 80 * 365 * 86_400_000');
  await hand.page.reload();
  await hand.reads(hand.say('kiosk.closed'));
  await browser.close();
}, 60_000);

it('ignores repeated taps and tells how many there were', async () => {
  const { hand, browser } = await device('en');
  await hand.tap('Happy', 3);
  await hand.settles();
  await hand.tap(hand.say('kiosk.continue'));
  await hand.settles();
  await hand.tap(hand.say('kiosk.skip'));
  await hand.reads(hand.say('kiosk.thanks'));
  // Others want to go on hitting: on the thank-you, and on the first faces after it.
  await hand.page.evaluate('document.querySelector("main").click()');
  await seen(hand.page, `document.querySelector('.answer')?.click() || document.querySelector('.answer')`);
  expect(await hand.page.$('.options')).toBeNull();
  await hand.settles();
  await hand.stopsTime();
  await hand.tap('سعيد'); // the survey speaks its first language again
  await hand.page.waitForSelector('.options');
  // Nobody goes on: what was given is enough, and goes out by itself.
  await hand.goesOn();
  await hand.page.waitForSelector('.faces');
  await until(async () => (await stored()).length === 2);
  const [first, second] = await stored();
  expect(first?.marks).toEqual(['repeatedTaps']);
  expect(second).toMatchObject({ marks: ['repeatedTaps'], sheet: { answers: { overall: { value: 'happy' } } } });
  await browser.close();
}, 60_000);

it('is left by its PIN alone, which also shows what waits and what was refused', async () => {
  const { line, hand, browser, address } = await device('en');
  await hand.tap(hand.say('kiosk.staff'));
  expect(await hand.faults()).toEqual([]);
  await hand.enterPin('1111');
  await hand.reads(hand.say('kiosk.pin.wrong'));
  await hand.page.keyboard.press('Escape');
  await hand.page.waitForSelector('.faces');
  expect(
    await hand.page.evaluate(`[...document.querySelectorAll('a, [href]')].filter((one) => one.tagName === 'A').length`),
  ).toBe(0);

  // An answer to a text of consent that has changed meanwhile is refused for ever, and kept.
  await hand.isKeptOffline();
  line.breaks(Infinity, 1);
  await hand.stopsTime();
  await hand.tap('سعيد');
  await hand.settles();
  await rooms.sql(`update campaigns set document = jsonb_set(document, '{consent,version}', '2'), hash = 'another'`);
  await hand.goesOn();
  await hand.page.waitForSelector('.faces'); // gone away; sent as it is
  line.breaks(0, 0);
  await cameOnline(hand.page);
  await seen(hand.page, nothingWaits);
  expect(await stored()).toEqual([]);

  await hand.tap('للموظفين');
  await hand.speaking('ar').enterPin(pin);
  await hand.reads('response.consentDiffers');
  expect(await hand.speaking('ar').faults()).toEqual([]);
  await hand.tap(hand.speaking('ar').say('kiosk.leave'));
  await hand.reads(hand.speaking('ar').say('kiosk.left'));
  // Whoever loads it anew is at the survey again.
  await hand.page.goto(address);
  await hand.page.waitForSelector('.faces');
  await rooms.sql(`update campaigns set document = jsonb_set(document, '{consent,version}', '1'), hash = 'first'`);
  await browser.close();
}, 60_000);

/** In the tables of the device: how many records there are. */
const countOf = (table: string, key = '') => `new Promise((resolve) => {
  indexedDB.open('nujoom-kiosk').onsuccess = ({ target: { result } }) => {
    const asked = result.transaction('${table}').objectStore('${table}').count(${key});
    asked.onsuccess = () => { result.close(); resolve(asked.result); };
  };
})`;
const keptDraft = `(await ${countOf('kept', "'draft'")}) === 1`;
const nothingWaits = `(await ${countOf('waiting')}) === 0 && (await ${countOf('kept', "'draft'")}) === 0`;
