import { readWorkbook, withSentFile, writeWorkbook } from '#spreadsheets';
import { routesOf } from '../../apps/api/src/docs/routes.js';
import { askedApi, type AskedApi } from './asking.js';
import { planDocument } from './visit-documents.js';

let api: AskedApi;
beforeAll(async () => void (api = await askedApi(['noor', 'works', 'viewer'], { plan: false })));

const cycle = '/api/v1/cycles/2026';

describe('a plan over HTTP', () => {
  const plan = `${cycle}/visit-plan`;
  const workbook = `${plan}/workbook`;
  const sent = (raw: Uint8Array, headers = {}) =>
    api.as('office').ask('PUT', workbook, { raw, headers: { 'content-type': 'application/octet-stream', ...headers } });
  const downloaded = async () => {
    const cookie = [...api.as('office').cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(api.url + workbook, { headers: { cookie } });
    return { status: answer.status, headers: answer.headers, bytes: new Uint8Array(await answer.arrayBuffer()) };
  };

  it('is kept, read, and makes visits', async () => {
    expect(await api.told('office', 'GET', plan)).toEqual([409, 'visit.planMissing']);
    expect(await api.put('office', plan, planDocument())).toEqual([200, { hash: expect.any(String), changed: true }]);
    expect(await api.put('office', plan, planDocument())).toMatchObject([200, { changed: false }]);
    expect(await api.told('office', 'GET', plan)).toMatchObject([
      200,
      { document: { schema: 'nujoom.visit-plan/1', graceHours: 48 } },
    ]);
    expect(await api.told('office', 'POST', `${plan}/visits`)).toEqual([201, { made: 6, centres: 3 }]);
    expect(await api.told('office', 'POST', `${plan}/visits`)).toEqual([201, { made: 0, centres: 0 }]);
    expect(await api.told('office', 'GET', `${plan}/coverage`)).toMatchObject([
      200,
      { total: { planned: 6, done: 0 } },
    ]);
    expect(await api.told('office', 'GET', `${plan}/power`)).toMatchObject([
      200,
      [{ centre: 'clinic', planned: 2, needed: null }, {}, {}],
    ]);
    expect(await api.told('nobody', 'GET', '/api/v1/visit-plans/schema')).toMatchObject([200, { type: 'object' }]);
  });

  it('is refused with all its faults; nothing of it is kept', async () => {
    const { status, json } = await api.as('office').ask('PUT', plan, {
      body: { ...planDocument(), visitsPerWave: 'two', more: 1 },
    });
    expect([status, json.code]).toEqual([422, 'visit.planInvalid']);
    const { faults } = json as { faults: { where: string }[] };
    expect(faults.map(({ where }) => where).sort()).toEqual(['more', 'visitsPerWave']);
    expect(await api.put('office', plan, planDocument({ visitsPerWave: 3 }))).toEqual([422, 'visit.planInvalid']);
    expect(await api.put('office', plan, [])).toEqual([422, 'visit.planInvalid']);
    expect(await api.put('office', '/api/v1/cycles/1066/visit-plan', planDocument())).toEqual([404, 'cycle.unknown']);
  });

  it('goes out as a workbook and comes back the same', async () => {
    const { status, headers, bytes } = await downloaded();
    expect([status, headers.get('content-type'), headers.get('content-disposition')]).toEqual([
      200,
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'attachment; filename="visit-plan-2026.xlsx"',
    ]);
    expect((await sent(bytes)).json).toMatchObject({ changed: false });
    expect(await api.told('office', 'GET', '/api/v1/cycles/2025/visit-plan/workbook')).toEqual([409, 'visit.planMissing']); // prettier-ignore
    expect(await api.told('office', 'GET', '/api/v1/cycles/1066/visit-plan/workbook')).toEqual([404, 'cycle.unknown']);
  });

  it.each([
    ['ar', 'غير'],
    ['en', 'not'],
  ])('tells in %s what is wrong in a workbook by sheet, line and column', async (language, word) => {
    const sheets = await withSentFile({ name: 'plan.xlsx', content: [(await downloaded()).bytes] }, (file) =>
      readWorkbook(file),
    );
    const wrong = sheets.map(({ name, rows }) => ({ name, rows: name === 'waves' ? rows.with(2, ['autumn', 'soon', '2026-12-27']) : rows })); // prettier-ignore
    const { status, json } = await sent(await writeWorkbook(wrong), { 'accept-language': language });
    expect([status, json.code]).toEqual([422, 'visit.planInvalid']);
    const text = expect.stringContaining(word);
    expect(json.faults).toMatchObject([{ sheet: 'waves', line: 3, where: 'from', value: 'soon', text }]);
  });

  it('refuses what is no workbook, is too large, or is sent as something else; and tells no path of the machine', async () => {
    for (const [raw, status, code] of [
      [Buffer.from('PK and no more'), 422, 'import.fileKind'],
      [Buffer.from([0xff, 0x00]), 422, 'method.fileKind'],
      [Buffer.alloc(0), 422, 'method.fileKind'],
      [Buffer.alloc(6 * 1024 * 1024, 'P'), 422, 'import.fileTooLarge'],
    ] as const) {
      const answer = await sent(raw);
      expect([answer.status, answer.json.code]).toEqual([status, code]);
      expect(answer.json.params.file).toBe('visit-plan-2026.xlsx');
      expect(answer.text).not.toMatch(/tmp|nujoom-sent/);
    }
    expect(await api.put('office', workbook, planDocument())).toEqual([415, 'request.mediaType']);
    const elsewhere = { raw: new Uint8Array(4), headers: { 'content-type': 'application/octet-stream' } };
    expect((await api.as('office').ask('PUT', plan, elsewhere)).json.code).toBe('request.mediaType');
  });

  it('may name thousands of centres', async () => {
    const centres = Array.from({ length: 3_000 }, (_, place) => ({ centre: `c${place}`, visitsPerWave: 2 }));
    const { json } = await api.as('office').ask('PUT', plan, { body: planDocument({ centres }) });
    expect(json).toMatchObject({ code: 'visit.planInvalid', faults: { length: 1_000 } });
    const large = await api
      .as('office')
      .ask('PUT', plan, { raw: Buffer.alloc(50 * 1024 * 1024, ' '), headers: { 'content-type': 'application/json' } })
      .catch((error: unknown) => String(error));
    expect(typeof large === 'string' ? large : large.json.code).toMatch(/request\.tooLarge|fetch failed/);
  });
});

it('the office’s routes are closed to shoppers, agencies, viewers and visitors', async () => {
  const own = routesOf(api.app).filter(({ name }) =>
    /^(VisitPlan|OfficeVisits|ReportsBeside|Shoppers|Sites)\./.test(name),
  );
  expect(own.length).toBe(26);
  for (const { name, method, path, verb } of own) {
    if (['published.read', 'centre.read', 'agency.read', 'visit.work'].includes(verb ?? '')) continue;
    for (const person of ['noor', 'works', 'viewer', 'nobody']) {
      const expected = person === 'nobody' ? [401, 'access.signInNeeded'] : [403, 'access.notAllowed'];
      const told = await api.told(person, method, path.replace(/:\w+/g, 'x'), method === 'GET' ? undefined : {});
      expect([name, person, ...told]).toEqual([name, person, ...expected]);
    }
  }
});
