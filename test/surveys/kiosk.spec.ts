import { randomUUID } from 'node:crypto';
import { isWorked, readStamp, workFor } from '#campaigns';
import { Accounts, PlatformSecret } from '#access';
import type { SurveyForm } from '../../apps/api/src/surveys/kiosk/survey-form.js';
import { servedApi, type Served } from '../api/served-api.js';
import { sentResponse, sharedRooms, staffDocument } from './survey-rooms.js';

const world = sharedRooms();
let api: Served;
beforeAll(
  async () =>
    void (api = await servedApi({ databaseUrl: world.rooms.url, environment: { NUJOOM_HOME: world.rooms.home } })),
);

const gate = { centre: 'gate', service: 'renew' } as const;
const formOf = async (code: string) => api.browser().get(`/api/v1/survey-forms/${code}`);
const elsewhere = { origin: 'https://services.example', 'sec-fetch-site': 'cross-site' };

describe('the form of a way in', () => {
  it('is all that a device needs to ask, stamped for one answer', async () => {
    const code = await world.rooms.code(gate, 'kiosk');
    const { status, json, headers } = await formOf(code);
    const form = json as unknown as SurveyForm;
    expect([status, headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
    expect(form).toMatchObject({
      ...{ schema: 'nujoom.survey-form/1', code, way: 'kiosk', minutes: 1, workBits: 0, languages: ['ar', 'en'] },
      ...{ numerals: 'latn', scaleOrder: 'bestFirst', asker: { en: 'The Excellence Office' }, consent: { version: 1 } },
      names: { agency: { en: 'Works' }, centre: { en: 'Gate' }, service: { en: 'Renewal' } },
      instrument: { code: 'customer_happiness', version: 1 },
      short: { face: { code: 'overall' }, then: { happy: ['reasons_good', 'outcome', 'comment'] } },
    });
    const stamp = readStamp(await world.rooms.get(PlatformSecret).keyFor('survey stamps'), form.stamp);
    expect(stamp).toMatchObject({ response: form.response, code });
    const again = (await formOf(code)).json as unknown as SurveyForm;
    expect({ ...again, response: '', stamp: '' }).toEqual({ ...form, response: '', stamp: '' });
    expect(again.response).not.toBe(form.response);
  });

  it('is found by a code that was read out or typed, and says how it is written', async () => {
    const code = await world.rooms.code(gate, 'embed');
    const typed = code.toUpperCase().replaceAll('0', 'O').replaceAll('1', 'I');
    expect((await formOf(typed)).json).toMatchObject({ code });
  });

  it('leads to an answer that is stored for that way, and is none the less the same when it comes again', async () => {
    const code = await world.rooms.code(gate, 'kiosk');
    const id = randomUUID();
    const put = () =>
      api
        .browser()
        .ask('PUT', `/api/v1/responses/${id}`, { body: sentResponse(code, { repeatedTaps: 2 }), headers: elsewhere });
    const [first, second] = [await put(), await put()];
    expect([first.status, second.status, second.json]).toEqual([201, 200, first.json]);
    const [row] = await world.rooms.sql('select way, standing, marks from responses where id = $1', [id]);
    // 40 seconds are enough for a minute; a kiosk needs no stamp.
    expect(row).toEqual({ way: 'kiosk', standing: 0, marks: ['repeatedTaps'] });
  });

  it.each(['personal', 'import'] as const)('is none of a code for %s', async (way) =>
    expect((await formOf(await world.rooms.code(gate, way))).json.code).toBe('response.wayUnknown'),
  );

  it.each(['x', '0'.repeat(18), '%F0%9F%99%82'])('is none of %s', async (code) => {
    const { status, json } = await formOf(code);
    expect([status, json.code]).toEqual([404, 'response.wayUnknown']);
  });

  it('is none among employees, whose answers are sealed', async () => {
    await world.rooms.campaign(staffDocument());
    const code = await world.rooms.code({ campaign: 'staff', agency: 'WORKS' }, 'kiosk');
    expect((await formOf(code)).json.code).toBe('response.wayUnknown');
  });
});

describe('a campaign that takes no answers', () => {
  const other = (changes: object) => world.rooms.sql('update campaigns set document = document || $1::jsonb, hash = $2 where code = $3', [JSON.stringify(changes), randomUUID(), 'happiness']); // prettier-ignore
  afterEach(async () => {
    await other({ opens: '2026-01-01T00:00:00+04:00', closes: '2099-12-31T23:59:59+04:00' });
    await world.rooms.sql(`update campaigns set state = 'open' where code = 'happiness'`);
  });

  it.each([
    ['campaign.notYetOpen', { opens: '2098-01-01T00:00:00Z' }, 'open', 'clinic'],
    ['campaign.over', { closes: '2026-01-02T00:00:00Z' }, 'open', 'desk'],
    ['campaign.over', {}, 'closed', 'gate'],
  ])('says %s', async (code, changes, state, centre) => {
    await other(changes);
    await world.rooms.sql(`update campaigns set state = $1 where code = 'happiness'`, [state]);
    // A place that nobody has asked for a moment ago.
    const answer = await formOf(await world.rooms.code({ centre }, 'kiosk'));
    expect(answer.json.code).toBe(code);
  });
});

describe('scripts of other websites', () => {
  it('may ask for a form and send an answer, and are told refusals, without credentials', async () => {
    const code = await world.rooms.code(gate, 'embed');
    for (const [method, path] of [
      ['GET', `/api/v1/survey-forms/${code}`],
      ['GET', '/api/v1/survey-forms/x'],
      ['PUT', `/api/v1/responses/${randomUUID()}`],
    ] as const) {
      const { headers } = await api
        .browser()
        .ask(method, path, { ...(method === 'PUT' && { body: {} }), headers: elsewhere });
      expect([path, headers.get('access-control-allow-origin')]).toEqual([path, '*']);
      expect(headers.get('access-control-allow-credentials')).toBeNull();
      const asked = {
        ...elsewhere,
        'access-control-request-method': method,
        'access-control-request-headers': 'content-type',
      };
      const preflight = await api.browser().ask('OPTIONS', path, { headers: asked });
      expect([preflight.status, preflight.headers.get('access-control-allow-methods')]).toEqual([204, method]);
      expect(preflight.headers.get('access-control-allow-headers')).toBe('content-type');
      expect(preflight.headers.get('access-control-allow-credentials')).toBeNull();
    }
  });

  it.each([
    ['GET', '/api/v1/campaigns/happiness/responses'],
    ['GET', '/api/v1/session'],
    ['POST', '/api/v1/session'],
    ['DELETE', '/api/v1/responses/x'],
    ['PUT', '/api/v1/survey-forms/x'],
    ['GET', '/api/v1/responses/x'],
    ['PUT', '/api/v1/visits/x'],
  ])('may nothing else: %s %s', async (method, path) => {
    const asked = { ...elsewhere, 'access-control-request-method': method };
    for (const answer of [
      await api.browser().ask('OPTIONS', path, { headers: asked }),
      await api.browser().ask(method, path, { headers: elsewhere }),
    ])
      expect([path, answer.headers.get('access-control-allow-origin')]).toEqual([path, null]);
  });

  it('send from anywhere only answers: a change by somebody signed in stays refused', async () => {
    const { name, password } = await api.app.get(Accounts, { strict: false }).renewPassword('rania');
    const office = api.browser();
    await office.signIn(name, password);
    const answer = await office.ask('POST', '/api/v1/cycles', { body: {}, headers: elsewhere });
    expect(answer.status).toBe(403);
  });
});

it('the log tells of no answer whose it may be, and of what is taken nothing', async () => {
  const code = await world.rooms.code(gate, 'kiosk');
  const [taken, refused] = [randomUUID(), randomUUID()];
  await formOf(code);
  const { status } = await api.browser().ask('PUT', `/api/v1/responses/${taken}`, { body: sentResponse(code) });
  const before = api.log.length;
  await api.browser().ask('PUT', `/api/v1/responses/${refused}`, { body: sentResponse(code, { consent: 9 }) });
  expect(status).toBe(201);
  expect(api.log.slice(before).join('')).toContain('/api/v1/responses/…');
  for (const secret of [taken, refused, code]) expect(api.log.join('')).not.toContain(secret);
});

it('the work of a script is what the server looks for', async () => {
  const { workFor: byBrowser } = await import('../../apps/embed/src/work.js');
  for (const bits of [1, 8, 13]) {
    const work = await byBrowser('a.stamp.of.ours', bits);
    expect([bits, isWorked('a.stamp.of.ours', work, bits), work]).toEqual([
      bits,
      true,
      await workFor('a.stamp.of.ours', bits),
    ]);
  }
});
