import fc from 'fast-check';
import { everyTypeCampaign, everyTypeInstrument } from './page-instruments.js';
import { Citizen, fieldsIn, pageWorld, type PageWorld } from './page-world.js';
import { withInstrument } from './survey-world.js';

let world: PageWorld;
let code: string;
let form: Record<string, string>;
beforeAll(async () => {
  world = await pageWorld();
  const { rooms, api } = world;
  await rooms.sql(withInstrument(everyTypeInstrument('item')));
  await rooms.campaign(everyTypeCampaign('item'));
  code = await rooms.code({ campaign: 'every_item', centre: 'gate' });
  form = fieldsIn((await Citizen.at(api.browser(), `/s/${code}`)).page);
}, 60_000);
afterAll(() => world.rooms.close());

const post = (asked: Parameters<ReturnType<typeof world.api.browser>['ask']>[2]) =>
  world.api.browser().ask('POST', `/s/${code}`, { ...asked, headers: { accept: 'text/html', ...asked?.headers } });
const raw = (body: string) => post({ raw: body, headers: { 'content-type': 'application/x-www-form-urlencoded' } });
const stored = async () => (await world.rooms.sql('select 1 from responses')).length;
const faulty = async (answer: ReturnType<typeof post>) => [
  (await answer).status,
  (await answer).text.includes('<form'),
];

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
    expect(await stored()).toBe(0);
  }, 120_000);
});
