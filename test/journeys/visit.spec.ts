import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Accounts } from '#access';
import { textsIn, type Language } from '#contract';
import { VisitChecks } from '#visits';
import type { Browser as Desk } from '../api/browser.js';
import { servedApi, type Served } from '../api/served-api.js';
import { testDatabase, testFolder } from '../platform/database.js';
import { sqlOn } from '../drills/kept.js';
import { built, until } from '../start/processes.js';
import { enterPin, inPage, kill, newProfile, seen, tabletBrowser } from '../tablet/tablet-browser.js';
import { cutLine } from '../tablet/cut-line.js';
import { insertPlan, insertVisit } from '../visits/visit-rooms.js';
import { visitWorld } from '../visits/visit-world.js';
import { Hand } from './hand.js';
import { withVisitScheme } from './visit-scheme.js';

const pin = '402917';
const photo = join(import.meta.dirname, '../../demo/al-waha/photos/hall.jpg');

/** A real api with a planned visit for noor, and a desk where the office sits. */
async function office(): Promise<{ api: Served; desk: Desk; visit: string }> {
  await built();
  const databaseUrl = await testDatabase();
  const sql = <Row>(text: string, values?: readonly unknown[]) => sqlOn<Row>(databaseUrl, text, values);
  await sql(visitWorld);
  await sql(withVisitScheme);
  await insertPlan(sql);
  const visit = await insertVisit(sql, { shopper: 'noor' });
  const api = await servedApi({ databaseUrl, environment: { NUJOOM_HOME: await testFolder() } });
  const { name, password } = await api.app.get(Accounts, { strict: false }).renewPassword('rania');
  const desk = api.browser();
  await desk.signIn(name, password);
  return { api, desk, visit };
}

describe.each<[Language, string]>([
  ['ar', 'لم يرحّب أحد عند الدخول.'],
  ['en', 'Nobody greeted at the door.'],
])('a visit, in %s', (language, remark) => {
  it('goes from a code to the figure of its centre: offline, killed, sent, returned, mended, approved', async () => {
    expect(existsSync(photo)).toBe(true);
    const { api, desk, visit } = await office();
    const line = await cutLine(api.url, () => 0);
    const { json: enrolment } = await desk.post('/api/v1/device-enrolments', { shopper: 'noor', label: 'Tablet 7' });

    // Enrolled by the address of the QR code; the secret leaves the address bar at once.
    const profile = await newProfile();
    let browser = await tabletBrowser(profile);
    let hand = await Hand.on(browser, `${line.url}/tablet/#enrol=${String(enrolment.code)}`, language);
    await chooseLanguage(hand, language);
    await enterPin(hand.page, pin);
    await seen(hand.page, `document.querySelector('.pin-dots .unseen')?.textContent?.match(/^(0|لم)/)`);
    expect(await hand.faults()).toEqual([]);
    await enterPin(hand.page, pin);
    await hand.reads(hand.say('tablet.title'));
    expect(hand.page.url()).not.toContain(String(enrolment.code));
    await hand.press(hand.say('tablet.accept'));
    expect(await hand.faults()).toEqual([]);

    // Offline: the whole visit, with a photo of what was wrong.
    await hand.isKeptOffline();
    line.breaks(Infinity, 1);
    await hand.press(hand.say('tablet.begin'));
    await hand.choose('signs', 'no');
    await hand.choose('clean', 'good');
    await hand.choose('queue', 'no');
    await hand.write('wait', language === 'ar' ? '٢٠' : '20');
    expect(await hand.faults()).toEqual([]);
    await hand.press(hand.say('tablet.next'));
    await hand.choose('greeting', 'no');
    await hand.write('greeting', remark);
    await hand.photograph('greeting', photo);
    await hand.press(hand.say('tablet.photo.keep'));
    await hand.page.waitForSelector('.photo-strip img');
    await hand.keeps();

    // A flat battery in the middle of it; then a cold start without a network.
    await kill(browser);
    browser = await tabletBrowser(profile);
    hand = await Hand.on(browser, `${line.url}/tablet/`, language);
    await chooseLanguage(hand, language);
    await enterPin(hand.page, pin);
    await hand.reads(hand.say('tablet.title'));
    await hand.press(hand.say('tablet.continue'));
    await hand.page.waitForSelector('.photo-strip img');
    expect(await hand.faults()).toEqual([]);
    await finish(hand);
    await hand.reads(hand.say('tablet.said.finished'));

    // The network is back: photos, then the visit; the tablet lets go after the receipt.
    line.breaks(0, 0);
    await hand.press(hand.say('tablet.refresh'));
    await until(async () => (await reports(api, visit)).length === 1);
    const checks = api.app.get(VisitChecks, { strict: false });
    await checks.run({ visit, report: (await reports(api, visit))[0] ?? '' });

    // The office looks, and sends it back with a note at the question.
    expect(await figure(desk)).toBeNull();
    expect((await desk.post(`/api/v1/visits/${visit}/review`, {})).status).toBeLessThan(300);
    const { json: sheet } = await desk.get(`/api/v1/visits/${visit}/review`);
    expect(JSON.stringify(sheet)).toContain(remark);
    const note = language === 'ar' ? 'هل اللوحات غائبة فعلًا؟' : 'Are the signs really missing?';
    const returned = await desk.post(`/api/v1/visits/${visit}/return`, {
      reason: note,
      notes: [{ item: 'answers.signs', note }],
    });
    expect([returned.status, returned.json.code]).toEqual([returned.status, undefined]);

    // On the tablet it stands on top, with the note at the question; a second revision says why.
    await hand.press(hand.say('tablet.refresh'));
    await hand.press(hand.say('tablet.mend'));
    await hand.page.waitForSelector('fieldset[id="answers.signs"] .review-note');
    const textOf = (selector: string) => inPage<string>(hand.page, `document.querySelector('${selector}').textContent`);
    expect(await textOf('.returned .row-button')).toBe(note + (await textOf('#answers\\\\.signs legend')));
    expect(await hand.faults()).toEqual([]);
    await hand.choose('signs', 'yes');
    await finish(hand, language === 'ar' ? 'كانت اللوحة خلف شجرة.' : 'The sign stood behind a tree.');
    await hand.press(hand.say('tablet.refresh'));
    await until(async () => (await reports(api, visit)).length === 2);
    await checks.run({ visit, report: (await reports(api, visit))[1] ?? '' });

    // Approved, it is the figure of its centre: signs 1, clean 2/3, wait 0 → 55.56 for the place, 0 for people.
    await desk.post(`/api/v1/visits/${visit}/review`, {});
    const approved = await desk.post(`/api/v1/visits/${visit}/approval`, { grade: 8 });
    expect([approved.status, approved.json.code]).toEqual([approved.status, undefined]);
    expect(await figure(desk)).toBeCloseTo(27.78, 2);
    await browser.close();
  }, 120_000);
});

