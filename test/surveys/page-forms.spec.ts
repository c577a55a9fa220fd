import fc from 'fast-check';
import { everyTypeCampaign, everyTypeInstrument } from './page-instruments.js';
import { Citizen, fieldsIn, pageWorld, storedIn, titleOf, type PageWorld } from './page-world.js';
import { withInstrument } from './survey-world.js';

let world: PageWorld;
let code: string;
let form: Record<string, string>;
beforeAll(async () => {
  world = await pageWorld();
  const { rooms, api } = world;
  for (const page of ['item', 'section'] as const) {
    await rooms.sql(withInstrument(everyTypeInstrument(page)));
    await rooms.campaign(everyTypeCampaign(page));
  }
  code = await rooms.code({ campaign: 'every_item', centre: 'gate' });
  form = fieldsIn((await Citizen.at(api.browser(), `/s/${code}`)).page);
}, 60_000);
afterAll(() => world.rooms.close());

const post = (asked: Parameters<ReturnType<typeof world.api.browser>['ask']>[2]) =>
  world.api.browser().ask('POST', `/s/${code}`, { ...asked, headers: { accept: 'text/html', ...asked?.headers } });
const raw = (body: string) => post({ raw: body, headers: { 'content-type': 'application/x-www-form-urlencoded' } });
const stored = () => storedIn(world.rooms);
const inCampaign = async (campaign: string, language: string) =>
  Citizen.at(world.api.browser(), `/s/${await world.rooms.code({ campaign, centre: 'gate' })}?language=${language}`);
const faulty = async (answer: ReturnType<typeof post>) => [
  (await answer).status,
  (await answer).text.includes('<form'),
];

