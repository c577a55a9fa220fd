import { randomUUID } from 'node:crypto';
import { Accounts } from '#access';
import type { DeviceWork } from '#fieldwork';
import { routesOf } from '../../apps/api/src/docs/routes.js';
import type { Browser } from '../api/browser.js';
import { servedApi, type Served } from '../api/served-api.js';
import { planDocument, sentVisit } from './visit-documents.js';
import { insertVisit, type VisitSketch } from './visit-rooms.js';
import { visitWorld } from './visit-world.js';

let api: Served;
const people = new Map<string, Browser>();
const as = (name: string) => people.get(name) as Browser;

beforeAll(async () => {
  api = await servedApi();
  await api.sql(visitWorld);
  people.set('office', await api.signedIn());
  people.set('nobody', api.browser());
  const accounts = api.app.get(Accounts, { strict: false });
  for (const name of ['noor', 'omar', 'lina', 'works', 'viewer']) {
    const { password } = await accounts.renewPassword(name);
    const browser = api.browser();
    expect((await browser.signIn(name, password)).status).toBe(200);
    people.set(name, browser);
  }
});

const cycle = '/api/v1/cycles/2026';
const sql = <Row>(text: string, values?: readonly unknown[]) =>
  api.sql(text, values) as Promise<unknown> as Promise<Row[]>;
const visit = (sketch: VisitSketch = {}) => insertVisit(sql, sketch);
const on = (day: string, sketch: VisitSketch = {}) =>
  visit({ dueFrom: `2098-${day}`, dueTo: `2098-${day}`, ...sketch });
const ask = async (name: string, method: string, path: string, body?: unknown) => {
  const { status, json } = await as(name).ask(method, path, body === undefined ? {} : { body });
  return [status, (json as { code?: string } | undefined)?.code ?? (json as unknown)];
};
const put = (name: string, path: string, body: unknown = {}) => ask(name, 'PUT', path, body);
const at = '2026-11-22T08:00:00.000+04:00';

describe('a plan over HTTP', () => {
  const plan = `${cycle}/visit-plan`;

  it('is kept, read, and makes visits', async () => {
    expect(await ask('office', 'GET', plan)).toEqual([409, 'visit.planMissing']);
    expect(await put('office', plan, planDocument())).toEqual([200, { hash: expect.any(String), changed: true }]);
    expect(await put('office', plan, planDocument())).toMatchObject([200, { changed: false }]);
    expect(await ask('office', 'GET', plan)).toMatchObject([
      200,
      { document: { schema: 'nujoom.visit-plan/1', graceHours: 48 } },
    ]);
    expect(await ask('office', 'POST', `${plan}/visits`)).toEqual([201, { made: 6, centres: 3 }]);
    expect(await ask('office', 'POST', `${plan}/visits`)).toEqual([201, { made: 0, centres: 0 }]);
    expect(await ask('office', 'GET', `${plan}/coverage`)).toMatchObject([200, { total: { planned: 6, done: 0 } }]);
    expect(await ask('office', 'GET', `${plan}/power`)).toMatchObject([
      200,
      [{ centre: 'clinic', planned: 2, needed: null }, {}, {}],
    ]);
    expect(await ask('nobody', 'GET', '/api/v1/visit-plans/schema')).toMatchObject([200, { type: 'object' }]);
  });

  it('is refused with all its faults; nothing of it is kept', async () => {
    const { status, json } = await as('office').ask('PUT', plan, {
      body: { ...planDocument(), visitsPerWave: 'two', more: 1 },
    });
    expect([status, json.code]).toEqual([422, 'visit.planInvalid']);
    const { faults } = json as { faults: { where: string }[] };
    expect(faults.map(({ where }) => where).sort()).toEqual(['more', 'visitsPerWave']);
    expect(await put('office', plan, planDocument({ visitsPerWave: 3 }))).toEqual([422, 'visit.planInvalid']);
    expect(await put('office', plan, [])).toEqual([422, 'visit.planInvalid']);
    expect(await put('office', '/api/v1/cycles/1066/visit-plan', planDocument())).toEqual([404, 'cycle.unknown']);
  });

  it('may name thousands of centres', async () => {
    const centres = Array.from({ length: 3_000 }, (_, place) => ({ centre: `c${place}`, visitsPerWave: 2 }));
    const { json } = await as('office').ask('PUT', plan, { body: planDocument({ centres }) });
    expect(json).toMatchObject({ code: 'visit.planInvalid', faults: { length: 1_000 } });
    const large = await as('office')
      .ask('PUT', plan, { raw: Buffer.alloc(50 * 1024 * 1024, ' '), headers: { 'content-type': 'application/json' } })
      .catch((error: unknown) => String(error));
    expect(typeof large === 'string' ? large : large.json.code).toMatch(/request\.tooLarge|fetch failed/);
  });
});

