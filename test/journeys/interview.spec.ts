import { Devices } from '#access';
import type { Language } from '#contract';
import { Campaigns } from '#surveys';
import { servedApi, type Served } from '../api/served-api.js';
import { campaignDocument } from '../surveys/campaign-documents.js';
import { surveyWorld } from '../surveys/survey-world.js';
import { builtTablet } from '../tablet/built-tablet.js';
import { cutLine } from '../tablet/cut-line.js';
import { front, officeAt } from '../tablet/front.js';
import {
  enrol,
  enterPin,
  inPage,
  kill,
  newProfile,
  seen,
  stage,
  tabletBrowser,
  until,
} from '../tablet/tablet-browser.js';
import { office } from '../surveys/survey-rooms.js';
import { Hand } from './hand.js';

const pin = '402917';

/** A real api with one survey among customers that is open, and a code for the tablet of noor. */
async function surveyed(): Promise<{ api: Served; code: string; device: () => Promise<string> }> {
  const api = await servedApi();
  await api.sql(surveyWorld);
  const campaigns = api.app.get(Campaigns, { strict: false });
  await campaigns.save(office, campaignDocument());
  await campaigns.open(office, 'happiness');
  const devices = api.app.get(Devices, { strict: false });
  const { code } = await devices.issue('noor', 'Noor’s tablet');
  const device = async () => {
    const [row] = await api.sql<{ id: string }>(
      `select devices.id from devices join accounts on accounts.id = account_id where name = 'noor'`,
    );
    return row?.id ?? '';
  };
  return { api, code, device };
}

/** What is stored of interviews, with who held them. */
function stored(api: Served) {
  return api.sql<{ way: string; name: string | null; language: string; overall: string; service: string }>(
    `select way, name, language, sheet -> 'answers' -> 'overall' ->> 'value' as overall, service
     from responses join survey_places on n = place_n left join accounts on accounts.id = interviewer_id
     order by language`,
  );
}

