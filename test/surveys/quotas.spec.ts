import { randomUUID } from 'node:crypto';
import { Fold, Invitations, Quotas, ResponseDecisions, Sending } from '#surveys';
import { servedApi, type Served } from '../api/served-api.js';
import { until } from '../start/processes.js';
import { Citizen, invite } from './page-world.js';
import { PostOffice } from './post-office.js';
import { campaignDocument, office, refusalOf, sentResponse, staffDocument, SurveyRooms } from './survey-rooms.js';

let rooms: SurveyRooms;
let api: Served;
let post: PostOffice;
beforeAll(async () => {
  post = new PostOffice();
  const environment = { NUJOOM_SMTP: await post.open(), NUJOOM_MAIL_FROM: 'survey@nujoom.example' };
  rooms = await SurveyRooms.open(environment);
  api = await servedApi({ databaseUrl: rooms.url, environment: { NUJOOM_HOME: rooms.home } });
}, 60_000);
afterAll(async () => {
  await rooms.close();
  await post.close();
});

const gate = { agency: 'WORKS', centre: 'gate' };
const guard = { leastSeconds: 0, perNetwork: 100_000, perPlace: 100_000, proofOfWork: 'never' };
const limited = (code: string, most: number, whenFull?: string) =>
  rooms.campaign(campaignDocument({ code, guard, quotas: [{ place: gate, most, ...(whenFull && { whenFull }) }] }));

/** An answer from a kiosk, which needs no stamp. @returns its id */
async function answered(code: string): Promise<string> {
  const id = randomUUID();
  const { status } = await api.browser().ask('PUT', `/api/v1/responses/${id}`, { body: sentResponse(code) });
  expect(status).toBe(201);
  return id;
}
const codeOf = (campaign: string, way: 'link' | 'kiosk' | 'embed' | 'interviewer' = 'link', centre = 'gate') =>
  rooms.code({ campaign, centre }, way);
const formOf = async (code: string) => (await api.browser().get(`/api/v1/survey-forms/${code}`)).json.code as string;
const citizen = (path: string) => Citizen.at(api.browser(), path);

// Counts are believed for seconds. The clock of all that is tested here is set on, so that nobody waits for it.
let ahead = 0;
const now = Date.now;
beforeAll(() => void (Date.now = () => now() + ahead));
afterAll(() => void (Date.now = now));
const onceCountedAnew = (isSo: () => Promise<boolean>) =>
  until(() => {
    ahead += 5_000;
    return isSo();
  });
const isFull = (path: string) => onceCountedAnew(async () => (await citizen(path)).seen.status === 409);

it('a quota that only counts turns nobody away', async () => {
  await limited('counted', 1);
  const code = await codeOf('counted', 'kiosk');
  await answered(code);
  await answered(code);
  expect((await citizen(`/s/${await codeOf('counted')}?language=en`)).heading).toBe('How was our service?');
  expect(await formOf(code)).toBe(code);
});