/** The ids of what was sent about a visit, the first first. */
async function reports(api: Served, visit: string): Promise<string[]> {
  const rows = await api.sql<{ id: string }>('select id from visit_reports where visit_id = $1 order by revision', [
    visit,
  ]);
  return rows.map(({ id }) => id);
}

/** The score of the centre in the cycle, or null while nothing counts. */
async function figure(desk: Desk): Promise<number | null> {
  const { json } = await desk.get('/api/v1/cycles/2026/stars/centres/gate');
  return (json as { judgement: { score: number | null } }).judgement.score;
}

/** A browser that speaks English is asked in English, with the other language one tap away; it may still know that tap. */
async function chooseLanguage(hand: Hand, language: Language): Promise<void> {
  await seen(hand.page, `document.querySelector('.gate-link')`);
  const is = await hand.page.evaluate('document.documentElement.lang');
  if (is !== language) await hand.press(textsIn(is as Language)('frame.language'));
  await seen(hand.page, `document.documentElement.lang === '${language}'`);
}

/** Goes to the last page, stamps the end, leaves the place untold, and finishes. */
async function finish(hand: Hand, reason?: string): Promise<void> {
  await hand.press(hand.say('tablet.sections'));
  await hand.page.waitForSelector('dialog[open] .row-button');
  await (await hand.page.$$('dialog[open] .row-button')).at(-1)?.click(); // after all sections
  if (reason !== undefined) {
    await hand.reads(hand.say('tablet.finish.reason'));
    expect(await hand.faults()).toEqual([]);
    await hand.page.click('.last-word textarea');
    await hand.page.keyboard.type(reason);
  }
  await hand.press(hand.say('tablet.finish.do'));
  await hand.page.waitForSelector('dialog[open]');
  await hand.page.click('dialog[open] .primary');
}
