import { randomUUID } from 'node:crypto';
import { askedApi, type AskedApi } from './asking.js';

let api: AskedApi;
beforeAll(async () => void (api = await askedApi([], { plan: true })));

const cycle = '/api/v1/cycles/2026';

describe('assigning over HTTP', () => {
  it('walks from a proposal to a replacement, all of it on the trail', async () => {
    const id = await api.on('01-06', { centre: 'clinic' });
    const proposal = await api.as('office').get(`${cycle}/assignment-proposal`);
    expect(proposal.json.proposed).toContainEqual({ visit: id, centre: 'clinic', shopper: expect.any(String) });
    expect(await api.put('office', `/api/v1/visits/${id}/shopper`, { shopper: 'omar' })).toEqual([
      409,
      'visit.rulesBroken',
    ]);
    const broken = await api.as('office').ask('PUT', `/api/v1/visits/${id}/shopper`, { body: { shopper: 'omar' } });
    expect(broken.json.faults).toMatchObject([{ where: 'shopper', reason: 'ruleGender' }]);
    const exception = 'No woman is free.';
    expect(await api.put('office', `/api/v1/visits/${id}/shopper`, { shopper: 'omar', exception })).toEqual([
      200,
      { id, state: 'assigned' },
    ]);
    expect(await api.put('office', `/api/v1/visits/${id}/shopper`, { shopper: 'noor' })).toEqual([
      409,
      'visit.moveRefused',
    ]);
    expect(await api.told('office', 'POST', `/api/v1/visits/${id}/withdrawal`, { reason: 'He is ill.' })).toEqual([
      200,
      { id, state: 'planned' },
    ]);
    const [, next] = await api.told('office', 'POST', `/api/v1/visits/${id}/replacement`, {
      reason: 'Closed that day.',
    });
    expect(next).toMatchObject({ replaces: id, dueFrom: '2098-01-06' });
    const trail = await api.as('office').get(`/api/v1/visits/${id.toUpperCase()}/trail`);
    expect(trail.json).toMatchObject([
      { to: 'assigned', account: 'office', reason: exception, details: { broken: [{ rule: 'ruleGender' }] } },
      { to: 'planned', reason: 'He is ill.' },
      {
        to: 'replaced',
        verb: 'visit.replace',
        reason: 'Closed that day.',
        details: { by: (next as { id: string }).id },
      },
    ]);
  });

  it('assigns what it proposes', async () => {
    const { json } = await api.as('office').post(`${cycle}/assignment-proposal`, undefined);
    expect(json.proposed.length).toBeGreaterThan(0);
    const listed = (await api.as('office').get(`${cycle}/visits?state=assigned`)).json as {
      id: string;
      shopper: string;
    }[];
    for (const { visit: id, shopper } of json.proposed as { visit: string; shopper: string }[]) {
      expect(listed).toContainEqual(expect.objectContaining({ id, shopper }));
    }
  });

  it.each([
    ['PUT', 'shopper', {}, 400, 'request.invalid'],
    ['PUT', 'shopper', { shopper: 'viewer' }, 422, 'visit.notShopper'],
    ['PUT', 'shopper', { shopper: 'noor', exception: ' ' }, 400, 'request.invalid'],
    ['PUT', 'shopper', { shopper: 'noor', state: 'approved' }, 400, 'request.invalid'],
    ['POST', 'withdrawal', { reason: ' ' }, 400, 'request.invalid'],
    ['POST', 'withdrawal', { reason: 'x' }, 409, 'visit.moveRefused'],
    ['POST', 'replacement', {}, 400, 'request.invalid'],
  ])('%s …/%s %j is %d %s', async (method, path, body, status, code) => {
    const id = await api.on('02-03', { gender: 'male' });
    expect(await api.told('office', method, `/api/v1/visits/${id}/${path}`, body)).toEqual([status, code]);
  });

  it('knows visits by their ids alone', async () => {
    for (const [method, path, body] of [
      ['PUT', 'shopper', { shopper: 'noor' }],
      ['POST', 'withdrawal', { reason: 'x' }],
      ['POST', 'replacement', { reason: 'x' }],
      ['GET', 'trail', undefined],
    ] as const) {
      expect(await api.told('office', method, `/api/v1/visits/${randomUUID()}/${path}`, body)).toEqual([
        404,
        'visit.unknown',
      ]);
      expect(await api.told('office', method, `/api/v1/visits/7/${path}`, body)).toEqual([400, 'request.invalid']);
    }
  });

  it('lists visits page by page', async () => {
    const one = await api.on('12-01', { centre: 'desk' });
    await api.sql(
      `insert into visits select (jsonb_populate_record(visits, jsonb_build_object('id', gen_random_uuid()))).*
       from visits, generate_series(1, 104) where id = $1`,
      [one],
    );
    const ids: string[] = [];
    for (let after = ''; ;) {
      const { json } = await api.as('office').get(`${cycle}/visits?centre=desk${after}`);
      const page = json as { id: string; centre: string }[];
      ids.push(...page.map(({ id }) => id));
      expect(page.every(({ centre }) => centre === 'desk')).toBe(true);
      if (page.length < 100) break;
      after = `&after=${page.at(-1)?.id}`;
    }
    const [all] = await api.sql<{ n: number }>(
      `select count(*)::int as n from visits join centres on centres.id = centre_id where code = 'desk'`,
    );
    expect([ids.length, new Set(ids).size]).toEqual([all?.n, all?.n]);
    expect(await api.told('office', 'GET', `${cycle}/visits?state=lost`)).toEqual([400, 'request.invalid']);
    expect(await api.told('office', 'GET', `${cycle}/visits?after=${randomUUID()}`)).toEqual([200, []]);
  });
});