describe('a quota that closes', () => {
  it('says kindly, in both languages, on every way in to its place that enough was answered; other places go on', async () => {
    await limited('closing', 2, 'close');
    const kiosk = await codeOf('closing', 'kiosk');
    for (let at = 0; at < 2; at++) await answered(kiosk);
    for (const [language, heading, lead] of [
      ['en', 'Thank you, there are enough answers', 'no more are asked for'],
      ['ar', 'شكرًا لكم، اكتملت الإجابات', 'وصل هنا ما يكفي من الإجابات'],
    ] as const) {
      const personal = `/a/${await invite(rooms, { campaign: 'closing', centre: 'gate' }, { language })}`;
      for (const path of [`/s/${await codeOf('closing')}`, `/s/${kiosk}`, personal]) {
        const { heading: said, page, seen } = await citizen(`${path}?language=${language}`);
        expect([seen.status, said, page.includes(lead), page.includes('<form')]).toEqual([409, heading, true, false]);
      }
    }
    for (const way of ['kiosk', 'embed'] as const) {
      const { json } = await api.browser().get(`/api/v1/survey-forms/${await codeOf('closing', way)}?language=en`);
      expect(json).toMatchObject({ code: 'campaign.enough', title: expect.stringContaining('Enough answers') });
    }
    const interviewer = await codeOf('closing', 'interviewer');
    expect(await formOf(interviewer)).toBe(interviewer); // whom the office sends, it calls back itself
    expect((await citizen(`/s/${await codeOf('closing', 'link', 'desk')}?language=en`)).heading).toBe('How was our service?'); // prettier-ignore
  });

  it('counts what is folded and what is not, and neither what is held nor what was taken out; then it asks again', async () => {
    await limited('folded', 2, 'close');
    const [path, kiosk] = [`/s/${await codeOf('folded')}`, await codeOf('folded', 'kiosk')];
    const first = await answered(kiosk);
    await rooms.get(Fold).drain();
    expect((await citizen(path)).seen.status).toBe(200);
    await answered(kiosk);
    await isFull(path);
    await rooms.get(Fold).drain();
    await rooms
      .get(ResponseDecisions)
      .decide(await rooms.actor('rania'), 'folded', [first], { to: 'excluded', reason: 'A test' });
    await onceCountedAnew(async () => (await citizen(path)).seen.status === 200);
  });

  it('takes and counts the answer of who had begun', async () => {
    await limited('begun', 1, 'close');
    const path = `/s/${await codeOf('begun')}?language=en`;
    const token = await invite(rooms, { campaign: 'begun', centre: 'gate' }, { language: 'en' });
    const people = [await citizen(path), await citizen(`/a/${token}`)];
    await people[1]?.press('next');
    const form = (await api.browser().get(`/api/v1/survey-forms/${await codeOf('begun', 'embed')}`)).json as {
      response: string;
      stamp: string;
      code: string;
    };
    await answered(await codeOf('begun', 'kiosk'));
    await isFull(path);
    for (const one of people) {
      for (let at = 0; at < 8 && one.page.includes('<form'); at++)
        await one.press('next', one.page.includes('name="a.overall"') ? { 'a.overall': 'happy' } : {});
      expect(one.heading).toBe('Thank you');
    }
    const sent = sentResponse(form.code, { stamp: form.stamp });
    const { status } = await api.browser().ask('PUT', `/api/v1/responses/${form.response}`, { body: sent });
    expect(status).toBe(201);
    const rows = await rooms.sql<{ way: string }>(
      `select way from responses join survey_places on n = place_n join campaigns on campaigns.id = campaign_id
       where code = 'begun' and standing = 0 order by way`,
    );
    expect(rows.map(({ way }) => way)).toEqual(['embed', 'kiosk', 'link', 'personal']);
  });

  it('invites and reminds nobody about it any more, and the others as ever', async () => {
    await limited('reminded', 1, 'close');
    const [{ id } = { id: '' }] = await rooms.sql<{ id: string }>(`select id from campaigns where code = 'reminded'`);
    const person = (n: number, centre: string) => ({ agency: 'WORKS', centre, reference: `r-${n}`, email: `p${n}@works.example` }); // prettier-ignore
    await rooms.get(Invitations).add(office, 'reminded', [person(1, 'gate'), person(2, 'desk')]);
    const [sending, later] = [rooms.get(Sending), new Date(Date.now() + 5 * 86_400_000)];
    expect(await sending.send(id)).toEqual({ sent: 2, refused: 0 });
    await answered(await codeOf('reminded', 'kiosk'));
    await onceCountedAnew(async () => (await rooms.get(Quotas).fullPlaces(id)).size === 1);
    await rooms.get(Invitations).add(office, 'reminded', [person(3, 'gate'), person(4, 'desk')]);
    post.letters.length = 0;
    expect(await sending.send(id)).toEqual({ sent: 1, refused: 0 });
    expect(post.letters.map(({ to }) => to[0])).toEqual(['p4@works.example']);
    expect(await sending.remind(id, later)).toMatchObject({ refused: 0 });
    expect(post.letters.map(({ to }) => to[0]).sort()).toEqual(expect.not.arrayContaining(['p1@works.example']));
    expect(post.letters.map(({ to }) => to[0])).toContain('p2@works.example');
  });
});

it('employees have none that close', async () => {
  const quotas = [{ place: { agency: 'WORKS' }, most: 20, whenFull: 'close' }];
  const refusal = await refusalOf(rooms.campaign(staffDocument({ cuts: [], quotas })));
  expect(refusal).toMatchObject({
    code: 'campaign.invalid',
    faults: [{ where: 'quotas[0].whenFull', reason: 'noEffect' }],
  });
});
