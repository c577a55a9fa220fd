import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { Accounts } from '#access';
import { textsIn } from '#contract';
import { withoutGuard, writeWorkbook } from '#spreadsheets';
import { CampaignFiles, InvitationFiles, Invitations, ResponsesImport, writeLinks } from '#surveys';
import { sentenceOf } from '../../apps/cli/src/process/refusal.js';
import type { Answer, Browser } from '../api/browser.js';
import { servedApi, type Served } from '../api/served-api.js';
import { allTexts, notText, someOfEachKind } from './corpus/index.js';
import { cellsOf, expectNoFormulas, rowsOf, tableOf } from './hostile-tables.js';
import { asTyped, typeAll } from './hostile-typing.js';
import { cellText, chunks, csvOf, hostileCampaign, hostileSheet, hostileWorld, questionsOf } from './hostile-world.js';
import { Citizen, fieldsIn } from './page-world.js';
import { office, refusalOf, sentResponse, SurveyRooms } from './survey-rooms.js';

/** Where each text takes a request of its own, so many of each kind are sent; `npm run drills -- hostile` sends all. */
const some = (texts: readonly string[]) => someOfEachKind(3, texts);

let rooms: SurveyRooms;
let api: Served;
let rania: Browser;
let names: readonly string[];
beforeAll(async () => {
  rooms = await SurveyRooms.open();
  names = await hostileWorld(rooms);
  for (const at of [0, 1])
    await rooms.campaign(hostileCampaign(at, { instrument: { code: `corpus_${at}`, version: 1 } }));
  api = await servedApi({ databaseUrl: rooms.url, environment: { NUJOOM_HOME: rooms.home } });
  const account = await api.app.get(Accounts, { strict: false }).create('rania-2', 'office', null);
  rania = api.browser();
  await rania.signIn(account.name, account.password);
}, 60_000);
afterAll(() => rooms.close());

interface Sheet {
  readonly answers: Readonly<Record<string, { readonly value?: unknown; readonly comment?: string }>>;
}
const stored = async (id: string) =>
  (await rooms.sql<{ sheet: Sheet }>('select sheet from responses where id = $1', [id]))[0]?.sheet;
const count = async () => Number((await rooms.sql<{ n: string }>('select count(*) as n from responses'))[0]?.n);
const codeAt = (at: number, way: 'link' | 'kiosk' | 'embed' = 'link') =>
  rooms.code({ campaign: `hostile_${at}`, agency: `H-${at}`, centre: `H-${at}` }, way);
const put = (id: string, body: unknown) => api.browser().ask('PUT', `/api/v1/responses/${id}`, { body });

/** What a refusal must be: named, as JSON that no browser takes for a page. */
function expectNamed({ status, headers, json }: Answer, codes: readonly string[] = []): void {
  expect([400, 404, 413, 415, 422]).toContain(status);
  expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(json.code).toBeDefined();
  if (codes.length > 0) expect(codes).toContain(json.code);
}

it('has more than two hundred texts', () => expect(allTexts.length).toBeGreaterThan(300));

