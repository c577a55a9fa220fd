import { randomUUID } from 'node:crypto';
import {
  AnonymousAnswers,
  AnswerMix,
  Campaigns,
  CampaignStatuses,
  Errands,
  eraseTask,
  Fold,
  Invitations,
  OpenCampaigns,
  PersonalLinks,
  ResponseDecisions,
  ResponseErasures,
  Responses,
  ResponsesImport,
  SurveyTallies,
  WordErasure,
} from '#surveys';
import { visitor } from '#access';
import { inviteStaff, openStaff, staffSheet } from './inviting.js';
import { customerSheet, office, refusalOf, sentResponse, SurveyRooms } from './survey-rooms.js';
import { campaignDocument } from './campaign-documents.js';
import { canariesIn, canaryOf, openWordy, wholeDump } from './words.js';

let rooms: SurveyRooms;
beforeEach(async () => {
  rooms = await SurveyRooms.open();
});
afterEach(() => rooms.close());

const ends = '2099-12-31T20:00:00Z';
const after = (days: number) => new Date(Date.parse(ends) + days * 86_400_000);
const erase = (campaign: string, now: Date) => rooms.get(WordErasure).erase(campaign, now);
const errands = (now: Date) => rooms.get(Errands).run(now);

async function answer(
  answers: Readonly<Record<string, unknown>>,
  way: 'link' | 'kiosk' = 'kiosk',
  centre = 'gate',
): Promise<string> {
  const id = randomUUID();
  const sent = sentResponse(await rooms.code({ centre }, way), { sheet: customerSheet(answers) });
  await rooms.get(Responses).submit(visitor, { id, sent, address: '192.0.2.7' });
  return id;
}

const wordy = (place: string) => ({
  overall: { value: 'happy', comment: canaryOf(`${place}_remark`) },
  comment: { value: canaryOf(`${place}_text`) },
});

/** Everything of a campaign that can say who somebody is, with a canary in it. */
async function customersWrite(): Promise<string> {
  const campaign = await openWordy(rooms, { closes: ends });
  await answer(wordy('kiosk'));
  const held = await answer(wordy('link'), 'link');
  await answer({}, 'kiosk');
  await rooms
    .get(ResponseDecisions)
    .decide(office, 'happiness', [held], { to: 'excluded', reason: canaryOf('reason') });
  const { links } = await rooms
    .get(Invitations)
    .add(office, 'happiness', [{ agency: 'WORKS', reference: canaryOf('reference') }]);
  await rooms
    .get(Invitations)
    .add(office, 'happiness', [{ agency: 'WORKS', reference: 'x', email: `${canaryOf('email')}@works.example` }]);
  const { id, place } = await rooms.get(PersonalLinks).invitationOf(new URL(links[0]?.link ?? '').pathname.slice(3));
  const sent = sentResponse(await rooms.code(place, 'personal'), { sheet: customerSheet(wordy('personal')) });
  const asked = await rooms.get(OpenCampaigns).place(place);
  if (!asked) throw new Error('nobody asks there');
  await rooms.get(Responses).submitInvited({ id, place: asked }, { id: randomUUID(), sent, address: '192.0.2.8' });
  const table = `id,centre,overall,overall#comment,comment\n${canaryOf('own_id')},gate,happy,${canaryOf('row_remark')},${canaryOf('row_text')}\n`;
  await rooms.get(ResponsesImport).run(office, { campaign: 'happiness', file: rooms.file(table, 'paper.csv') });
  return campaign;
}

const tallies = () => rooms.sql('select * from survey_tallies order by agency_id, place_n, outcome, segment, standing');
const beside = () =>
  rooms.sql('select id, place_n, way, language, outcome, segment, standing, consent, contribution, seconds, marks, received_at, seen from responses order by id'); // prettier-ignore