describe('a questionnaire of every type', () => {
  const steps: readonly (readonly [Record<string, string>, string | null, Record<string, string>])[] = [
    [{}, 'Choose an answer.', { 'a.overall': 'four' }],
    [{}, null, {}],
    [{}, 'Choose an answer.', { 'a.first': 'na.not_me' }],
    [{ 'a.wait': 'soon' }, 'Write a whole number, such as 12.', { 'a.wait': '٢٠' }],
    [{ 'a.paid': '-1' }, 'Write 0 or more.', { 'a.paid': '۱٬۰۵۰٫۵' }],
    [{ 'a.day.day': '٣١', 'a.day.month': '٢', 'a.day.year': '٢٠٢٦' }, 'Write a date with day, month and year', { 'a.day.day': '٢٨', 'a.day.month': '٢', 'a.day.year': '٢٠٢٦' }],
    [{ 'a.hour': '25:00' }, 'Write a time of day', { 'a.hour': '٩:٠٥' }],
    [{ 'a.stay.from': '14:30', 'a.stay.to': '14:29' }, '“Departure” cannot be before “Arrival”.', { 'a.stay.from': '٩:٠٠', 'a.stay.to': '۹:۴۵' }],
    [{ 'a.parts.staff': 'good' }, 'Choose an answer for “The place”.', { 'a.parts.staff': 'good', 'a.parts.place': 'fair' }],
    [{ 'a.channels.none': '1', 'a.channels.app': '1' }, '“None of these” cannot be chosen together with others.', { 'a.channels.none': '', 'a.channels.app': '1' }],
    [{ 'a.wishes.1': 'time', 'a.wishes.2': 'time' }, 'Choose each place for another answer.', { 'a.wishes.1': 'time', 'a.wishes.2': 'cost' }],
    [{ 'a.outcome': 'refused' }, 'Write a remark on this answer.', { 'a.outcome': 'refused', 'c.outcome': 'It was late.' }],
    [{ 'a.why': '  ' }, 'Write an answer.', { 'a.why': 'No reason' }],
  ]; // prettier-ignore

  it('tells each mistake in words, takes both kinds of digits, and ends with a look at all answers', async () => {
    const one = await inCampaign('every_item', 'en');
    await one.press('next');
    for (const [wrong, said, right] of steps) {
      if (said !== null) {
        await one.press('next', wrong);
        expect(one.page).toContain(said);
        expect(titleOf(one.page)).toMatch(/^Error: /);
      }
      await one.press('next', { ...Object.fromEntries(Object.keys(wrong).map((name) => [name, ''])), ...right });
      expect([said, titleOf(one.page)]).toEqual([said, expect.not.stringMatching(/^Error/)]);
    }
    await one.press('next');
    expect(one.heading).toBe('Check your answers');
    for (const said of ['Four stars: good', 'Somebody else did this for me', '1,050.5', '28 February 2026', 'Arrival: ', '>09:45<', 'The place: Fair', '2. Fees', 'It was late.', 'No reason', 'Not answered']) expect(one.page).toContain(said); // prettier-ignore
    await one.press('to.wait', {});
    expect(one.page).toContain('value="٢٠"');
    await one.press('next', { 'a.wait': '5' });
    expect(one.heading).toBe('Check your answers');
    await one.press('next');
    expect(one.heading).toBe('Thank you');
    expect((await stored())[0]?.sheet.answers).toEqual({
      overall: { value: 'four' },
      first: { notApplicable: 'not_me' },
      wait: { value: 5 },
      paid: { value: 1050.5 },
      day: { value: '2026-02-28' },
      hour: { value: '09:05' },
      stay: { value: { from: '1970-01-01T09:00:00Z', to: '1970-01-01T09:45:00Z' } },
      parts: { value: { rows: { staff: 'good', place: 'fair' } } },
      channels: { value: ['app'] },
      wishes: { value: ['time', 'cost'] },
      outcome: { value: 'refused', comment: 'It was late.' },
      why: { value: 'No reason' },
    });
    expect((await stored())[0]?.consent).toBe(3);
  });

  it.each([
    ['en', { from: 'noon', to: '' }, ['Write a time for “Arrival”, such as 14:30.', 'Write a time for “Departure”, such as 14:30.']],
    ['en', { from: '00:00', to: '10:01' }, ['There can be at most 600 minutes between the two times.']],
    ['ar', { from: '٩:٠٠', to: '٨:٠٠' }, ['لا يمكن أن يسبق وقت «المغادرة» وقت «الوصول».']],
    ['ar', { from: '9:00', to: '' }, ['يُرجى كتابة وقت «المغادرة»، مثل ١٤:٣٠.']],
    ['ar', { from: '٠٠:٠٠', to: '١٠:٠١' }, ['أقصى ما بين الوقتين ٦٠٠ دقيقة.']],
  ])('tells in %s what is wrong with the two times %j, each where it is mended', async (language, { from, to }, said) => {
    const one = await inCampaign('every_section', language);
    await one.press('next');
    await one.press('next', { 'a.overall': 'four', 'a.first': 'yes', 'a.wait': '3', 'a.day.day': '1', 'a.day.month': '1', 'a.day.year': '2026', 'a.stay.from': from, 'a.stay.to': to }); // prettier-ignore
    const links = [...one.page.matchAll(/<li><a href="#([^"]+)"><span class="which">[^<]*<\/span> ([^<]*)/g)];
    expect(links.map(([, , words]) => words)).toEqual(said);
    for (const [, field = '', words = ''] of links) {
      expect(one.page).toMatch(new RegExp(`<input class="short" type="time" id="${field}"[^>]* aria-invalid="true"`));
      expect(one.page).toContain(`id="${field}-fault"><span class="unseen">`);
      expect(one.page.split(words)).toHaveLength(3);
    }
    expect(fieldsIn(one.page)).toMatchObject({ 'a.stay.from': from, 'a.stay.to': to });
  }); // prettier-ignore

  it('a page of a section shows what is asked anew before it is missed', async () => {
    const one = await inCampaign('every_section', 'en');
    await one.press('next');
    expect(one.page).toContain('Page 1 of 2');
    await one.press('next');
    expect(one.page).toMatch(/<span class="which">When was your visit\?<\/span>/);
    await one.press('next', { 'a.overall': 'four', 'a.first': 'yes', 'a.wait': '3', 'a.day.day': '1', 'a.day.month': '1', 'a.day.year': '2026' }); // prettier-ignore
    expect(one.heading).toBe('More about it');
    await one.press('next', { 'a.parts.staff': 'good', 'a.parts.place': 'good', 'a.channels.app': '1', 'a.outcome': 'refused', 'c.outcome': 'x' }); // prettier-ignore
    expect(one.page).toContain('Your answer leads to one more question.');
    expect(titleOf(one.page)).not.toMatch(/^Error/);
    expect(one.page).toContain('name="a.why"');
    await one.press('next');
    expect(one.page).toContain('<a href="#a.why">');
    await one.press('next', { 'a.why': 'because' });
    expect(one.heading).toBe('Check your answers');
  });

  it('writes numbers and days of Arabic as the campaign says, and scales in one order in every language', async () => {
    const arabic = await inCampaign('every_item', 'ar');
    expect(arabic.page).toContain('١٩ شوال ١٥٢٣');
    await arabic.press('next');
    expect(arabic.page).toContain('السؤال ١ من ١٣');
    const codes = (page: string) => [...page.matchAll(/name="a\.overall" value="(\w+)"/g)].map(([, value]) => value);
    expect(codes(arabic.page)).toEqual(['five', 'four', 'three', 'two', 'one']);
    await arabic.press('language.en');
    expect(arabic.page).toContain('Question 1 of 13');
    expect(codes(arabic.page)).toEqual(['five', 'four', 'three', 'two', 'one']);
    await arabic.press('language.ar');
    await arabic.press('next', { 'a.overall': 'two' });
    expect(arabic.page).toContain('<span>١٠</span>');
  });

  it('speaks a third language as far as it is there, and marks what is not', async () => {
    expect((await world.api.browser().get(`/s/${code}`, { 'accept-language': 'ur-PK,en' })).text).toContain('<html lang="ur" dir="rtl">'); // prettier-ignore
    const urdu = await inCampaign('every_item', 'ur');
    expect(urdu.page).toContain('<h1>ہماری خدمت کیسی تھی؟</h1>');
    expect(urdu.page).toContain('<span lang="ar" dir="rtl">أوافق وأبدأ</span>');
    await urdu.press('next');
    expect(urdu.heading).toBe('آپ خدمت کو کتنے ستارے دیں گے؟');
    expect(urdu.page).toContain('<span lang="ar" dir="rtl">أربع نجوم: جيد</span>');
  });
});

