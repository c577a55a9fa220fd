import { randomUUID } from 'node:crypto';
import { visitor } from '#access';
import { Fold, ResponseDecisions, Responses, SurveyTallies } from '#surveys';
import { freshRooms, office, refusalOf, sentResponse, staffDocument } from './survey-rooms.js';

const world = freshRooms();
const decisions = () => world.rooms.get(ResponseDecisions);

/** Responses without a stamp: each is held. @returns their ids */
async function held(count: number): Promise<string[]> {
  const code = await world.rooms.code();
  const ids = Array.from({ length: count }, () => randomUUID());
  for (const id of ids) {
    await world.rooms.get(Responses).submit(visitor, { id, sent: sentResponse(code), address: '192.0.2.1' });
  }
  return ids.sort();
}

const sheets = () =>
  world.rooms.sql<{ standing: number; responses: number }>(
    'select standing, sum(responses)::int as responses from survey_tallies group by 1 having sum(responses) <> 0 order by 1',
  );

describe('a decision about responses that are held', () => {
  it('lets them count, folded or not, and can be turned round; the record stays', async () => {
    const [first = '', second = '', third = ''] = await held(3);
    await decisions().decide(office, 'happiness', [first], { to: 'counted', reason: 'A known visitor' });
    await world.rooms.get(Fold).fold();
    expect(await sheets()).toEqual([
      { standing: 0, responses: 1 },
      { standing: 1, responses: 2 },
    ]);
    expect(
      await decisions().decide(office, 'happiness', [first, second], { to: 'counted', reason: 'Checked' }),
    ).toEqual({ changed: 1 });
    await decisions().decide(office, 'happiness', [third], { to: 'excluded', reason: 'A program' });
    expect(await sheets()).toEqual([
      { standing: 0, responses: 2 },
      { standing: 2, responses: 1 },
    ]);
    await decisions().decide(office, 'happiness', [third, second], { to: 'held', reason: 'To be looked at again' });
    expect(await sheets()).toEqual([
      { standing: 0, responses: 1 },
      { standing: 1, responses: 2 },
    ]);
    expect(await world.rooms.get(SurveyTallies).check('2026')).toMatchObject({ tallies: [], wrong: [] });
    const kept = await world.rooms.sql('select from_standing, to_standing, reason from response_decisions order by n');
    expect(kept).toHaveLength(5);
    await expect(world.rooms.sql('delete from response_decisions')).rejects.toThrow('never changed');
    await expect(world.rooms.sql(`update responses set outcome = 'x'`)).rejects.toThrow('never changed');
  });

  it('is for all of them or none', async () => {
    const [first = ''] = await held(1);
    const unknown = decisions().decide(office, 'happiness', [first, randomUUID()], { to: 'excluded', reason: 'x' });
    expect(await refusalOf(unknown)).toMatchObject({ code: 'response.unknown' });
    expect(await world.rooms.sql('select from response_decisions')).toEqual([]);
  });
});

describe('the list of what was noticed', () => {
  it('shows reasons and answers, by standing and mark', async () => {
    const ids = await held(2);
    const { responses, next } = await decisions().list('happiness', { standing: 'held', mark: 'noStamp' }, null);
    expect(responses.map(({ id, agency, centre, marks }) => [id, agency, centre, marks[0]])).toEqual(
      ids.map((id) => [id, 'WORKS', 'gate', 'noStamp']),
    );
    expect(next).toBeNull();
    const [first] = responses;
    const after = { place: first?.place ?? 0, id: first?.id ?? '' };
    expect((await decisions().list('happiness', {}, after)).responses.map(({ id }) => id)).toEqual(ids.slice(1));
    expect((await decisions().list('happiness', { mark: 'honeypot' }, null)).responses).toEqual([]);
  });

  it('never shows an answer of employees', async () => {
    await world.rooms.campaign(staffDocument());
    await world.rooms.sql(
      `insert into responses (cycle_id, agency_id, id, place_n, way, language, outcome, segment, standing, consent, sheet, contribution,
         marks, received_at)
       select campaigns.cycle_id, places.agency_id, gen_random_uuid(), places.n, 'personal', '', '', '', 0, 1, '{}', '\\x00000000',
         '{straightLine}', current_date
       from campaigns join survey_places as places on places.campaign_id = campaigns.id where campaigns.code = 'staff'`,
    );
    expect((await decisions().list('staff', {}, null)).responses).toEqual([]);
    const [row] = await world.rooms.sql<{ id: string }>('select id from responses limit 1');
    const deciding = decisions().decide(office, 'staff', [row?.id ?? ''], { to: 'excluded', reason: 'x' });
    expect(await refusalOf(deciding)).toMatchObject({ code: 'response.unknown' });
  });
});
