import { createHash, randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { Accounts } from '#access';
import { routesOf } from '../../apps/api/src/docs/routes.js';
import { pdfOf } from '../assessments/hostile-files.js';
import { withSmallScheme } from '../assessments/small-scheme.js';
import { testFolder } from '../platform/database.js';
import type { Browser } from './browser.js';
import { servedApi, type Served } from './served-api.js';

let api: Served;
const people = new Map<string, Browser>();
const as = (name: string): Browser => people.get(name) ?? api.browser();

beforeAll(async () => {
  api = await servedApi({ environment: { NUJOOM_HOME: await testFolder() } });
  await api.sql(`
    insert into agencies (id, code, name_en) values (gen_random_uuid(), 'WORKS', 'Works'), (gen_random_uuid(), 'HEALTH', 'Health');
    insert into centres (id, agency_id, code, channel_type, name_en)
      select gen_random_uuid(), id, centre, 'centre', centre from agencies join (values ('WORKS', 'gate'), ('HEALTH', 'clinic'))
        as given (agency, centre) on given.agency = agencies.code;
    insert into cycles (id, key, kind, starts_on, ends_on) values (gen_random_uuid(), '2026', 'year', '2026-01-01', '2099-12-31');`);
  await api.sql(withSmallScheme);
  const accounts = api.app.get(Accounts, { strict: false });
  const agencies = await api.sql<{ id: string; code: string }>('select id, code from agencies');
  const idOf = (code: string) => agencies.find((agency) => agency.code === code)?.id ?? null;
  people.set('office', await api.signedIn());
  for (const [name, role, agency] of [
    ['amal', 'assessor', null],
    ['badr', 'assessor', null],
    ['dana', 'assessor', null],
    ['eman', 'assessor', null],
    ['works', 'agency', 'WORKS'],
    ['health', 'agency', 'HEALTH'],
    ['viewer', 'viewer', null],
  ] as const) {
    const { password } = await accounts.create(name, role, agency && idOf(agency));
    const browser = api.browser();
    expect((await browser.signIn(name, password)).status).toBe(200);
    people.set(name, browser);
  }
});

const cycle = '/api/v1/cycles/2026';
const at = (centre = 'gate', criterion = 'queue') => `${cycle}/centres/${centre}/criteria/${criterion}`;
const put = async (name: string, path: string, body: unknown = {}) => {
  const { status, json } = await as(name).ask('PUT', path, { body });
  return [status, (json as { code?: string }).code ?? (json as unknown)];
};
const said = { level: 'basic', reason: 'Seen.' };

describe('the office', () => {
  it('opens assessments and assigns assessors', async () => {
    const days = { selfDueOn: '2098-01-31', gradingDueOn: '2098-02-28' };
    const opened = { centre: 'gate', agency: 'WORKS', channelType: 'centre', ...days };
    expect(await put('office', `${cycle}/centres/gate/assessment`, days)).toEqual([200, opened]);
    for (const [slot, assessor] of [
      ['first', 'amal'],
      ['second', 'badr'],
      ['settler', 'dana'],
    ]) {
      expect(await put('office', `${cycle}/centres/gate/assessors/${slot}`, { assessor })).toEqual([200, opened]);
    }
    expect(await put('office', `${cycle}/centres/clinic/assessors/first`, { assessor: 'amal' })).toMatchObject([
      200,
      {},
    ]);
  });

  it.each([
    ['centres/gate/assessors/third', { assessor: 'amal' }, 400, 'request.invalid'],
    ['centres/gate/assessors/first', { assessor: 'nobody' }, 404, 'access.accountUnknown'],
    ['centres/gate/assessors/first', { assessor: 'viewer' }, 422, 'assessment.notAssessor'],
    ['centres/gate/assessors/first', { assessor: 'badr' }, 409, 'assessment.assignedAlready'],
    ['centres/gate/assessors/first', { assessor: 'amal', role: 'office' }, 400, 'request.invalid'],
    ['centres/nowhere/assessors/first', { assessor: 'amal' }, 404, 'centre.unknown'],
    ['centres/gate/assessment', { selfDueOn: '2026-02-31T' }, 400, 'request.invalid'],
    ['centres/gate/assessment', { selfDueOn: 'soon' }, 400, 'request.invalid'],
  ])('%s %j is %d %s', async (path, body, status, code) => {
    expect(await put('office', `${cycle}/${path}`, body)).toEqual([status, code]);
  });
});

describe('every route', () => {
  const own = () => routesOf(api.app).filter(({ name }) => /^(Assessments|Gradings|Evidence)\./.test(name));
  const addresses: Record<string, string> = {
    cycle: '2026',
    centre: 'clinic',
    criterion: 'queue',
    slot: 'second',
    id: '6f9619ff-8b86-4d01-b42d-00cf4fc964ff',
    name: 'plan.pdf',
    hash: 'a'.repeat(64),
    account: 'amal',
    agency: 'WORKS',
  };
  const bodies: Record<string, object> = {
    'Assessments.assign': { assessor: 'eman' },
    'Assessments.declareConflict': { reason: 'A brother.' },
    'Gradings.selfAssess': said,
    'Gradings.grade': said,
    'Gradings.settle': said,
  };

  it('answers alike to whom it is not for: another agency’s centre, one that is not assigned, one there is not', async () => {
    expect(own()).toHaveLength(12);
    for (const { name, method, path, verb } of own()) {
      for (const [person, centre] of [
        ['works', 'clinic'],
        ['eman', 'clinic'],
        ['works', 'nowhere'],
        ['eman', 'nowhere'],
        ['viewer', 'clinic'],
      ] as const) {
        const url = path.replace(/:(\w+)/g, (_, key: string) => (key === 'centre' ? centre : (addresses[key] ?? '')));
        if (name === 'Assessments.list') continue; // lists what is theirs: see below
        const file = name === 'Evidence.add';
        const { status, json } = await as(person).ask(method, url, {
          ...(method === 'GET' ? {} : file ? { raw: pdfOf() as never } : { body: bodies[name] ?? {} }),
          ...(file ? { headers: { 'content-type': 'application/octet-stream' } } : {}),
        });
        const told = `${name} to ${person}: ${status} ${json.code}`;
        expect(told).toMatch(/: (403 access\.notAllowed|404 (assessment|evidence)\.unknown)$/);
        expect(verb).not.toBeNull();
      }
    }
  });

  it('lists to each what is theirs', async () => {
    const centres = async (name: string) =>
      ((await as(name).get(`${cycle}/assessments`)).json as { centre: string }[]).map(({ centre }) => centre);
    expect(await centres('office')).toEqual(['clinic', 'gate']);
    expect(await centres('amal')).toEqual(['clinic', 'gate']);
    expect(await centres('works')).toEqual(['gate']);
    expect(await centres('health')).toEqual(['clinic']);
    expect(await centres('eman')).toEqual([]);
    expect((await as('viewer').get(`${cycle}/assessments`)).status).toBe(403);
    expect((await as('nobody').get(`${cycle}/assessments`)).status).toBe(401);
    expect((await as('office').get('/api/v1/cycles/1066/assessments')).json.code).toBe('cycle.unknown');
  });
});

describe('grading', () => {
  it('twice under one id gives one receipt; other content is refused', async () => {
    const path = `${at()}/gradings/${randomUUID()}`;
    const first = await put('amal', path, said);
    expect(first).toMatchObject([200, { revision: 1 }]);
    expect(await put('amal', path, said)).toEqual(first);
    expect(await put('amal', path, { ...said, level: 'leading' })).toEqual([409, 'assessment.idTaken']);
  });

  it('is blind until both have graded; then the third settles', async () => {
    const sheet = async (name: string) =>
      (await as(name).get(`${cycle}/centres/gate/assessment`)).json.criteria as { gradings: { by: string }[] }[];
    expect((await sheet('amal'))[0]?.gradings.map(({ by }) => by)).toEqual(['first']);
    expect(await sheet('badr')).toMatchObject([{ gradings: [], settled: null }]);
    expect(await put('dana', `${at()}/settlements/${randomUUID()}`, said)).toEqual([
      409,
      'assessment.notBothSubmitted',
    ]);
    expect(
      await put('badr', `${at()}/gradings/${randomUUID()}`, { notApplicable: true, reason: 'None.' }),
    ).toMatchObject([200, {}]);
    expect((await sheet('badr'))[0]?.gradings.map(({ by }) => by)).toEqual(['first', 'second']);
    expect(await put('amal', `${at()}/gradings/${randomUUID()}`, said)).toEqual([409, 'assessment.bothSubmitted']);
    expect(await put('amal', `${at()}/settlements/${randomUUID()}`, said)).toEqual([403, 'assessment.notAssigned']);
    expect(await put('dana', `${at()}/settlements/${randomUUID()}`, said)).toMatchObject([200, { revision: 1 }]);
    expect(await sheet('office')).toMatchObject([{ settled: { level: 'basic', restsOn: { length: 3 } } }]);
    expect((await as('office').get(`${cycle}/assessment-status`)).json).toMatchObject({ settled: 1, open: 0 });
  });

  it('of oneself is for the agency', async () => {
    expect(await put('works', `${at()}/self-assessments/${randomUUID()}`, said)).toMatchObject([200, {}]);
    expect(await put('health', `${at()}/self-assessments/${randomUUID()}`, said)).toEqual([404, 'assessment.unknown']);
    expect(await put('amal', `${at()}/self-assessments/${randomUUID()}`, said)).toEqual([403, 'access.notAllowed']);
    expect(await put('works', `${at()}/gradings/${randomUUID()}`, said)).toEqual([403, 'access.notAllowed']);
    expect((await as('works').get(`${cycle}/centres/gate/assessment`)).json).toMatchObject({
      assessors: [],
      criteria: [{ gradings: [{ by: 'self' }], settled: null }],
    });
  });

  it.each([
    ['no level', { reason: 'Seen.' }, 'level'],
    ['a level that does not apply', { ...said, notApplicable: true }, 'level'],
    ['a level there is not', { ...said, level: 'splendid' }, 'level'],
    ['no reason', { level: 'basic', reason: '' }, 'reason'],
    ['a field too many', { ...said, accountId: randomUUID() }, 'accountId'],
  ])('with %s is refused', async (_, body, where) => {
    const { status, json } = await as('amal').ask('PUT', `${at('clinic')}/gradings/${randomUUID()}`, { body });
    expect([status, json.code, json.faults[0].where]).toEqual([400, 'request.invalid', where]);
  });

  it('under an id that is none is refused', async () => {
    expect(await put('amal', `${at()}/gradings/7`, said)).toEqual([400, 'request.invalid']);
  });
});

describe('evidence', () => {
  const send = (name: string, file: string, content: Uint8Array, headers = {}) =>
    as(name).ask('PUT', `${at()}/evidence/${encodeURIComponent(file)}`, {
      raw: content,
      headers: { 'content-type': 'application/octet-stream', ...headers },
    });

  it('is given, listed, and handed out to be saved', async () => {
    const content = pdfOf();
    const hash = createHash('sha256').update(content).digest('hex');
    const file = { name: 'خطة (1).pdf', hash, kind: 'pdf', bytes: content.length };
    for (let time = 0; time < 2; time += 1) {
      const { status, json } = await send('works', 'خطة (1).pdf', content);
      expect([status, json]).toEqual([200, file]);
    }
    expect((await as('amal').get(`${at()}/evidence`)).json).toEqual([file]);
    const { status, headers, text } = await as('amal').get(`${at()}/evidence/${hash}`);
    expect([status, text]).toEqual([200, content.toString()]);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="_____1_.pdf"; filename*=UTF-8''%D8%AE%D8%B7%D8%A9%20%281%29.pdf`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
    });
    for (const [name, path] of [
      ['health', `${at()}/evidence/${hash}`],
      ['eman', `${at()}/evidence/${hash}`],
      ['amal', `${at('clinic')}/evidence/${hash}`],
      ['amal', `${at()}/evidence/${'a'.repeat(64)}`],
      ['amal', `${at('nowhere')}/evidence/${hash}`],
    ] as const) {
      const answer = await as(name).get(path);
      expect([answer.status, answer.json.code]).toEqual([404, 'evidence.unknown']);
    }
  });

  it.each([
    ['a.pdf', pdfOf({ catalog: '/OpenAction << /S /JavaScript /JS (x) >>' }), 422, 'evidence.active'],
    ['a.png', pdfOf(), 422, 'evidence.nameContradicts'],
    ['a.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="x"/>'), 422, /^evidence\./],
    ['../../etc/passwd', pdfOf(), 422, 'evidence.nameInvalid'],
    ['a\u202efdp.pdf', pdfOf(), 422, 'evidence.nameInvalid'],
  ])('%j is refused', async (name, content, status, code) => {
    const answer = await send('works', name, content);
    expect([answer.status, answer.json.code]).toEqual([
      status,
      typeof code === 'string' ? code : expect.stringMatching(code),
    ]);
  });

  it('is taken as a body of its own kind, on its own route', async () => {
    const json = await as('works').ask('PUT', `${at()}/evidence/a.pdf`, {
      raw: pdfOf(),
      headers: { 'content-type': 'application/pdf' },
    });
    expect([json.status, json.json.code]).toEqual([415, 'request.mediaType']);
    const elsewhere = await as('office').ask('PUT', `${cycle}/centres/gate/assessment`, {
      raw: pdfOf(),
      headers: { 'content-type': 'application/octet-stream' },
    });
    expect([elsewhere.status, elsewhere.json.code]).toEqual([415, 'request.mediaType']);
  });

  it('that is too large is refused by what it says, and by what it is', async () => {
    const large = Buffer.alloc(20 * 1024 * 1024 + 1, 'a');
    const answer = await send('works', 'a.txt', large);
    expect([answer.status, answer.json.code]).toEqual([413, 'evidence.tooLarge']);
    expect(await unannounced(`${at()}/evidence/a.txt`, as('works'))).toEqual([413, 'evidence.tooLarge']);
  });
});

/** Sends a body without its length, a megabyte at a time, until it is refused. */
function unannounced(path: string, browser: Browser): Promise<[number | undefined, string]> {
  return new Promise((resolve, reject) => {
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { cookie, 'content-type': 'application/octet-stream', 'transfer-encoding': 'chunked' };
    let answered = false;
    const sending = request(api.url + path, { method: 'PUT', headers }, (answer) => {
      answered = true;
      let text = '';
      answer.setEncoding('utf8').on('data', (part: string) => (text += part));
      answer.on('end', () => {
        resolve([answer.statusCode, (JSON.parse(text) as { code: string }).code]);
        sending.destroy();
      });
    });
    sending.on('error', (error) => (answered ? undefined : reject(error)));
    const more = () => {
      if (!answered) sending.write(Buffer.alloc(1024 * 1024, 'a'), () => setImmediate(more));
    };
    more();
  });
}

describe('a conflict of interest', () => {
  const path = (account: string) => `/api/v1/conflicts-of-interest/${account}/WORKS`;

  it('is declared by oneself or the office, and ends what it must', async () => {
    expect(await put('amal', path('badr'), { reason: 'A brother.' })).toEqual([403, 'access.notAllowed']);
    expect(await put('works', path('works'), { reason: 'We are it.' })).toEqual([403, 'access.notAllowed']);
    expect(await put('amal', path('amal'), { reason: ' ' })).toEqual([400, 'request.invalid']);
    expect(await put('amal', path('amal'), { reason: 'A brother.' })).toEqual([200, { ended: 1, setAside: 1 }]);
    expect((await as('amal').get(`${cycle}/centres/gate/assessment`)).json.code).toBe('assessment.unknown');
    const again = await put('office', `${cycle}/centres/gate/assessors/first`, { assessor: 'amal' });
    expect(again).toEqual([403, 'assessment.conflictOfInterest']);
    expect(await put('office', path('nobody'), { reason: 'x' })).toEqual([404, 'access.accountUnknown']);
  });
});

it('an account of an agency needs one', async () => {
  const made = api.app.get(Accounts, { strict: false }).create('nowhere', 'agency');
  await expect(made).rejects.toMatchObject({ code: 'access.agencyNeeded' });
});

describe('what is sent wrongly', () => {
  it.each(['{"a":1}', '[1]', '"x"'])('%s as JSON is no file, and nothing of it is kept', async (raw) => {
    const { status, json } = await as('office').ask('PUT', `${at('gate', 'queue')}/evidence/a.txt`, {
      raw,
      headers: { 'content-type': 'application/json' },
    });
    expect([status, json.code]).toEqual([415, 'evidence.kindOfBody']);
  });

  it.each(['2026-02-31', '0000-01-01', '2026-13-01'])('%s is no last day', async (day) => {
    expect(await put('office', `${cycle}/centres/gate/assessment`, { selfDueOn: day })).toEqual([
      400,
      'request.invalid',
    ]);
  });
});
