import { AnonymousAnswers, AnswerMix, CampaignStatuses, PersonalLinks } from '#surveys';
import { inviteStaff, openStaff, staffSheet } from './inviting.js';
import { freshRooms, refusalOf } from './survey-rooms.js';

const held = freshRooms();
const submit = (token: string, sheet: unknown = staffSheet('a'), consent = 1) =>
  held.rooms.get(AnonymousAnswers).submit({ token, sheet, consent });
const count = async (table: string) =>
  (await held.rooms.sql<{ n: number }>(`select count(*)::integer as n from ${table}`))[0]?.n;
const afterEnd = new Date('2100-01-02T00:00:00Z');

describe('the link of an employee', () => {
  it('can be opened as often as one likes', async () => {
    await openStaff(held.rooms);
    const [one] = await inviteStaff(held.rooms, 1);
    const links = held.rooms.get(PersonalLinks);
    for (let n = 0; n < 3; n++) expect((await links.invitationOf(one?.token ?? '')).state).toBe('open');
    await submit(one?.token ?? '');
    expect((await links.invitationOf(one?.token ?? '')).state).toBe('used');
  });

  it('stays spent after its answer was mixed, and when it has expired', async () => {
    const campaign = await openStaff(held.rooms);
    const [one] = await inviteStaff(held.rooms, 1);
    await submit(one?.token ?? '');
    await held.rooms.get(AnswerMix).mix(campaign, afterEnd);
    expect(await refusalOf(submit(one?.token ?? ''))).toMatchObject({ code: 'invitation.used' });
    await held.rooms.sql(`update survey_invitations set expires_at = now() - interval '1 day'`);
    expect(await refusalOf(submit(one?.token ?? ''))).toMatchObject({ code: 'invitation.used' });
  });

  it.each([
    ['nothing', '', 'invitation.unknown'],
    ['another', 'x'.repeat(43), 'invitation.unknown'],
  ])('%s is none', async (_, token, code) => expect(await refusalOf(submit(token))).toMatchObject({ code }));

  it('takes nothing that does not hold, and is not spent by it', async () => {
    await openStaff(held.rooms);
    const [one] = await inviteStaff(held.rooms, 1);
    const token = one?.token ?? '';
    const wrong = { answers: { pride: { value: 'perhaps' }, nobody: { value: 1 } } };
    expect(await refusalOf(submit(token, wrong))).toMatchObject({ code: 'response.answersInvalid', faults: [{}, {}] });
    expect(await refusalOf(submit(token, staffSheet('a'), 2))).toMatchObject({ code: 'response.consentDiffers' });
    expect(await count('sealed_answers')).toBe(0);
    await submit(token);
  });

  it('expires, and ends with the campaign', async () => {
    await openStaff(held.rooms);
    const [one, two] = await inviteStaff(held.rooms, 2);
    await held.rooms.sql(
      `update survey_invitations set expires_at = now() - interval '1 s' where reference = 'WORKS-0'`,
    );
    expect(await refusalOf(submit(one?.token ?? ''))).toMatchObject({ code: 'invitation.expired' });
    await held.rooms.sql(`update campaigns set state = 'closed', closed_at = now() where code = 'staff'`);
    expect(await refusalOf(submit(two?.token ?? ''))).toMatchObject({ code: 'campaign.over' });
  });
});

describe('who took part', () => {
  it('is told by place in batches alone, whenever one looks', async () => {
    const quotas = [{ place: { agency: 'WORKS' }, most: 50 }, { place: { agency: 'HEALTH' }, most: 50 }]; // prettier-ignore
    const campaign = await openStaff(held.rooms, { quotas });
    const told = async () => {
      await held.rooms.get(AnswerMix).mix(campaign);
      return (await held.rooms.get(CampaignStatuses).status('staff')).quotas.map(({ counted }) => counted);
    };
    const seen: (readonly number[])[] = [];
    await inviteStaff(held.rooms, 5, { agency: 'HEALTH' });
    for (const { token } of await inviteStaff(held.rooms, 25)) {
      await submit(token);
      const now = await told();
      if (now.join() !== seen.at(-1)?.join()) seen.push(now);
    }
    for (const { token } of await inviteStaff(held.rooms, 5, { agency: 'HEALTH' })) await submit(token);
    seen.push(await told());
    expect(seen).toEqual([[0, 0], [10, 0], [10, 0]]); // prettier-ignore
  });
});