it('interviews offline in two languages, with a flat battery in the middle: each is stored once, with who held it', async () => {
  const { api, code, device } = await surveyed();
  const { url } = await front(await builtTablet(), officeAt(api.url));
  const line = await cutLine(url, () => 0);
  const profile = await newProfile();
  let browser = await tabletBrowser(profile);
  let hand = await Hand.on(browser, `${line.url}/tablet/`, 'en');
  await enrol(hand.page, line.url, code, pin);
  hand = await speakingEnglish(hand);
  await until(hand.page, `state.interviews.places.get('happiness')?.places.length === 5`);
  await hand.reads('How was our service?');
  expect(await hand.faults()).toEqual([]);

  // Offline from here on: where, in which language, with which consent.
  await hand.isKeptOffline();
  line.breaks(Infinity, 1);
  await begin(hand);
  expect(await hand.faults()).toEqual([]);
  await findPlace(hand, 'gate renewal');
  await hand.reads(hand.say('interview.language'));
  expect(await hand.faults()).toEqual([]);
  await hand.press('العربية');
  let arabic = hand.speaking('ar');
  await arabic.reads('لتحسين خدماتنا.');
  await arabic.reads('إجاباتكم دون ذكر الاسم.');
  expect(await arabic.faults()).toEqual([]);
  await arabic.press(arabic.say('survey.start'));

  // Nothing is chosen before; nobody gets past a question that has to be answered.
  await hand.page.waitForSelector('fieldset.item');
  expect(await inPage<number>(hand.page, `document.querySelectorAll('input:checked').length`)).toBe(0);
  await arabic.press(arabic.say('tablet.next'));
  await arabic.reads(arabic.say('tablet.missing'));
  expect(await arabic.faults()).toEqual([]);
  await arabic.choose('overall', 'happy');
  await arabic.press(arabic.say('tablet.next'));
  await arabic.choose('outcome', 'received');
  await arabic.keeps();

  // A flat battery in the middle; a cold start without a network brings the interview back, answers and all.
  await kill(browser);
  browser = await tabletBrowser(profile);
  hand = await Hand.on(browser, `${line.url}/tablet/`, 'en');
  await enterPin(hand.page, pin);
  await stage(hand.page, 'open');
  hand = await speakingEnglish(hand);
  await hand.reads(hand.say('interview.begun'));
  expect(await hand.faults()).toEqual([]);
  await hand.press(hand.say('tablet.continue'));
  arabic = hand.speaking('ar');
  await hand.page.waitForSelector('fieldset[id="answers.outcome"] input[value="received"]:checked');
  await arabic.press(arabic.say('tablet.previous'));
  await hand.page.waitForSelector('fieldset[id="answers.overall"] input[value="happy"]:checked');
  await answerAll(arabic, { overall: 'happy', outcome: 'received', need_met: 'agree', effort_level: 'easy' });
  expect(await arabic.faults()).toEqual([]);
  await finish(arabic);
  expect(await hand.faults()).toEqual([]);

  // The next one at the same place, in English.
  await hand.press(hand.say('interview.next'));
  await hand.press('English');
  await hand.press(hand.say('survey.start'));
  await answerAll(hand, { overall: 'unhappy', outcome: 'received', need_met: 'disagree', effort_level: 'easy' });
  await finish(hand);
  await hand.press(hand.say('interview.leave'));
  await hand.reads(hand.say('interview.waitingCount', { count: 2 }));
  expect(await stored(api)).toEqual([]);

  // One that is broken off is thrown away, after a question.
  await begin(hand);
  await findPlace(hand, 'clinic');
  await hand.press('English');
  await hand.press(hand.say('survey.start'));
  await hand.press(hand.say('interview.drop'));
  await hand.page.waitForSelector('dialog[open]');
  expect(await hand.faults()).toEqual([]);
  await hand.page.click('dialog[open] .primary');
  await hand.reads(hand.say('tablet.said.interviewDropped'));

  // The network is back: each is stored once, and goes from the tablet after its receipt.
  line.breaks(0, 0);
  await hand.press(hand.say('tablet.refresh'));
  await until(hand.page, 'state.interviews.sent.length === 2 && state.interviews.waiting.length === 0');
  await hand.reads(hand.say('interview.sentToday', { count: 2 }));
  const both = [
    { way: 'interviewer', name: 'noor', language: 'ar', overall: 'happy', service: 'renew' },
    { way: 'interviewer', name: 'noor', language: 'en', overall: 'unhappy', service: 'renew' },
  ];
  expect(await stored(api)).toEqual(both);
  await hand.press(hand.say('tablet.refresh'));
  await until(hand.page, 'state.interviews.begun.length === 0');
  expect(await stored(api)).toEqual(both);

  // A withdrawn tablet sends nothing any more, and keeps nothing.
  line.breaks(Infinity, 1);
  await begin(hand);
  await findPlace(hand, 'clinic');
  await hand.press('English');
  await hand.press(hand.say('survey.start'));
  await answerAll(hand, { overall: 'happy', outcome: 'received', need_met: 'agree', effort_level: 'easy' });
  await finish(hand);
  await hand.press(hand.say('interview.leave'));
  await api.app.get(Devices, { strict: false }).revoke(await device());
  line.breaks(0, 0);
  await hand.press(hand.say('tablet.refresh'));
  await hand.reads(hand.say('tablet.wiped.title'));
  expect(await stored(api)).toEqual(both);
  await browser.close();
}, 180_000);

/** The interviewer reads English, whatever the browser said first. */
async function speakingEnglish(hand: Hand): Promise<Hand> {
  await seen(hand.page, `document.querySelector('.head-buttons')`);
  const is = (await hand.page.evaluate('document.documentElement.lang')) as Language;
  if (is !== 'en') await hand.press(hand.speaking(is).say('frame.language'));
  await seen(hand.page, `document.documentElement.lang === 'en'`);
  return hand;
}

async function begin(hand: Hand): Promise<void> {
  await hand.press(`${hand.say('interview.start')}: How was our service?`);
  await hand.reads(hand.say('interview.place'));
}

/** Types into the search and takes the one place that is found. */
async function findPlace(hand: Hand, words: string): Promise<void> {
  await hand.page.click('input[type=text]');
  await hand.page.keyboard.type(words);
  await hand.reads(hand.say('interview.place.found', { count: 1 }));
  await hand.page.click('.row-button');
}

/** Finishes, and waits for the thanks: the way back stands on the page before as well. */
async function finish(hand: Hand): Promise<void> {
  await hand.press(hand.say('interview.finish'));
  await hand.reads(hand.say('interview.thanks'));
}

/** Answers each question that comes by what is given for it, skips those that may be, and comes to the end. */
async function answerAll(hand: Hand, answers: Readonly<Record<string, string>>): Promise<void> {
  for (;;) {
    await hand.page.waitForSelector('fieldset.item, .last-word');
    if (await hand.page.$('.last-word')) return;
    const item = await inPage<string>(hand.page, `document.querySelector('fieldset.item').id.slice('answers.'.length)`);
    const answer = answers[item] ?? (item.startsWith('reasons') ? 'staff' : null);
    if (answer !== null) await hand.choose(item, answer);
    await hand.press(hand.say('tablet.next'));
    await seen(hand.page, `document.getElementById('answers.${item}') === null`);
  }
}
