import { Ajv2020 } from 'ajv/dist/2020.js';
import { Accounts } from '#access';
import { shipped } from '../methods/method-rooms.js';
import type { Browser } from './browser.js';
import { servedApi, type Served } from './served-api.js';

let api: Served;
let office: Browser;
beforeAll(async () => {
  api = await servedApi();
  office = await api.signedIn();
});

const instruments = '/api/v1/methods/instruments';
const schemes = '/api/v1/methods/schemes';

describe('documents over HTTP', () => {
  it('go in as drafts, are published, and never change after', async () => {
    const document = await shipped('instruments', 'customer-happiness-1');
    const first = await office.post(instruments, document);
    expect([first.status, first.json]).toMatchObject([
      201,
      { code: 'customer_happiness', version: 1, changed: true, published: false },
    ]);
    expect((await office.post(instruments, document)).json).toMatchObject({ changed: false });
    const published = await office.post(`${instruments}/customer_happiness/1/publication`, {});
    expect([published.status, published.json.hash]).toEqual([200, first.json.hash]);
    const changed = await office.post(instruments, { ...document, title: { ar: 'ا', en: 'b' } });
    expect([changed.status, changed.json.code]).toEqual([409, 'method.frozen']);
    expect((await office.get(instruments)).json).toMatchObject([
      { code: 'customer_happiness', version: 1, publishedAt: expect.any(String) },
    ]);
    expect((await office.get(`${instruments}/customer_happiness/1`)).json.document).toMatchObject(document);
  });

  it('come out as a workbook that is a download', async () => {
    await office.post(schemes, await shipped('schemes', 'federal-gem-1'));
    const { status, headers } = await office.get(`${schemes}/federal_gem/1/workbook`);
    expect(status).toBe(200);
    expect(headers.get('content-disposition')).toBe('attachment; filename="federal_gem-1.xlsx"');
  });

  it('with faults are refused with all of them, each by its place, in the reader’s language', async () => {
    const document = { ...(await shipped('schemes', 'federal-gem-1')), colour: 'red', version: 0 };
    for (const [language, word] of [
      ['ar', 'غير'],
      ['en', 'not'],
    ]) {
      const { status, json, text } = await office.post(schemes, document, { 'accept-language': language! });
      expect([status, json.code]).toEqual([422, 'method.faulty']);
      const faults = json.faults as { where: string }[];
      expect(faults.map(({ where }) => where).sort()).toEqual(['colour', 'version']);
      expect(text).toContain(word);
    }
  });

  it('differ in ways that can be read', async () => {
    for (const version of [1, 2]) await office.post(schemes, await shipped('schemes', `global-stars-${version}`));
    const { json } = await office.get(`${schemes}/global_stars/differences?from=1&to=2`);
    expect(json.length).toBeGreaterThan(30);
    expect(json).toContainEqual(expect.objectContaining({ kind: 'added', where: expect.any(String) }));
  });

  it('have a published schema, which visitors may read', async () => {
    const visitor = api.browser();
    const { json } = await visitor.get(`${instruments}/schema`);
    const fits = new Ajv2020({ strict: false, formats: { date: true } }).compile(json);
    expect(fits(await shipped('instruments', 'service-centre-visit-2'))).toBe(true);
    expect((await visitor.get(`${schemes}/schema`)).json.$schema).toContain('2020-12');
    expect((await visitor.get(instruments)).status).toBe(401);
  });

  it.each([
    ['GET', `${instruments}/nothing/1`, 404, 'method.unknown'],
    ['GET', `${instruments}/nothing/0`, 400, 'request.invalid'],
    ['GET', '/api/v1/methods/poems', 400, 'request.invalid'],
    ['GET', `${schemes}/global_stars/differences?from=1`, 400, 'request.invalid'],
    ['GET', `${schemes}/nothing/1/workbook`, 404, 'method.unknown'],
    ['POST', `${schemes}/nothing/1/publication`, 404, 'method.unknown'],
  ])('%s %s: %i %s', async (method, path, status, code) => {
    const answer = await office.ask(method, path, method === 'POST' ? { body: {} } : {});
    expect([answer.status, answer.json.code]).toEqual([status, code]);
  });

  it.each([
    'null',
    '[]',
    '"text"',
    '{"__proto__":1}',
    `{"a":${'['.repeat(5_000)}${']'.repeat(5_000)}}`,
    '{"schema":"\\u0000"}',
  ])('never stumble over %.40s', async (raw) => {
    for (const path of [instruments, schemes]) {
      const { status } = await office.ask('POST', path, { raw, headers: { 'content-type': 'application/json' } });
      expect([400, 413, 422]).toContain(status);
    }
  });

  it('a viewer reads, and may neither write nor publish nor open', async () => {
    const { name, password } = await api.app.get(Accounts, { strict: false }).create('reader', 'viewer');
    const viewer = api.browser();
    await viewer.signIn(name, password);
    expect((await viewer.get(instruments)).status).toBe(200);
    expect((await viewer.post(instruments, {})).json.code).toBe('access.notAllowed');
    expect((await viewer.post(`${schemes}/global_stars/1/publication`, {})).json.code).toBe('access.notAllowed');
    const opening = await viewer.ask('PUT', '/api/v1/cycles/2023/scheme', {
      body: { code: 'global_stars', version: 1 },
    });
    expect(opening.json.code).toBe('access.notAllowed');
  });

  it('a cycle is opened with a scheme once', async () => {
    const open = (version: unknown) =>
      office.ask('PUT', '/api/v1/cycles/2023/scheme', { body: { code: 'global_stars', version } });
    expect((await open(1)).json).toMatchObject({ key: '2023' });
    expect((await open(1)).status).toBe(200);
    const { json } = await open(2);
    expect([json.code, json.detail ?? json.title]).toEqual([
      'cycle.schemeFixed',
      expect.stringContaining('global_stars 1'),
    ]);
    expect((await open('1')).json.code).toBe('request.invalid');
  });

  it('what is checked is what is published, also when somebody saves meanwhile', async () => {
    const good = await shipped('instruments', 'community-evaluation-1');
    for (let round = 1; round <= 12; round++) {
      const draft = { ...good, code: `raced_${round}` };
      const without = { ...draft, title: { en: 'Only English' } };
      await office.post(instruments, draft);
      const publish = office.post(`${instruments}/raced_${round}/1/publication`, {});
      const answers = await Promise.all([
        office.post(instruments, without),
        publish,
        office.post(instruments, without),
      ]);
      expect(answers.map(({ status }) => status).every((status) => [200, 201, 409, 422].includes(status))).toBe(true);
      const { json } = await office.get(`${instruments}/raced_${round}/1`);
      const isWhole = 'ar' in (json.title as object);
      expect({ round, ok: json.publishedAt === null || isWhole }).toEqual({ round, ok: true });
    }
  });

  it('drafts are as if they were not there for those who do not write them', async () => {
    await office.post(schemes, { ...(await shipped('schemes', 'federal-gem-1')), code: 'secret_plan' });
    const { name, password } = await api.app.get(Accounts, { strict: false }).create('curious', 'viewer');
    const viewer = api.browser();
    await viewer.signIn(name, password);
    for (const path of ['1', '1/workbook', 'differences?from=1&to=1']) {
      expect((await viewer.get(`${schemes}/secret_plan/${path}`)).json.code).toBe('method.unknown');
    }
    expect((await viewer.get(schemes)).text).not.toContain('secret_plan');
  });

  it('goalposts beyond all measure are refused', async () => {
    const scheme = JSON.stringify(await shipped('schemes', 'global-stars-1')).replace('"worst":0', '"worst":-1e308');
    const { status, json } = await office.ask('POST', schemes, {
      raw: scheme,
      headers: { 'content-type': 'application/json' },
    });
    expect([status, (json.faults as { where: string }[])[0]!.where]).toEqual([
      422,
      expect.stringContaining('feed.worst'),
    ]);
  });
});
