import { PlatformSecret } from '#access';
import { readStamp, type Way } from '#campaigns';
import { everyTypeInstrument } from './page-instruments.js';
import { Citizen, fieldsIn, pageWorld, storedIn, titleOf, type PageWorld } from './page-world.js';
import { campaignDocument, staffDocument } from './survey-rooms.js';
import { withInstrument } from './survey-world.js';

let world: PageWorld;
let code: string;
beforeAll(async () => {
  world = await pageWorld();
  const { rooms } = world;
  await rooms.campaign();
  await rooms.campaign(staffDocument({ cuts: [] }));
  code = await rooms.code({ centre: 'gate', service: 'renew' });
}, 60_000);
afterAll(() => world.rooms.close());

const citizen = (path = `/s/${code}?language=en`) => Citizen.at(world.api.browser(), path);

const stored = () => storedIn(world.rooms);

/** Answers everything up to the last page, on which nothing is pressed. */
async function upToTheEnd(one: Citizen): Promise<Citizen> {
  await one.press('next');
  await one.press('next', { 'a.overall': 'happy' });
  await one.press('next', { 'a.outcome': 'received' });
  await one.press('next', { 'a.reasons_good.staff': '1', 'a.reasons_good.time': '1' });
  await one.press('next');
  return one.press('next', { 'a.effort_level': 'easy' });
}

