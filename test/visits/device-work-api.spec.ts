import { randomUUID } from 'node:crypto';
import type { DeviceWork } from '#fieldwork';
import { askedApi, type AskedApi } from './asking.js';
import { sentVisit } from './visit-documents.js';

let api: AskedApi;
beforeAll(async () => void (api = await askedApi(['noor', 'omar', 'lina'], { plan: true })));

const at = '2026-11-22T08:00:00.000+04:00';

describe('a tablet', () => {
  const work = async (name: string) => (await api.as(name).get('/api/v1/device/work')).json as DeviceWork;

  it('takes along what is its shopper’s and nothing of others', async () => {
    const id = await api.on('03-03', { shopper: 'lina', service: 'renew' });
    await api.on('03-04', { shopper: 'omar', gender: 'male' });
    await api.on('03-05', { shopper: 'lina', state: 'approved' });
    const { now, shopper, timeZone, assignments, instruments } = await work('lina');
    expect([shopper, timeZone, Math.abs(Date.parse(now) - Date.now()) < 60_000]).toEqual(['lina', 'Asia/Dubai', true]);
    expect(assignments.find((one) => one.id === id)).toEqual({
      id,
      state: 'assigned',
      cycle: '2026',
      centre: {
        code: 'gate',
        name: { ar: 'البوابة', en: 'Gate' },
        agency: { ar: 'الأشغال', en: 'Works' },
        channelType: 'centre',
      },
      scenario: {
        code: 'renew',
        title: { ar: 'تجديد', en: 'Renewal' },
        brief: { ar: 'اطلب تجديد تصريح.', en: 'Ask to renew a permit.' },
      },
      service: { ar: 'تجديد', en: 'Renewal' },
      language: 'ar',
      due: { from: '2098-03-03', to: '2098-03-03', hourFrom: '08:00', hourTo: '11:00' },
      instrument: { code: 'small_visit', version: 1 },
      returned: null,
    });
    expect(instruments).toMatchObject([{ code: 'small_visit', version: 1, sections: { length: 2 } }]);
    const held = await api.sql<{ id: string }>(
      `select id from visits where shopper_id = (select id from accounts where name = 'lina') and state = 'assigned'`,
    );
    expect(assignments.map((one) => one.id).sort()).toEqual(held.map((one) => one.id).sort());
  });

  it('gets what was returned, first, with the notes and what was sent', async () => {
    const id = await api.on('04-03', { shopper: 'lina', state: 'returned' });
    const sent = sentVisit(id);
    const report = randomUUID();
    await api.sql(
      `with told as (insert into visit_events (cycle_id, agency_id, visit_id, from_state, to_state, verb, role, reason)
         select cycle_id, agency_id, id, 'inReview', 'returned', 'visit.return', 'office', 'Say more.' from visits where id = $1),
       stored as (insert into visit_reports (cycle_id, agency_id, id, visit_id, revision, by, account_id, content, hash, received_at, late)
         select cycle_id, agency_id, $2, id, 1, 'shopper', shopper_id, $3, 'x', now(), false from visits where id = $1)
       update visits set report_id = $2 where id = $1`,
      [id, report, JSON.stringify(sent)],
    );
    await api.sql(
      `insert into visit_notes (cycle_id, agency_id, report_id, visit_id, place, item, note, account_id)
       select cycle_id, agency_id, $2, id, given.place, given.item, given.note, shopper_id from visits,
         (values (2, null, 'Thank you.'), (1, 'answers.wait', 'From when on?')) as given (place, item, note) where id = $1`,
      [id, report],
    );
    const [first] = (await work('lina')).assignments;
    expect(first).toMatchObject({ id, state: 'returned' });
    expect(first?.returned).toEqual({
      report,
      returnedAt: expect.stringMatching(/Z$/),
      reason: 'Say more.',
      notes: [
        { item: 'answers.wait', note: 'From when on?' },
        { item: null, note: 'Thank you.' },
      ],
      sent,
    });
  });

  it('tells what its shopper does, as often as it may be', async () => {
    const id = await api.on('05-03', { shopper: 'noor' });
    const told = `/api/v1/assignments/${id}`;
    for (let time = 0; time < 2; time += 1)
      expect(await api.put('noor', `${told}/acceptance`, { at })).toEqual([204, undefined]);
    for (let time = 0; time < 2; time += 1)
      expect(await api.put('noor', `${told}/start`, { at })).toEqual([204, undefined]);
    expect(await api.put('omar', `${told}/start`, { at })).toEqual([404, 'visit.unknown']);
    expect(await api.put('office', `${told}/refusal`, { at, reason: 'x' })).toEqual([404, 'visit.unknown']);
    expect(await api.put('noor', `${told}/refusal`, { at })).toEqual([400, 'request.invalid']);
    expect(await api.put('noor', `${told}/start`, { at: 'now' })).toEqual([400, 'request.invalid']);
    for (let time = 0; time < 2; time += 1)
      expect(await api.put('noor', `${told}/refusal`, { at, reason: 'Ill.' })).toEqual([204, undefined]);
    expect(await api.put('noor', `${told}/start`, { at })).toEqual([404, 'visit.unknown']);
    expect(await api.put('noor', `/api/v1/assignments/${randomUUID()}/start`, { at })).toEqual([404, 'visit.unknown']);
  });
});