describe('assigning over HTTP', () => {
  it('walks from a proposal to a replacement, all of it on the trail', async () => {
    const id = await on('01-06', { centre: 'clinic' });
    const proposal = await as('office').get(`${cycle}/assignment-proposal`);
    expect(proposal.json.proposed).toContainEqual({ visit: id, centre: 'clinic', shopper: expect.any(String) });
    expect(await put('office', `/api/v1/visits/${id}/shopper`, { shopper: 'omar' })).toEqual([
      409,
      'visit.rulesBroken',
    ]);
    const broken = await as('office').ask('PUT', `/api/v1/visits/${id}/shopper`, { body: { shopper: 'omar' } });
    expect(broken.json.faults).toMatchObject([{ where: 'shopper', reason: 'ruleGender' }]);
    const exception = 'No woman is free.';
    expect(await put('office', `/api/v1/visits/${id}/shopper`, { shopper: 'omar', exception })).toEqual([
      200,
      { id, state: 'assigned' },
    ]);
    expect(await put('office', `/api/v1/visits/${id}/shopper`, { shopper: 'noor' })).toEqual([
      409,
      'visit.moveRefused',
    ]);
    expect(await ask('office', 'POST', `/api/v1/visits/${id}/withdrawal`, { reason: 'He is ill.' })).toEqual([
      200,
      { id, state: 'planned' },
    ]);
    const [, next] = await ask('office', 'POST', `/api/v1/visits/${id}/replacement`, { reason: 'Closed that day.' });
    expect(next).toMatchObject({ replaces: id, dueFrom: '2098-01-06' });
    const trail = await as('office').get(`/api/v1/visits/${id.toUpperCase()}/trail`);
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
    const { json } = await as('office').post(`${cycle}/assignment-proposal`, undefined);
    expect(json.proposed.length).toBeGreaterThan(0);
    const listed = (await as('office').get(`${cycle}/visits?state=assigned`)).json as { id: string; shopper: string }[];
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
    const id = await on('02-03', { gender: 'male' });
    expect(await ask('office', method, `/api/v1/visits/${id}/${path}`, body)).toEqual([status, code]);
  });

  it('knows visits by their ids alone', async () => {
    for (const [method, path, body] of [
      ['PUT', 'shopper', { shopper: 'noor' }],
      ['POST', 'withdrawal', { reason: 'x' }],
      ['POST', 'replacement', { reason: 'x' }],
      ['GET', 'trail', undefined],
    ] as const) {
      expect(await ask('office', method, `/api/v1/visits/${randomUUID()}/${path}`, body)).toEqual([
        404,
        'visit.unknown',
      ]);
      expect(await ask('office', method, `/api/v1/visits/7/${path}`, body)).toEqual([400, 'request.invalid']);
    }
  });

  it('lists visits page by page', async () => {
    const one = await on('12-01', { centre: 'desk' });
    await api.sql(
      `insert into visits select (jsonb_populate_record(visits, jsonb_build_object('id', gen_random_uuid()))).*
       from visits, generate_series(1, 104) where id = $1`,
      [one],
    );
    const ids: string[] = [];
    for (let after = ''; ;) {
      const { json } = await as('office').get(`${cycle}/visits?centre=desk${after}`);
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
    expect(await ask('office', 'GET', `${cycle}/visits?state=lost`)).toEqual([400, 'request.invalid']);
    expect(await ask('office', 'GET', `${cycle}/visits?after=${randomUUID()}`)).toEqual([200, []]);
  });
});

describe('a tablet', () => {
  const work = async (name: string) => (await as(name).get('/api/v1/device/work')).json as DeviceWork;

  it('takes along what is its shopper’s and nothing of others', async () => {
    const id = await on('03-03', { shopper: 'lina', service: 'renew' });
    await on('03-04', { shopper: 'omar', gender: 'male' });
    await on('03-05', { shopper: 'lina', state: 'approved' });
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
    const id = await on('04-03', { shopper: 'lina', state: 'returned' });
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
    const id = await on('05-03', { shopper: 'noor' });
    const told = `/api/v1/assignments/${id}`;
    for (let time = 0; time < 2; time += 1)
      expect(await put('noor', `${told}/acceptance`, { at })).toEqual([204, undefined]);
    for (let time = 0; time < 2; time += 1)
      expect(await put('noor', `${told}/start`, { at })).toEqual([204, undefined]);
    expect(await put('omar', `${told}/start`, { at })).toEqual([404, 'visit.unknown']);
    expect(await put('office', `${told}/refusal`, { at, reason: 'x' })).toEqual([404, 'visit.unknown']);
    expect(await put('noor', `${told}/refusal`, { at })).toEqual([400, 'request.invalid']);
    expect(await put('noor', `${told}/start`, { at: 'now' })).toEqual([400, 'request.invalid']);
    for (let time = 0; time < 2; time += 1)
      expect(await put('noor', `${told}/refusal`, { at, reason: 'Ill.' })).toEqual([204, undefined]);
    expect(await put('noor', `${told}/start`, { at })).toEqual([404, 'visit.unknown']);
    expect(await put('noor', `/api/v1/assignments/${randomUUID()}/start`, { at })).toEqual([404, 'visit.unknown']);
  });
});

describe('people and places over HTTP', () => {
  it('makes shoppers, once with a password', async () => {
    const traits = { gender: 'female', languages: ['ar'], active: true };
    expect(await put('office', '/api/v1/shoppers/huda', traits)).toEqual([
      200,
      { name: 'huda', ...traits, password: expect.any(String) },
    ]);
    expect(await put('office', '/api/v1/shoppers/huda', traits)).toMatchObject([200, { password: null }]);
    expect(await ask('office', 'GET', '/api/v1/shoppers')).toMatchObject([
      200,
      expect.arrayContaining([{ name: 'huda', ...traits }]),
    ]);
    for (const wrong of [
      { ...traits, languages: [] },
      { ...traits, languages: ['ar', 'ar'] },
      { ...traits, languages: ['fr'] },
      { ...traits, gender: 'x' },
      { gender: 'female', languages: ['ar'] },
    ]) {
      expect(await put('office', '/api/v1/shoppers/huda', wrong)).toEqual([400, 'request.invalid']);
    }
    expect(await put('office', '/api/v1/shoppers/viewer', traits)).toEqual([422, 'visit.notShopper']);
  });

  it('lets a shopper declare his own conflicts', async () => {
    const path = (name: string) => `/api/v1/shoppers/${name}/conflicts/HEALTH`;
    expect(await put('omar', path('noor'), { reason: 'x' })).toEqual([403, 'access.notAllowed']);
    // How many it takes back follows from what the proposal above happened to give him.
    const taken = { withdrawn: expect.any(Number), left: 0 };
    expect(await put('omar', path('omar'), { reason: 'A sister.' })).toEqual([200, taken]);
    expect(await put('office', path('omar'), { reason: 'A sister.' })).toMatchObject([200, {}]);
    const id = await on('06-03', { centre: 'clinic', gender: 'male' });
    expect(await put('office', `/api/v1/visits/${id}/shopper`, { shopper: 'omar', exception: 'x' })).toEqual([
      409,
      'visit.rulesBroken',
    ]);
  });

  it('keeps sites and calendars', async () => {
    const site = { latitude: 24.5, longitude: 54.4, hours: { monday: [{ from: '07:30', to: '14:30' }] } };
    expect(await put('office', '/api/v1/centres/gate/site', site)).toEqual([200, site]);
    expect(await ask('viewer', 'GET', '/api/v1/centres/gate/site')).toEqual([200, site]);
    expect(await put('office', '/api/v1/centres/gate/site', {})).toEqual([
      200,
      { latitude: null, longitude: null, hours: null },
    ]);
    const calendar = { weekend: ['friday'], holidays: ['2026-12-03', '2026-12-02'] };
    expect(await put('office', '/api/v1/agencies/WORKS/calendar', calendar)).toEqual([
      200,
      { weekend: ['friday'], holidays: ['2026-12-02', '2026-12-03'] },
    ]);
    expect(await ask('viewer', 'GET', '/api/v1/agencies/HEALTH/calendar')).toEqual([
      200,
      { weekend: null, holidays: null },
    ]);
    for (const [path, body] of [
      ['centres/gate/site', { latitude: 24.5 }],
      ['centres/gate/site', { latitude: 91, longitude: 0 }],
      [
        'centres/gate/site',
        {
          hours: {
            monday: [
              { from: '14:00', to: '12:00' },
              { from: '13:00', to: '15:00' },
            ],
          },
        },
      ],
      ['centres/gate/site', { hours: { caturday: [] } }],
      ['centres/gate/site', { hours: { monday: [{ from: '7:30', to: '24:00' }] } }],
      ['agencies/WORKS/calendar', { weekend: ['caturday'], holidays: [] }],
      ['agencies/WORKS/calendar', { weekend: [], holidays: ['2026-02-30'] }],
    ] as const) {
      expect(await put('office', `/api/v1/${path}`, body)).toEqual([400, 'request.invalid']);
    }
    expect(await put('office', '/api/v1/centres/nowhere/site', {})).toEqual([404, 'centre.unknown']);
    expect(await put('office', '/api/v1/agencies/NONE/calendar', calendar)).toEqual([404, 'agency.unknown']);
  });
});

it('the office’s routes are closed to shoppers, agencies, viewers and visitors', async () => {
  const own = routesOf(api.app).filter(({ name }) => /^(VisitPlan|OfficeVisits|Shoppers|Sites)\./.test(name));
  expect(own.length).toBe(22);
  for (const { name, method, path, verb } of own) {
    if (['published.read', 'centre.read', 'agency.read', 'visit.work'].includes(verb ?? '')) continue;
    for (const person of ['noor', 'works', 'viewer', 'nobody']) {
      const expected = person === 'nobody' ? [401, 'access.signInNeeded'] : [403, 'access.notAllowed'];
      const told = await ask(person, method, path.replace(/:\w+/g, 'x'), method === 'GET' ? undefined : {});
      expect([name, person, ...told]).toEqual([name, person, ...expected]);
    }
  }
});