describe('words of customers (S-18)', () => {
  it('are nowhere once their time is over, and counts are what they were', async () => {
    const campaign = await customersWrite();
    await rooms.get(Fold).fold();
    const before = { tallies: await tallies(), beside: await beside() };
    const places = ['email', 'kiosk_remark', 'kiosk_text', 'link_remark', 'link_text', 'personal_remark', 'personal_text', 'reason', 'reference', 'row_remark', 'row_text']; // prettier-ignore
    expect(canariesIn(await wholeDump(rooms))).toEqual(places);

    const salted = () => rooms.sql('select import_salt is not null as is from campaigns');
    expect(await salted()).toEqual([{ is: true }]);
    await errands(after(729));
    expect(await erase(campaign, after(729))).toBe(0);
    expect(canariesIn(await wholeDump(rooms))).toEqual(places.filter((one) => !['email', 'reference'].includes(one)));

    await errands(after(731));
    expect(await rooms.sql('select task_identifier as task from graphile_worker.jobs where task_identifier = $1', [eraseTask])).toEqual([{ task: eraseTask }]); // prettier-ignore
    expect(await erase(campaign, after(731))).toBe(4);
    expect(canariesIn(await wholeDump(rooms))).toEqual([]);
    expect(await salted()).toEqual([{ is: false }]);

    expect({ tallies: await tallies(), beside: await beside() }).toEqual(before);
    expect(await rooms.get(SurveyTallies).check('2026')).toEqual({ responses: 5, tallies: [], wrong: [] });
    await rooms.get(SurveyTallies).rebuild();
    expect(await tallies()).toEqual(before.tallies);
    expect(await rooms.sql(`select count(*)::int as n from survey_invitations where answered and response_id is null and reference is null`)).toEqual([{ n: 1 }]); // prettier-ignore
    const { words, contacts } = (await rooms.get(CampaignStatuses).status('happiness')).retention;
    expect([words.erased, words.erasedAt, contacts.areKept]).toEqual([4, after(731), false]);
    expect(await erase(campaign, after(800))).toBe(0);
  });

  it('nothing is imported any more that could come twice, and other campaigns keep theirs', async () => {
    const campaign = await openWordy(rooms, { closes: ends });
    await rooms.campaign(campaignDocument({ code: 'longer', closes: ends, retention: { words: 3_650 } }));
    await answer(wordy('kiosk'));
    const place = await rooms.place({ campaign: 'longer', centre: 'gate' });
    const sent = sentResponse(await rooms.code(place, 'kiosk'), {
      sheet: customerSheet({ comment: { value: canaryOf('longer') } }),
    });
    await rooms.get(Responses).submit(visitor, { id: randomUUID(), sent, address: '192.0.2.7' });
    await erase(campaign, after(731));
    expect(canariesIn(await wholeDump(rooms))).toEqual(['longer']);
    const file = rooms.file('id,centre,overall\n1,gate,happy\n');
    expect(await refusalOf(rooms.get(ResponsesImport).run(office, { campaign: 'happiness', file }))).toMatchObject({
      code: 'campaign.over',
    });
  });

  it('go a thousand at a time, and on from there when it breaks off', async () => {
    const campaign = await openWordy(rooms, { closes: ends });
    const [first = ''] = [await answer(wordy('kiosk'))];
    await rooms.sql(
      `insert into responses (cycle_id, agency_id, id, place_n, way, language, outcome, segment, standing, consent, sheet, contribution,
         marks, received_at, interviewer_id)
       select cycle_id, agency_id, gen_random_uuid(), place_n, way, language, outcome, segment, standing, consent, sheet, contribution,
         marks, received_at, (select id from accounts where name = 'noor') from responses, generate_series(1, 1499) where id = $1`,
      [first],
    );
    await rooms.sql(
      `create function breaks() returns trigger language plpgsql as $$ begin
         if new.id = (select id from responses order by id offset 1200 limit 1) then raise exception 'power cut'; end if; return new; end $$;
       create trigger breaks before update on responses for each row execute function breaks()`,
    );
    const written = `select count(*)::int as n from responses where sheet::text like '%CANARY%'`;
    await expect(erase(campaign, after(731))).rejects.toThrow('power cut');
    expect(await rooms.sql(written)).toEqual([{ n: 500 }]);
    await rooms.sql('drop trigger breaks on responses');
    expect(await erase(campaign, after(731))).toBe(500);
    expect(await rooms.sql(written)).toEqual([{ n: 0 }]);
    expect(await rooms.sql('select from responses where interviewer_id is not null')).toEqual([]);
    expect((await rooms.get(CampaignStatuses).status('happiness')).retention.words.erased).toBe(1_500);
  });

  it('by two at once are erased once', async () => {
    const campaign = await openWordy(rooms, { closes: ends });
    await answer(wordy('kiosk'));
    const counts = await Promise.all([1, 2, 3].map(() => erase(campaign, after(731))));
    expect(counts.reduce((sum, n) => sum + n)).toBe(1);
  });

  it('go again when the campaign took more answers later', async () => {
    const campaign = await openWordy(rooms, { closes: ends });
    await answer(wordy('kiosk'));
    await erase(campaign, after(731));
    await rooms.sql(`update campaigns set document = jsonb_set(document, '{closes}', '"2105-12-31T20:00:00Z"')`);
    for (const centre of ['gate', 'clinic']) await answer(wordy('later'), 'kiosk', centre);
    expect(await erase(campaign, after(731))).toBe(0);
    expect(await erase(campaign, new Date('2108-02-01T00:00:00Z'))).toBe(2);
    expect(canariesIn(await wholeDump(rooms))).toEqual([]);
  });
});