describe('what is answered', () => {
  it.each([0, 1] as const)(
    'as JSON is stored as it was said, whether as an answer or as a remark (%s)',
    async (odd) => {
      for (const way of ['link', 'kiosk', 'embed'] as const) {
        const id = randomUUID();
        const sheet = hostileSheet(questionsOf(odd));
        const answer = await put(id, { ...sentResponse(await codeAt(odd, way)), sheet });
        expect([answer.status, answer.json.faults]).toEqual([201, undefined]);
        expect(await stored(id)).toEqual(sheet);
      }
    },
  );

  it.each(notText)('as JSON is refused where it is no text, and nothing of it is stored: %j', async (text) => {
    const before = await count();
    const code = await codeAt(0);
    for (const given of [{ value: text }, { value: 'yes', comment: text }, { notApplicable: text }, text]) {
      const sheet = { answers: { overall: { value: 'good' }, t0: given, t1: given } };
      expectNamed(await put(randomUUID(), { ...sentResponse(code), sheet }), ['request.invalid']);
    }
    expectNamed(await put(randomUUID(), { ...sentResponse(code), language: text }), ['request.invalid']);
    expect(await count()).toBe(before);
  });

  it('in the place of a code, a name or a language is refused by name, and nothing is stored', async () => {
    const before = await count();
    const code = await codeAt(0);
    const sheet = { answers: { overall: { value: 'good' } } };
    for (const text of some(allTexts)) {
      const faulty = [
        { ...sentResponse(code), sheet: { answers: { overall: { value: text } } } },
        { ...sentResponse(code), sheet: { answers: { ...sheet.answers, [text]: { value: text } } } },
        { ...sentResponse(code), sheet, language: text },
        { ...sentResponse(code), sheet, schema: text },
        { ...sentResponse(code), sheet, [text]: text },
      ];
      for (const body of faulty) expectNamed(await put(randomUUID(), body));
      const asId = await put(encodeURIComponent(text).slice(0, 200), { ...sentResponse(code), sheet });
      expect([400, 404]).toContain(asId.status);
    }
    expect(await count()).toBe(before);
  }, 60_000);

  it.each([0, 1] as const)(
    'on pages goes from one to the next and is stored as it was typed (%s)',
    async (odd) => {
      const questions = questionsOf(odd);
      const citizen = await Citizen.at(api.browser(), `/s/${await codeAt(odd)}`);
      const [id = ''] = (fieldsIn(citizen.page)['stamp'] ?? '').split('.');
      await citizen.press('next');
      await citizen.press('next', { 'a.overall': 'good' });
      await typeAll(citizen, questions);
      await citizen.press('next');
      const answers = questions.map(({ code, text, asRemark }) => [code, asRemark ? { value: 'yes', comment: asTyped(text) } : { value: asTyped(text) }]); // prettier-ignore
      expect(await stored(id)).toEqual({ answers: { overall: { value: 'good' }, ...Object.fromEntries(answers) } });
    },
    30_000,
  );

  it('on pages is refused where it is no text', async () => {
    const before = await count();
    const code = await codeAt(0);
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    for (const value of ['%00', 'x%00%3Cscript%3E'])
      for (const name of ['a.t0', 'a.t1', 'website', 'stamp', 'page', value])
        expectNamed(await api.browser().ask('POST', `/s/${code}`, { raw: `go=next&${name}=${value}`, headers }));
    // What is no UTF-8 is read as the sign for that, as every form is (URL Standard, 5.1).
    const { text } = await api.browser().ask('POST', `/s/${code}`, { raw: 'go=next&page=s0&shown=t1&a.t1=%ED%A0%80', headers: { ...headers, accept: 'text/html' } }); // prettier-ignore
    expect(text).not.toMatch(/[\ud800-\udfff]/u);
    expect(await count()).toBe(before);
  });
});

