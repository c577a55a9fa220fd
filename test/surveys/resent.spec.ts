import { randomUUID } from 'node:crypto';
import { visitor } from '#access';
import type { AnswerSheet } from '#instruments';
import { Invitations, OpenCampaigns, PersonalLinks, ResponseErasures, Responses, WordErasure } from '#surveys';
import { until } from '../start/processes.js';
import { customerSheet, office, refusalOf, sentResponse, SurveyRooms } from './survey-rooms.js';
import { openWordy } from './words.js';

/** What a device sends again because it never saw the receipt, though the response was stored. */
let rooms: SurveyRooms;
beforeEach(async () => {
  rooms = await SurveyRooms.open();
  await openWordy(rooms);
});
afterEach(() => rooms.close());

const address = '192.0.2.7';

async function send(id: string, sheet: AnswerSheet = wordy(), way: 'kiosk' | 'link' = 'kiosk') {
  const sent = sentResponse(await rooms.code(undefined, way), { sheet });
  return rooms.get(Responses).submit(visitor, { id, sent, address });
}

const wordy = (words = 'The queue was long.', more = {}) =>
  customerSheet({ overall: { value: 'happy', comment: words }, comment: { value: words }, ...more });
const erase = (id: string) => rooms.get(ResponseErasures).erase(office, 'happiness', id, 'asked by letter');
const kept = () => rooms.sql<{ sheet: AnswerSheet }>('select sheet from responses');

/** Changes the row of the campaign, and comes back when the platform knows. */
async function change(columns: string): Promise<string> {
  const hash = randomUUID();
  const [row] = await rooms.sql<{ id: string }>('select id from campaigns');
  await rooms.sql(`update campaigns set hash = $1, ${columns}`, [hash]);
  const n = await rooms.place();
  await until(async () => (await rooms.get(OpenCampaigns).place(n))?.hash === hash);
  return row?.id ?? '';
}

describe('a response whose words were erased', () => {
  it('gets its first receipt when it comes again, and stays erased', async () => {
    const id = randomUUID();
    const first = await send(id);
    await erase(id);
    const erased = await kept();
    expect(await send(id.toUpperCase())).toEqual({ ...first, isNew: false });
    const [one, other] = await Promise.all([send(id), send(id)]);
    expect([one, other]).toEqual([{ ...first, isNew: false }, { ...first, isNew: false }]); // prettier-ignore
    expect(await kept()).toEqual(erased);
    expect(JSON.stringify(erased)).not.toContain('queue');
  });

  it('tells nobody whether he guessed the words: any others are answered alike', async () => {
    const id = randomUUID();
    const first = await send(id);
    await erase(id);
    for (const words of ['The queue was long.', 'The queue was short.', '[…]'])
      expect(await send(id, wordy(words))).toEqual({ ...first, isNew: false });
  });

  it.each<[string, AnswerSheet]>([
    ['another choice', wordy('x', { outcome: { value: 'refused' } })],
    ['a remark less', customerSheet({ comment: { value: 'x' } })],
    ['no words at all', customerSheet()],
  ])('is another one with %s', async (_, sheet) => {
    const id = randomUUID();
    await send(id);
    await erase(id);
    expect(await refusalOf(send(id, sheet))).toMatchObject({ code: 'response.conflict' });
  });

  it('is told from another place or way', async () => {
    const id = randomUUID();
    await send(id);
    await erase(id);
    expect(await refusalOf(send(id, wordy(), 'link'))).toMatchObject({ code: 'response.conflict' });
  });

  it('as long as they are there, other words are another answer', async () => {
    const id = randomUUID();
    await send(id);
    expect(await refusalOf(send(id, wordy('The queue was short.')))).toMatchObject({ code: 'response.conflict' });
    expect(await refusalOf(send(id, wordy('[…]')))).toMatchObject({ code: 'response.conflict' });
  });

  it('by a personal link has been given too', async () => {
    const { links } = await rooms.get(Invitations).add(office, 'happiness', [{ agency: 'WORKS', centre: 'gate', reference: 'T-1' }]); // prettier-ignore
    const { id, place: n } = await rooms.get(PersonalLinks).invitationOf(new URL(links[0]?.link ?? '').pathname.slice(3)); // prettier-ignore
    const place = await rooms.get(OpenCampaigns).place(n);
    if (!place) throw new Error('nobody asks there');
    const response = randomUUID();
    const sent = sentResponse(await rooms.code(n, 'personal'), { sheet: wordy() });
    const answer = (changes = {}) =>
      rooms.get(Responses).submitInvited({ id, place }, { id: response, sent: { ...sent, ...changes }, address });
    const first = await answer();
    await erase(response);
    expect(await answer()).toEqual({ ...first, isNew: false });
    expect(await refusalOf(answer({ sheet: customerSheet() }))).toMatchObject({ code: 'invitation.used' });
  });
});

describe('long after the end', () => {
  it('what is stored gets its first receipt, also when its words were erased since; what is not is refused', async () => {
    const id = randomUUID();
    const first = await send(id);
    const closes = new Date(Date.now() - 40 * 86_400_000).toISOString();
    const over = JSON.stringify({ opens: '2020-01-01T00:00:00Z', closes, retention: { words: 30 } });
    const campaign = await change(`document = document || '${over}'`);
    expect(await send(id)).toEqual({ ...first, isNew: false });
    expect(await rooms.get(WordErasure).erase(campaign)).toBe(1);
    expect(await send(id)).toEqual({ ...first, isNew: false });
    expect(await refusalOf(send(id, customerSheet({ outcome: { value: 'refused' } })))).toMatchObject({ code: 'campaign.over' }); // prettier-ignore
    expect(await refusalOf(send(randomUUID()))).toMatchObject({ code: 'campaign.over' });
    expect(await kept()).toHaveLength(1);
  });

  it('so it is after the campaign was closed by hand, and of devices alone', async () => {
    const [ofKiosk, ofLink] = [randomUUID(), randomUUID()];
    const first = await send(ofKiosk);
    await send(ofLink, wordy(), 'link');
    await change(`state = 'closed', closed_at = now()`);
    expect(await send(ofKiosk)).toEqual({ ...first, isNew: false });
    expect(await refusalOf(send(ofLink, wordy(), 'link'))).toMatchObject({ code: 'campaign.over' });
  });
});

describe('under an id that another has', () => {
  it('an answer by a personal link is refused by name, and its link is not spent', async () => {
    const { links } = await rooms.get(Invitations).add(office, 'happiness', [{ agency: 'WORKS', centre: 'gate', reference: 'T-1' }]); // prettier-ignore
    const { id, place: n } = await rooms.get(PersonalLinks).invitationOf(new URL(links[0]?.link ?? '').pathname.slice(3)); // prettier-ignore
    const place = await rooms.get(OpenCampaigns).place(n);
    if (!place) throw new Error('nobody asks there');
    const taken = randomUUID();
    await send(taken);
    const sent = sentResponse(await rooms.code(n, 'personal'), { sheet: wordy() });
    const answer = (response: string) =>
      rooms.get(Responses).submitInvited({ id, place }, { id: response, sent, address });
    expect(await refusalOf(answer(taken))).toMatchObject({ code: 'response.conflict' });
    expect(await answer(randomUUID())).toMatchObject({ isNew: true });
  });
});