describe('words of employees', () => {
  it('go too, also those that waited sealed; what nobody can open is deleted', async () => {
    const campaign = await openStaff(rooms, { closes: ends });
    const staff = await inviteStaff(rooms, 24);
    const answers = rooms.get(AnonymousAnswers);
    const send = (from: number, to: number) =>
      Promise.all(staff.slice(from, to).map(({ token, reference }) => answers.submit({ token, sheet: staffSheet(canaryOf(`staff_${reference.slice(6)}`)), consent: 1 }))); // prettier-ignore
    await send(0, 8);
    await send(8, 22);
    await rooms.get(AnswerMix).mix(campaign);
    expect(canariesIn(await wholeDump(rooms))).toHaveLength(12);
    await rooms.sql(`update sealed_answers set sealed = overlay(sealed placing '\\x0000000000000000'::bytea from 40)
      where invitation_id = (select min(invitation_id::text)::uuid from sealed_answers)`);
    await errands(after(731));
    expect(await erase(campaign, after(731))).toBe(21);
    expect(canariesIn(await wholeDump(rooms))).toEqual([]);
    expect(await rooms.sql('select from sealed_answers')).toEqual([]);
    expect(await rooms.sql('select count(*)::int as n from survey_invitations where answered')).toEqual([{ n: 22 }]);
    await rooms.get(Fold).fold();
    expect(await rooms.get(SurveyTallies).check('2026')).toEqual({ responses: 21, tallies: [], wrong: [] });
  });
});