describe('what is imported', () => {
  const { columns, row, answers } = tableOf(questionsOf(0));
  const run = (file: string, campaign = 'hostile_0') => rooms.get(ResponsesImport).run(office, { campaign, file });
  const imported = async () =>
    (await rooms.sql<{ sheet: Sheet }>(`select sheet from responses where way = 'import' order by received_at desc limit 1`))[0]; // prettier-ignore

  it('as CSV or as a workbook is stored as the cells say', async () => {
    await run(rooms.file(csvOf(columns, [row]), 'responses.csv'));
    const asCsv = await imported();
    expect(asCsv?.sheet).toEqual({ answers });
    // The same under the same number: a workbook says what a CSV says, or this were another answer.
    const book = await writeWorkbook([{ name: 'x', rows: [columns, row] }]);
    expect(await run(rooms.file(book, 'responses.xlsx'))).toMatchObject({ added: 0, unchanged: 1 });
  });

  it.each(notText)('as CSV is refused where it is no text: %j', async (text) => {
    const before = await count();
    const bytes = Buffer.from(csvOf(['centre', 'overall', 't1'], [['H-0', 'good', `${text}.`]]), 'utf16le');
    const { code } = await refusalOf(run(rooms.file(bytes, 'half.csv')));
    expect(code).toBe('import.fileKind');
    if (text.includes('\0')) {
      const nul = csvOf(['centre', 'overall', 't1'], [['H-0', 'good', text]]);
      expect((await refusalOf(run(rooms.file(nul, 'nul.csv')))).code).toBe('import.fileKind');
    }
    expect(await count()).toBe(before);
  });

  it('in a header, a code, a day or a place is refused by its line and column, over HTTP as JSON', async () => {
    const before = await count();
    const send = (raw: string) =>
      rania.ask('POST', '/api/v1/campaigns/hostile_0/responses-file', { raw, headers: { 'content-type': 'application/octet-stream' } }); // prettier-ignore
    const once = [...new Set(allTexts.map(cellText))];
    const header = await send(csvOf(['centre', 'overall', ...once], [['H-0', 'good', ...once.map(() => 'x')]]));
    expectNamed(header, ['import.headerInvalid']);
    for (const column of ['centre', 'agency', 'service', 'channel', 'date', 'language', 'seconds', 'overall']) {
      const cells = (text: string) =>
        ['centre', 'overall'].includes(column) ? [column === 'centre' ? text : 'H-0', column === 'overall' ? text : 'good'] : ['H-0', 'good', text]; // prettier-ignore
      const answer = await send(csvOf(column === 'centre' || column === 'overall' ? ['centre', 'overall'] : ['centre', 'overall', column], allTexts.map(cells))); // prettier-ignore
      expectNamed(answer, ['import.rowsFaulty']);
      expect(answer.json.faults.length).toBeGreaterThan(300);
    }
    expect(await count()).toBe(before);
  }, 60_000);

  it('from a file of whatever name is told without commanding a terminal', async () => {
    const say = textsIn('en');
    const usable = allTexts.filter((name) => !/[/\0]/.test(name) && Buffer.byteLength(name) < 200);
    expect(usable.length).toBeGreaterThan(150);
    for (const name of some(usable)) {
      const file = rooms.file('centre,overall\nH-0,\u001b[31m\n', name);
      const problem = await run(file).then(
        () => null,
        (error: unknown) => error,
      );
      // eslint-disable-next-line no-control-regex -- these are what must not come out
      expect(sentenceOf(problem, say).replaceAll('\n  ', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
    }
  }, 30_000);
});

describe('people who are invited', () => {
  const references = [...new Set(allTexts.map(cellText))].filter((text) => text.length <= 100);
  const found = async (campaign: string) =>
    (await rooms.sql<{ reference: string }>(`select reference from survey_invitations join campaigns on campaigns.id = campaign_id where code = $1`, [campaign])) // prettier-ignore
      .map(({ reference }) => reference)
      .sort();

  it('as JSON are known by what was sent, without blanks at its ends', async () => {
    const trimmed = [...new Set(allTexts.map((text) => text.trim()))].filter((text) => text.length <= 100);
    const invitations = trimmed.map((reference) => ({ agency: 'H-0', centre: 'H-0', reference }));
    const { status, json } = await rania.post('/api/v1/campaigns/hostile_0/invitations', { invitations });
    expect([status, json.added, json.links?.length]).toEqual([201, trimmed.length, trimmed.length]);
    expect(await found('hostile_0')).toEqual([...trimmed].sort());
  });

  it('as a file are known by what the cells say, and their links are written without a formula', async () => {
    const file = rooms.file(csvOf(['agency', 'centre', 'reference'], references.map((text) => ['H-1', 'H-1', text])), 'people.csv'); // prettier-ignore
    const { added, links } = await rooms.get(InvitationFiles).read(office, 'hostile_1', file);
    expect(added).toBe(references.length);
    expect(await found('hostile_1')).toEqual([...references].sort());
    const out = `${rooms.home}/links.csv`;
    await writeLinks(out, links);
    expectNoFormulas(readFileSync(out, 'utf8'));
    const rows = await rowsOf(out);
    expect(rows.map(([reference = '']) => withoutGuard(reference)).sort()).toEqual([...references].sort());
  });

  it.each(['agency', 'centre', 'service', 'channel', 'email', 'phone', 'language'])(
    'with such a text as %s are refused by name, and none is invited',
    async (column) => {
      const before = await rooms.sql('select 1 from survey_invitations');
      const texts = allTexts.map((text) => text.trim()).filter((text) => text !== '');
      for (let from = 0; from < texts.length; from += 400) {
        const invitations = texts.slice(from, from + 400).map((text, at) => ({ agency: 'H-0', centre: 'H-0', reference: `r${from + at}`, ...{ [column]: text } })); // prettier-ignore
        const answer = await rania.post('/api/v1/campaigns/hostile_0/invitations', { invitations });
        expectNamed(answer, ['request.invalid']);
      }
      expect(await rooms.sql('select 1 from survey_invitations')).toHaveLength(before.length);
    },
  );

  it('with what is no text are refused', async () => {
    for (const reference of notText)
      expectNamed(await rania.post('/api/v1/campaigns/hostile_0/invitations', { invitations: [{ agency: 'H-0', reference }] })); // prettier-ignore
    await expect(
      rooms.get(Invitations).add(office, 'hostile_0', [{ agency: '\u0000', reference: 'x' }]),
    ).rejects.toThrow();
  });
});

describe('what the office writes', () => {
  it('in a campaign is kept as it was written, without blanks at its ends', async () => {
    for (let at = 0; at < chunks.length; at++) {
      const document = hostileCampaign(at, { code: `said_${at}` });
      const answer = await rania.ask('PUT', `/api/v1/campaigns/said_${at}`, { body: document });
      expect([answer.status, answer.json.faults]).toEqual([200, undefined]);
      const { json } = await rania.get(`/api/v1/campaigns/said_${at}`);
      expect(json.document.title).toEqual({ ar: chunks[at], en: chunks[at] });
      expect(json.document.consent.text.en).toBe(chunks[at]);
    }
  }, 30_000);

  it('in the place of a code, a day, a language or a place is refused by name', async () => {
    for (const text of [...some(allTexts), ...notText]) {
      const faulty = { code: text, cycle: text, opens: text, closes: text, languages: [text], outcomeItem: text, cuts: [text], places: [{ agency: text }], [text]: text, title: { ar: text, en: text, [text]: text } }; // prettier-ignore
      const answer = await rania.ask('PUT', '/api/v1/campaigns/refused', { body: hostileCampaign(0, faulty) }); // prettier-ignore
      expectNamed(answer, ['campaign.invalid', 'request.invalid']);
    }
    expect(await rooms.sql(`select 1 from campaigns where code = 'refused'`)).toEqual([]);
  }, 30_000);

  it.each(notText)('is refused where it is no text: %j', async (text) => {
    for (const field of ['title', 'asker', 'purpose']) {
      const body = hostileCampaign(0, { code: 'refused', [field]: { ar: text, en: text } });
      expectNamed(await rania.ask('PUT', '/api/v1/campaigns/refused', { body }), [
        'campaign.invalid',
        'request.invalid',
      ]);
    }
  });
});

describe('what agencies call themselves', () => {
  it('is kept as their register says', async () => {
    for (const table of ['agencies', 'centres']) {
      const kept = await rooms.sql<{ name_en: string; name_ar: string }>(`select name_en, name_ar from ${table} where code like 'H-%' order by substr(code, 3)::int`); // prettier-ignore
      expect(kept.map(({ name_en }) => name_en)).toEqual(names.map(cellText));
      expect(kept.map(({ name_ar }) => name_ar)).toEqual(names.map(cellText));
    }
  });

  it('stands in the table of ways in without a formula, and numbers stay numbers', async () => {
    const places = names.map((_, at) => ({ agency: `H-${at}`, centre: `H-${at}`, service: 'svc' }));
    await rooms.campaign(hostileCampaign(0, { code: 'names', places }));
    const out = `${rooms.home}/ways.csv`;
    await rooms.get(CampaignFiles).writeWays('names', out);
    expectNoFormulas(readFileSync(out, 'utf8'));
    const rows = await rowsOf(out);
    for (const [at, name] of names.entries()) {
      const row = rows.find((cells) => cells[1] === `H-${at}`);
      for (const column of [2, 3, 5, 6]) expect(withoutGuard(row?.[column] ?? '')).toBe(cellText(name));
      expect(row?.[0]).toMatch(/^\d+$/);
    }
  });
});

it('in a workbook no text is a formula, and what is a number in one place is one in all', async () => {
  const rows = [['text', 'number'], ...allTexts.map((text, at) => [text.slice(0, 32_000), String(at - 100)])];
  const cells = await cellsOf(await writeWorkbook([{ name: 'x', rows }]));
  expect(cells.map(([, number]) => number?.value)).toEqual(allTexts.map((_, at) => at - 100));
  expect([...new Set(cells.map(([text]) => text?.type))].sort()).toEqual([
    ExcelJS.ValueType.Number,
    ExcelJS.ValueType.String,
  ]); // -5 alone is a number
});
