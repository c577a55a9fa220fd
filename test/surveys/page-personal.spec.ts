import { Citizen, fieldsIn, invite, pageWorld, type PageWorld } from './page-world.js';
import { staffDocument } from './survey-rooms.js';

let world: PageWorld;
const gate = { campaign: 'happiness', centre: 'gate' };
const works = { campaign: 'staff', agency: 'WORKS' };
beforeAll(async () => {
  world = await pageWorld();
  await world.rooms.campaign();
  await world.rooms.campaign(staffDocument({ cuts: [] }));
}, 60_000);
afterAll(() => world.rooms.close());

const citizen = (path: string) => Citizen.at(world.api.browser(), path);
const count = async (table: string) =>
  Number((await world.rooms.sql<{ n: string }>(`select count(*) as n from ${table}`))[0]?.n);

/** Presses on until something else is shown than a page of the form, answering what must be answered. */
async function through(one: Citizen, typed: Readonly<Record<string, string>> = {}): Promise<Citizen> {
  for (let at = 0; at < 30 && one.page.includes('<form'); at++) {
    const required = one.page.includes('name="a.overall"') ? { 'a.overall': 'happy' } : {};
    await one.press('next', { ...required, ...(at === 3 ? typed : {}) });
  }
  return one;
}

describe('the personal link of a customer', () => {
  it('opens in the language of the invitation, as often as one likes, and spends nothing', async () => {
    const token = await invite(world.rooms, gate, { language: 'en' });
    for (let at = 0; at < 3; at++) {
      const one = await citizen(`/a/${token}`);
      expect([one.seen.status, one.heading]).toEqual([200, 'How was our service?']);
      expect(one.page).toContain('This link belongs to one transaction');
      expect(one.seen.headers.get('referrer-policy')).toBe('no-referrer');
    }
    expect((await citizen(`/a/${token}?language=ar`)).page).toContain('<html lang="ar" dir="rtl">');
    const [row] = await world.rooms.sql(
      'select answered, response_id from survey_invitations order by created_at desc',
    );
    expect(row).toEqual({ answered: false, response_id: null });
  });

  it('is answered once; sent twice it says thanks again, and then it is used', async () => {
    const token = await invite(world.rooms, gate);
    const one = await citizen(`/a/${token}`);
    const start = fieldsIn(one.page);
    await one.press('next');
    expect(one.seen.headers.get('referrer-policy')).toBe('no-referrer');
    const last = { ...start, page: 'comment', shown: 'comment', 'a.overall': 'happy', go: 'next' };
    const send = () => world.api.browser().ask('POST', '/a', { form: last, headers: { accept: 'text/html' } });
    const tabs = await Promise.all([send(), send(), send()]);
    expect(tabs.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect((await citizen(tabs[0]?.headers.get('location') ?? '')).heading).toBe('شكرًا لكم');
    const changed = { ...last, 'a.overall': 'unhappy' };
    const other = await world.api.browser().ask('POST', '/a', { form: changed, headers: { accept: 'text/html' } });
    expect(other.headers.get('location')).toContain('again=1');
    const rows = await world.rooms.sql(`select sheet from responses where way = 'personal'`);
    expect(rows).toEqual([{ sheet: { answers: { overall: { value: 'happy' } } } }]);
    expect((await one.press('next')).seen.status).toBe(410);
    const again = await citizen(`/a/${token}?language=en`);
    expect([again.seen.status, again.heading]).toEqual([410, 'This link has been used']);
  });

  it('does not stand in the page that says thanks, nor in any address a page leads to', async () => {
    const token = await invite(world.rooms, gate);
    const one = await citizen(`/a/${token}`);
    await one.press('next');
    const addresses = [...one.page.matchAll(/(?:href|action|src)="([^"]*)"/g)].map(([, address]) => address);
    expect(addresses.filter((address) => address?.includes(token))).toEqual([]);
    await through(one);
    expect(one.heading).toBe('شكرًا لكم');
    expect(one.page).not.toContain(token);
  });

  it('that is expired, or none, is told', async () => {
    const expired = await invite(world.rooms, gate, { expires: '2026-01-01' });
    const one = await citizen(`/a/${expired}?language=en`);
    expect([one.seen.status, one.heading]).toEqual([410, 'This link has expired']);
    for (const [language, heading] of [
      ['en', 'This link has expired'],
      ['ar', 'انتهت صلاحية هذا الرابط'],
    ] as const) {
      const token = await invite(world.rooms, gate, { expires: '2026-01-01', language });
      expect((await citizen(`/a/${token}`)).heading).toBe(heading);
    }
    const stranger = await citizen(`/a/${'x'.repeat(43)}?language=en`);
    expect([stranger.seen.status, stranger.heading]).toEqual([404, 'This link does not work']);
    const sent = await world.api.browser().ask('POST', '/a', { form: { token: expired, go: 'next', page: 'comment', 'a.overall': 'happy' }, headers: { accept: 'text/html' } }); // prettier-ignore
    expect(sent.status).toBe(410);
  });

  it('stands in no line of the log, whatever became of it', async () => {
    const token = await invite(world.rooms, gate);
    await through(await citizen(`/a/${token}`));
    await citizen(`/a/${token}`);
    await citizen(`/a/${token}/more`);
    await world.api.browser().get(`//a/${token}`);
    const lines = world.api.log.join('');
    expect(lines).toContain('/a/…');
    expect(lines).not.toContain(token);
  });

  it('may be sent by a browser that calls its origin null, since the page tells no referrer', async () => {
    const token = await invite(world.rooms, gate);
    const form = { ...fieldsIn((await citizen(`/a/${token}`)).page), go: 'next' };
    const answer = await world.api
      .browser()
      .ask('POST', '/a', { form, headers: { accept: 'text/html', origin: 'null' } });
    expect(answer.status).toBe(200);
  });
});

describe('the personal link of an employee', () => {
  it('shows one page a section, takes the answer sealed, and cannot be used twice', async () => {
    const token = await invite(world.rooms, works, { language: 'en' });
    const one = await citizen(`/a/${token}`);
    expect(one.page).toContain('Your answers are anonymous: what is kept cannot be led back to you.');
    await one.press('next');
    expect([one.heading, one.page.includes('Page 1 of 12')]).toEqual(['Engagement', true]);
    const before = await count('responses');
    await through(one, { 'a.work_skills': 'agree' });
    expect(one.heading).toBe('Thank you');
    expect([await count('responses'), await count('sealed_answers')]).toEqual([before, 1]);
    const again = await citizen(`/a/${token}`);
    expect([again.seen.status, again.heading]).toEqual([410, 'This link has been used']);
    expect(await count('sealed_answers')).toBe(1);
  });

  it('leaves no line in the log of who answered and when', async () => {
    const token = await invite(world.rooms, works);
    const before = world.api.log.length;
    await through(await citizen(`/a/${token}`));
    expect(world.api.log.slice(before).filter((line) => line.includes('"path"'))).toEqual([]);
  });
});