describe('the start page', () => {
  it('says who asks about what and why, how long it takes, and what is kept', async () => {
    const { page, seen } = await citizen();
    expect(seen.status).toBe(200);
    for (const said of [
      'The Excellence Office',
      'How was our service?',
      'To improve our services.',
      'Renewal',
      'Gate',
      'Works',
      'It takes about one minute.',
      'We do not ask who you are',
      '31 December 2099',
      'Your answers are anonymous.',
      'Agree and start',
    ])
      expect(page).toContain(said);
    expect(page).toContain(`href="/s/${code}?language=ar" hreflang="ar" lang="ar" dir="rtl">العربية</a>`);
    expect(page).toContain(`href="/s/${code}/statement?language=en"`);
  });

  it('speaks the language that is chosen, else what the browser asks for; its direction follows', async () => {
    const browser = world.api.browser();
    const html = async (path: string, accepted: string) =>
      (await browser.get(path, { 'accept-language': accepted })).text;
    expect(await html(`/s/${code}`, 'ar-AE,en;q=0.5')).toContain('<html lang="ar" dir="rtl">');
    expect(await html(`/s/${code}`, 'fr')).toContain('<html lang="en" dir="ltr">');
    expect(await html(`/s/${code}?language=ar&fbclid=x`, 'en')).toContain('<html lang="ar" dir="rtl">');
  });

  it('stamps each form anew, though the page is made once; the code may be typed in capitals', async () => {
    const key = await world.rooms.get(PlatformSecret).keyFor('survey stamps');
    const stamps = [await citizen(), await citizen(), await citizen(`/s/${code.toUpperCase()}`)].map(({ page }) =>
      readStamp(key, fieldsIn(page)['stamp'] ?? '')!,
    );
    expect(new Set(stamps.map(({ response }) => response)).size).toBe(3);
    expect(stamps.map((stamp) => stamp.code)).toEqual([code, code, code]);
  });

  it('sets no cookie, and may be kept to go back to', async () => {
    const { seen } = await citizen();
    expect(seen.headers.get('set-cookie')).toBeNull();
    expect(seen.headers.get('cache-control')).toBe('private, no-cache');
    expect(seen.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(seen.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  });

  it('is at most 30 kB with its style and mark, before any compression', async () => {
    const { page } = await citizen(`/s/${code}?language=ar`);
    const parts = [...page.matchAll(/<link [^>]*href="([^"]+)"/g)].map(([, address = '']) => address);
    const browser = world.api.browser();
    const sizes = await Promise.all(parts.map(async (part) => Buffer.byteLength((await browser.get(part)).text)));
    expect(parts).toHaveLength(2);
    expect(Buffer.byteLength(page) + sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(30_000);
  });
});

describe('a citizen without scripts', () => {
  it('answers question after question, and it is stored once, as answered', async () => {
    const one = await upToTheEnd(await citizen());
    expect(one.page).toContain('Question 6 of 6');
    await one.press('next', { 'a.comment': ' شكرًا <b>\r\n"للجميع" ' });
    expect(one.heading).toBe('Thank you');
    const [row] = await stored();
    expect(row).toMatchObject({ language: 'en', way: 'link', consent: 1 });
    expect(row?.marks).not.toContain('noStamp');
    expect(row?.sheet.answers).toEqual({
      overall: { value: 'happy' },
      outcome: { value: 'received' },
      reasons_good: { value: ['time', 'staff'] },
      effort_level: { value: 'easy' },
      comment: { value: 'شكرًا <b>\n"للجميع"' },
    });
  });

  it('is told a mistake at the top and at the field, in the title too, and goes on when it is mended', async () => {
    const one = await citizen();
    await one.press('next');
    expect(titleOf(one.page)).toBe('Overall, how happy are you with the service? – How was our service?');
    expect(one.page).not.toContain(' checked');
    await one.press('next');
    expect(titleOf(one.page)).toMatch(/^Error: Overall/);
    expect(one.page).toContain('<a href="#a.overall">Choose an answer.</a>');
    expect(one.page).toMatch(/id="a.overall-fault"><span class="unseen">Error: <\/span>Choose an answer\.<\/p>/);
    expect(one.page).toMatch(/role="alert" tabindex="-1" autofocus/);
    expect(one.page).toContain('<input type="radio" id="a.overall"');
    await one.press('next', { 'a.overall': 'unhappy' });
    expect(one.heading).toContain('What was the result');
  });

  it('goes back and finds all as it was, also over a mistake', async () => {
    const one = await upToTheEnd(await citizen());
    const long = 'م'.repeat(1_201);
    await one.press('next', { 'a.comment': long });
    expect(one.page).toContain('Shorten the text to 1,200 characters. It has 1,201.');
    expect(one.page).toContain(long);
    await one.press('back');
    expect(one.page).toMatch(/value="easy" checked/);
    for (const go of ['back', 'back', 'back', 'back']) await one.press(go);
    expect(one.page).toMatch(/value="happy" checked/);
    await one.press('back');
    expect(one.page).toContain('Agree and start');
    await one.press('next');
    expect(one.page).toMatch(/value="happy" checked/);
    for (let at = 0; at < 5; at++) await one.press('next');
    expect(one.page).toContain(long);
  });

  it('turns the page into another language and back, and loses nothing', async () => {
    const one = await upToTheEnd(await citizen());
    await one.press('language.ar', { 'a.comment': 'half a sen' });
    expect(one.page).toContain('<html lang="ar" dir="rtl">');
    expect(one.page).toContain('السؤال 6 من 6');
    expect(one.page).toContain('half a sen');
    await one.press('back');
    expect(one.page).toMatch(/value="easy" checked/);
    await one.press('next');
    await one.press('language.en');
    await one.press('next');
    expect((await stored())[0]?.sheet.answers['comment']).toEqual({ value: 'half a sen' });
  });

  it('may take back what need not be answered', async () => {
    const one = await citizen();
    await one.press('next');
    await one.press('next', { 'a.overall': 'happy' });
    expect(one.page).not.toContain('No answer');
    await one.press('next', { 'a.outcome': 'refused' });
    await one.press('back');
    expect(one.page).toContain('No answer');
    await one.press('next', { 'a.outcome': '' });
    await one.press('back');
    expect(one.page).not.toContain(' checked');
  });

  it('who changes an answer is asked what follows from it, and nothing else is sent', async () => {
    const one = await upToTheEnd(await citizen());
    for (let at = 0; at < 5; at++) await one.press('back');
    await one.press('next', { 'a.overall': 'unhappy' });
    await one.press('next');
    expect(one.heading).toContain('What needs to be better?');
    for (let at = 0; at < 4; at++) await one.press('next');
    expect(one.heading).toBe('Thank you');
    expect(Object.keys((await stored())[0]?.sheet.answers ?? {}).sort()).toEqual([
      'effort_level',
      'outcome',
      'overall',
    ]);
  });
});

describe('one answer', () => {
  it('is stored once when it is sent twice, sent at once from two tabs, or changed and sent again', async () => {
    const before = (await stored()).length;
    const one = await upToTheEnd(await citizen());
    const form = { ...fieldsIn(one.page), go: 'next', 'a.comment': 'once' };
    const tabs = await Promise.all([1, 2, 3].map(async () => (await citizen(`/s/${code}`)).post(form)));
    expect(tabs.map(({ heading }) => heading)).toEqual(['Thank you', 'Thank you', 'Thank you']);
    expect((await one.post(form)).page).toContain('Your answers have arrived.');
    const again = await (await citizen(`/s/${code}`)).post({ ...form, 'a.comment': 'twice' });
    expect(again.page).toContain('nothing was counted twice');
    const rows = await stored();
    expect(rows.length).toBe(before + 1);
    expect(rows[0]?.sheet.answers['comment']).toEqual({ value: 'once' });
  });

  it('is kept and marked when its form lost its stamp, or a program filled the field that people do not see', async () => {
    const one = await upToTheEnd(await citizen());
    const form = Object.fromEntries(Object.entries({ ...fieldsIn(one.page), go: 'next' }).filter(([name]) => name !== 'stamp')); // prettier-ignore
    await one.post(form);
    expect((await stored())[0]?.marks).toContain('noStamp');
    const count = (await stored()).length;
    await (await citizen()).post(form);
    expect((await stored()).length).toBe(count);
    const other = await upToTheEnd(await citizen());
    await other.press('next', { website: 'https://buy.example' });
    expect(other.heading).toBe('Thank you');
    expect((await stored())[0]?.marks).toContain('honeypot');
  });
});

describe('a form that cannot be stored just now', () => {
  it('comes back with all that was typed and a word of why, and is sent again from there', async () => {
    const one = await upToTheEnd(await citizen());
    await world.rooms.sql(`create function full_disk() returns trigger language plpgsql as
      $$ begin raise exception 'No space left' using errcode = '53100'; end $$`);
    await world.rooms.sql(
      'create trigger full_disk before insert on responses for each row execute function full_disk()',
    );
    await one.press('next', { 'a.comment': 'kept' });
    expect(one.seen.status).toBe(503);
    expect(titleOf(one.page)).toMatch(/^Error: How could we improve/);
    expect(one.page).toContain('Nothing you wrote is lost');
    expect(one.page).toContain('kept</textarea>');
    await world.rooms.sql('drop function full_disk cascade');
    await one.press('next');
    expect(one.heading).toBe('Thank you');
    expect((await stored())[0]?.sheet.answers['comment']).toEqual({ value: 'kept' });
  });
});

describe('a page of nothing to answer', () => {
  const document = (changes: Record<string, unknown>) =>
    campaignDocument({ places: [{ agency: 'WORKS' }], ...changes });

  it.each([
    ['over', document({ code: 'over' }), 410, 'This survey has ended', 'انتهى هذا الاستبيان'],
    ['early', document({ code: 'early', opens: '2098-05-01T00:00:00+04:00' }), 409, 'This survey is not open', 'هذا الاستبيان غير مفتوح'],
  ])('%s is told in both languages', async (name, campaign, status, english, arabic) => {
    await world.rooms.campaign(campaign);
    await world.rooms.sql(`update campaigns set state = 'closed', closed_at = now() where code = 'over'`);
    const closed = await world.rooms.code({ campaign: name, agency: 'WORKS' });
    for (const [language, heading] of [['en', english], ['ar', arabic]] as const) {
      const one = await citizen(`/s/${closed}?language=${language}`);
      expect([one.seen.status, one.heading]).toEqual([status, heading]);
    }
    const late = await (await citizen()).press('next');
    const sent = await world.api.browser().ask('POST', `/s/${closed}`, { form: fieldsIn(late.page), headers: { accept: 'text/html' } }); // prettier-ignore
    expect([sent.status, sent.text.includes('was not stored')]).toEqual([status, true]);
  }); // prettier-ignore

  it('says when it opens, in the words of the campaign', async () => {
    const early = await citizen(`/s/${await world.rooms.code({ campaign: 'early', agency: 'WORKS' })}?language=en`);
    expect(early.page).toContain('It opens on 1 May 2098.');
    expect(early.page).toContain('The Excellence Office');
  });

  it('a code that nobody sealed, or that only devices and personal links have, leads nowhere', async () => {
    const ways: Way[] = ['personal', 'interviewer', 'import'];
    const others = await Promise.all(ways.map((way) => world.rooms.code({ centre: 'gate', service: 'renew' }, way)));
    const staff = await world.rooms.code({ campaign: 'staff', agency: 'WORKS' });
    for (const wrong of ['nothing', 'x'.repeat(18), `${code}0`, staff, ...others]) {
      const one = await citizen(`/s/${wrong}?language=ar`);
      expect([wrong, one.seen.status, one.heading]).toEqual([wrong, 404, 'هذا الرابط لا يعمل']);
    }
  });
});

describe('the statement', () => {
  it('says what the settings of this campaign do, for citizens', async () => {
    const one = await citizen(`/s/${code}/statement?language=en`);
    for (const said of ['Renewal', 'A result is shown from 30 answers on.', 'by how the service ended', 'the cycle \u20682026\u2069', 'Version 1', 'not divided']) expect(one.page).toContain(said); // prettier-ignore
    expect(one.page).not.toContain('at least 10 people');
  });

  it('says it for employees, with the smallest groups and what may divide them', async () => {
    const cut = { type: 'choice', code: 'grade', text: { ar: 'ما درجتكم؟', en: 'What is your grade?' }, options: [{ code: 'a', text: { ar: 'أ', en: 'A' } }, { code: 'b', text: { ar: 'ب', en: 'B' } }] }; // prettier-ignore
    const base = everyTypeInstrument('section');
    const [first, ...rest] = base.sections;
    const staffed = { ...base, code: 'staffed', filledBy: 'employee' as const, languages: ['ar', 'en'], sections: [{ ...first!, items: [...first!.items, { ...cut, required: true, weight: 0 } as never] }, ...rest] }; // prettier-ignore
    await world.rooms.sql(withInstrument(staffed));
    await world.rooms.campaign(staffDocument({ code: 'cut', instrument: { code: 'staffed', version: 1 }, cuts: ['grade'], anonymity: { least: 17, leastForComments: 41 } })); // prettier-ignore
    const staff = await world.rooms.code({ campaign: 'cut', agency: 'WORKS' }, 'personal');
    const one = await citizen(`/s/${staff}/statement?language=en`);
    for (const said of ['at least 17 people', 'at least 41 people', 'What is your grade?', 'no time', 'encrypted']) expect(one.page).toContain(said); // prettier-ignore
    const arabic = await citizen(`/s/${staff}/statement?language=ar`);
    for (const said of ['عن 17', 'عن 41', 'ما درجتكم؟']) expect(arabic.page).toContain(said);
  });
});