describe('mixing', () => {
  const answer = async (agency: string, people: number, row = {}) => {
    for (const { reference, token } of await inviteStaff(held.rooms, people, { agency, ...row })) {
      await submit(token, staffSheet(reference, { pride: { value: 'disagree' } }));
    }
  };
  const mix = (campaign: string, now?: Date) => held.rooms.get(AnswerMix).mix(campaign, now);
  interface Stored {
    readonly place: string;
    readonly n: number;
  }
  const byPlace = () =>
    held.rooms.sql<Stored>(
      `select coalesce(centres.code, agencies.code) as place, count(*)::integer as n from responses
         join survey_places on n = place_n join agencies on agencies.id = survey_places.agency_id
         left join centres on centres.id = centre_id group by 1 order by 1`,
    );

  it('waits until as many are there as stay behind', async () => {
    const campaign = await openStaff(held.rooms);
    await answer('WORKS', 19);
    await answer('HEALTH', 21);
    expect(await mix(campaign)).toBe(11);
    expect(await byPlace()).toEqual([{ place: 'HEALTH', n: 11 }]);
    expect(await mix(campaign)).toBe(0);
    expect(await mix(campaign, afterEnd)).toBe(29);
    expect(await byPlace()).toEqual([
      { place: 'HEALTH', n: 21 },
      { place: 'WORKS', n: 19 },
    ]);
    expect(await count('sealed_answers')).toBe(0);
  });

  it('loses and adds nothing', async () => {
    const campaign = await openStaff(held.rooms, { cuts: [] });
    await answer('WORKS', 25);
    await mix(campaign);
    await mix(campaign, afterEnd);
    const rows = await held.rooms.sql<{ comment: string }>(
      `select sheet->'answers'->'improve_one_thing'->>'value' as comment from responses order by 1`,
    );
    expect(rows.map(({ comment }) => comment)).toEqual(Array.from({ length: 25 }, (_, n) => `WORKS-${n}`).sort());
    expect(await count('survey_invitations where answered')).toBe(25);
    expect(await count('survey_invitations where response_id is not null')).toBe(0);
  });

  it('keeps no time finer than a day, and nothing of the device', async () => {
    const campaign = await openStaff(held.rooms);
    await answer('WORKS', 12);
    await mix(campaign, afterEnd);
    const rows = await held.rooms.sql<Record<string, unknown>>(
      `select distinct way, language, outcome, standing, seconds, interviewer_id, received_at from responses`,
    );
    expect(rows).toEqual([
      {
        way: 'personal',
        language: '',
        outcome: '',
        standing: 0,
        seconds: null,
        interviewer_id: null,
        received_at: new Date('2100-01-02T00:00:00Z'),
      },
    ]);
  });

  it('does not tell places apart where fewer than ten answered', async () => {
    const places = [
      { agency: 'WORKS', centre: 'gate' },
      { agency: 'WORKS', centre: 'desk' },
      { agency: 'HEALTH', centre: 'clinic' },
    ];
    const campaign = await openStaff(held.rooms, { places });
    await answer('WORKS', 4, { centre: 'gate' });
    for (const { token } of await inviteStaffOfDesk()) await submit(token);
    await answer('HEALTH', 10, { centre: 'clinic' });
    await mix(campaign, afterEnd);
    expect(await byPlace()).toEqual([
      { place: 'WORKS', n: 7 },
      { place: 'clinic', n: 10 },
    ]);
  });
  const inviteStaffOfDesk = async () => {
    await held.rooms.sql(`update survey_invitations set reference = reference || '-gate'`);
    return inviteStaff(held.rooms, 3, { centre: 'desk' });
  };

  it('marks texts that came twice in a batch, all but one, and none of another batch', async () => {
    const campaign = await openStaff(held.rooms);
    const same = 'The very same long text that somebody copied from somebody else.';
    for (const [n, { token }] of (await inviteStaff(held.rooms, 12)).entries()) {
      await submit(token, staffSheet(n < 3 ? same : `Another text, long enough, that nobody else wrote: ${n}`));
    }
    await mix(campaign, afterEnd);
    const marked = () => held.rooms.sql<{ text: string }>(`select sheet->'answers'->'improve_one_thing'->>'value' as text from responses where 'identicalText' = any(marks)`); // prettier-ignore
    expect(await marked()).toEqual([{ text: same }, { text: same }]);
    for (const { token } of (await inviteStaff(held.rooms, 24)).slice(12)) await submit(token, staffSheet(`${token} ${'x'.repeat(40)}`)); // prettier-ignore
    await mix(campaign, afterEnd);
    expect(await marked()).toHaveLength(2);
  });

  it('by two at once stores each once', async () => {
    const campaign = await openStaff(held.rooms);
    await answer('WORKS', 30);
    const stored = await Promise.all([mix(campaign, afterEnd), mix(campaign, afterEnd), mix(campaign, afterEnd)]);
    expect(stored.reduce((sum, n) => sum + n, 0)).toBe(30);
    expect(await count('responses')).toBe(30);
  });

  it('that breaks off has done nothing', async () => {
    const campaign = await openStaff(held.rooms);
    await answer('WORKS', 12);
    await held.rooms
      .sql(`update sealed_answers set sealed = overlay(sealed placing '\\x0000000000000000'::bytea from 40)
      where invitation_id = (select min(invitation_id::text)::uuid from sealed_answers)`);
    await expect(mix(campaign, afterEnd)).rejects.toThrow();
    expect(await count('sealed_answers')).toBe(12);
    expect(await count('responses')).toBe(0);
    expect(await count('survey_invitations where answered')).toBe(0);
  });
});