describe('the form of a page', () => {
  it.each([
    ['a field that no item has', { 'a.nobody': '1' }],
    ['an option that an item has not', { 'a.channels.fax': '1' }],
    ['a remark where none is asked', { 'c.wait': 'x' }],
    ['a field of the envelope', { sheet: '{}' }],
    ['a field named like a part of the language', { toString: 'x' }],
    ['a stamp that is a novel', { stamp: 'x'.repeat(201) }],
  ])('with %s is refused', async (_, more) => {
    expect(await faulty(post({ form: { ...form, ...more } }))).toEqual([400, false]);
  });

  it.each([
    ['a field twice', 'go=next&a.overall=one&a.overall=two'],
    ['a NUL', 'go=next&a.comment=%00'],
    ['a prototype', '__proto__=1'],
    ['more fields than any questionnaire has', Array.from({ length: 3_001 }, (_, at) => `a.x${at}=1`).join('&')],
  ])('with %s is refused', async (_, body) => expect(await faulty(raw(body))).toEqual([400, false]));

  it('is none when it is JSON of anything but texts, a megabyte, or of another kind', async () => {
    expect((await post({ body: { ...form, 'a.wait': 5 } })).status).toBe(400);
    expect((await post({ body: [1] })).status).toBe(400);
    expect((await post({ raw: 'null' })).status).toBe(200);
    expect((await raw(`a.comment=${'x'.repeat(1_100_000)}`)).status).toBe(413);
    expect((await post({ raw: 'x', headers: { 'content-type': 'multipart/form-data; boundary=x' } })).status).toBe(415);
  });

  it('from another site is refused', async () => {
    expect((await post({ form, headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
  });

  it('keeps a long text of any script, as it was written', async () => {
    const text = 'نصٌّ طويل 🌟 <script>alert(1)</script> "quoted" \u202e\u0338 '.repeat(20).trim();
    const one = await post({
      form: { ...form, page: 'comment', shown: 'comment', 'a.comment': text, go: 'language.en' },
    });
    expect(fieldsIn(one.text)['a.comment']).toBe(text);
    expect(one.text).not.toContain('<script');
  });

  it('whatever stands in it, gives no failure, runs nothing, and stores nothing that was not complete', async () => {
    const before = await stored();
    const names = fc.constantFrom('a.overall', 'a.wait', 'a.comment', 'a.day.day', 'a.parts.staff', 'n.wait', 'c.outcome', 'page', 'shown', 'change', 'language', 'consent', 'stamp', 'website', 'go', 'token'); // prettier-ignore
    const values = fc.oneof(
      fc.constantFrom('next', 'back', 'to.wait', 'to.', 'language.ar', 'language.xx', 'one', '.check', '.start', 'comment', '1e999', '-0', "'; drop table responses;--", '<img src=x onerror=alert(1)>', '../../etc', '\u202e', '٣', 'na.', '-1'), // prettier-ignore
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }).map((text) => text.toWellFormed().replaceAll('\0', '')),
    );
    await fc.assert(
      fc.asyncProperty(fc.dictionary(names, values, { noNullPrototype: true }), async (fields) => {
        const answer = await post({ form: fields });
        expect(answer.status).toBeLessThan(500);
        expect(answer.text).not.toMatch(/<img src=x|<script/);
      }),
      { numRuns: 300 },
    );
    expect(await stored()).toEqual(before);
  }, 120_000);
});