describe('one response, because somebody asks', () => {
  const one = (id: string, reason = 'asked by letter') =>
    rooms.get(ResponseErasures).erase(office, 'happiness', id, reason);

  it('loses its words, counts on, and says who erased it', async () => {
    await openWordy(rooms);
    const [id, other] = [await answer(wordy('kiosk')), await answer(wordy('other'))];
    await rooms.get(ResponseDecisions).decide(office, 'happiness', [id], { to: 'held', reason: canaryOf('reason') });
    await rooms.get(Fold).fold();
    const before = await tallies();
    const rania = await rooms.actor('rania');
    expect(await rooms.get(ResponseErasures).erase(rania, 'happiness', id.toUpperCase(), 'asked by letter')).toEqual({ id, changed: true }); // prettier-ignore
    expect(canariesIn(await wholeDump(rooms))).toEqual(['other_remark', 'other_text']);
    expect(await one(id)).toEqual({ id, changed: false });
    const trail = await rooms.sql(`select response_id as id, name, reason from response_erasures join accounts on accounts.id = account_id`); // prettier-ignore
    expect(trail).toEqual([{ id, name: 'rania', reason: 'asked by letter' }]);
    expect(await tallies()).toEqual(before);
    expect(await rooms.get(SurveyTallies).check('2026')).toEqual({ responses: 2, tallies: [], wrong: [] });
    expect((await rooms.get(CampaignStatuses).status('happiness')).retention.words.erasedOnRequest).toBe(1);
    expect(other).not.toBe(id);
    await expect(rooms.sql('delete from response_erasures')).rejects.toThrow('never changed');
    await expect(rooms.sql(`update response_erasures set reason = 'x'`)).rejects.toThrow('never changed');
  });

  it('is cut from its invitation, which stays spent', async () => {
    await customersWrite();
    const [row] = await rooms.sql<{ id: string }>('select response_id as id from survey_invitations where answered');
    expect(await one(row?.id ?? '')).toMatchObject({ changed: true });
    const tied = await rooms.sql('select from survey_invitations join responses on responses.id = response_id');
    expect(tied).toEqual([]);
    expect(await rooms.sql('select from survey_invitations where answered and response_id is not null')).toHaveLength(
      1,
    );
  });

  it.each([
    ['another', () => randomUUID()],
    ['nonsense', () => `'; --`],
  ])('%s is unknown', async (_, id) => {
    await openWordy(rooms);
    expect(await refusalOf(one(id()))).toMatchObject({ code: 'response.unknown' });
  });

  it('is not one of employees, and needs a reason and the office', async () => {
    await openWordy(rooms);
    const campaign = await openStaff(rooms, { closes: ends });
    for (const { token } of await inviteStaff(rooms, 12)) await rooms.get(AnonymousAnswers).submit({ token, sheet: staffSheet('a'), consent: 1 }); // prettier-ignore
    await rooms.get(AnswerMix).mix(campaign, after(1));
    const [row] = await rooms.sql<{ id: string }>('select id from responses limit 1');
    const erasures = rooms.get(ResponseErasures);
    const id = row?.id ?? '';
    expect(await refusalOf(erasures.erase(office, 'staff', id, 'x'))).toMatchObject({ code: 'response.unknown' });
    const mine = await answer(wordy('kiosk'));
    expect(await refusalOf(one(mine, ' '))).toMatchObject({ code: 'request.invalid' });
    expect(await refusalOf(one(mine, 'x'.repeat(4_001)))).toMatchObject({ code: 'request.invalid' });
    for (const name of ['noor', 'works', 'viewer'])
      expect(await refusalOf(erasures.erase(await rooms.actor(name), 'happiness', mine, 'x'))).toMatchObject({ code: 'access.notAllowed' }); // prettier-ignore
  });
});

describe('what somebody answered', () => {
  it.each([
    ['another choice', `jsonb_set(sheet, '{answers,overall,value}', '"unhappy"')`],
    ['other words', `jsonb_set(sheet, '{answers,comment,value}', '"changed"')`],
    ['one answer less', `sheet #- '{answers,comment}'`],
    ['a remark that was never made', `jsonb_set(sheet, '{answers,outcome,comment}', '"[…]"')`],
    ['something beside the answers', `sheet || '{"more": 1}'`],
  ])('is never changed by hand: %s', async (_, changed) => {
    await openWordy(rooms);
    await answer(wordy('kiosk'));
    await expect(rooms.sql(`update responses set sheet = ${changed}`)).rejects.toThrow('never changed');
  });
});

describe('how long words are kept', () => {
  const save = (words: number, changes = {}) =>
    rooms.get(Campaigns).save(office, campaignDocument({ closes: ends, retention: { words }, ...changes }));

  it('is shortened, never lengthened, while it is open and after', async () => {
    await rooms.campaign(campaignDocument({ closes: ends }));
    expect(await save(365)).toMatchObject({ changed: true, state: 'open' });
    expect(await refusalOf(save(366))).toMatchObject({
      code: 'campaign.invalid',
      faults: [{ where: 'retention.words' }],
    });
    expect(await refusalOf(save(300, { target: 9 }))).toMatchObject({ code: 'campaign.frozen' });
    await rooms.get(Campaigns).close(office, 'happiness');
    expect(await save(365)).toMatchObject({ changed: false, state: 'closed' });
    expect(await save(30)).toMatchObject({ changed: true, state: 'closed' });
    expect(await refusalOf(save(30, { closes: '2098-01-01T00:00:00Z' }))).toMatchObject({
      code: 'campaign.moveRefused',
    });
    for (const words of [0, 29, 3_651, 30.5]) expect(await refusalOf(save(words))).toMatchObject({ code: 'campaign.invalid' }); // prettier-ignore
  });
});
