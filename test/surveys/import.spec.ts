import fc from 'fast-check';
import { Fold, ResponsesImport, SurveyTallies, type ResponsesFile } from '#surveys';
import { writeWorkbook } from '#spreadsheets';
import { office, refusalOf, sharedRooms, staffDocument, campaignDocument } from './survey-rooms.js';

const held = sharedRooms();
let written = 0;

/** A table as a file. @returns its path */
const fileOf = (text: string) => held.rooms.file(text, `table-${(written += 1)}.csv`);
const run = (text: string, request: Partial<ResponsesFile> = {}) =>
  held.rooms.get(ResponsesImport).run(office, { campaign: 'happiness', file: fileOf(text), ...request });
const faultsOf = async (text: string, request: Partial<ResponsesFile> = {}) => (await refusalOf(run(text, request))).faults; // prettier-ignore

interface Stored {
  readonly place: string;
  readonly day: string;
  readonly language: string;
  readonly outcome: string;
  readonly overall: string;
  readonly seconds: number | null;
  readonly marks: readonly string[];
}

/** What was imported of a campaign, by day. */
const stored = (campaign = 'happiness') =>
  held.rooms.sql<Stored>(
    `select coalesce(centres.code, agencies.code) as place, to_char(received_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as day, language,
       outcome, sheet #>> '{answers,overall,value}' as overall, seconds, marks
     from responses join survey_places as places on places.n = place_n join campaigns on campaigns.id = campaign_id
       join agencies on agencies.id = places.agency_id left join centres on centres.id = places.centre_id
     where campaigns.code = $1 and way = 'import' order by day, overall`,
    [campaign],
  );
const count = async () => Number((await held.rooms.sql<{ n: string }>('select count(*) as n from responses'))[0]?.n);
const campaign = (code: string, changes: Readonly<Record<string, unknown>> = {}) =>
  held.rooms.campaign(campaignDocument({ code, ...changes }));

describe('responses that were collected elsewhere', () => {
  it('come in with their place, day, language, outcome and answers, each once', async () => {
    const table =
      'id,agency,centre,service,date,language,seconds,overall,outcome,reasons_good,comment\n' +
      'A-1,WORKS,gate,renew,2026-02-01,ar,41,happy,received,staff|fees,شكرًا\n' +
      'A-2,,desk,,2026-02-02,,,very_unhappy,gave_up,,\n' +
      'A-3,HEALTH,,,2026-02-03,en,5,neither,,,\n';
    const wrong = await faultsOf(table);
    expect(wrong).toMatchObject([{ line: 4, where: 'agency', value: 'HEALTH', reason: 'unknown' }]);
    expect(await stored()).toEqual([]);
    const right = table.replace('HEALTH,,', 'HEALTH,clinic,');
    expect(await run(right)).toEqual({ campaign: 'happiness', rows: 3, added: 3, unchanged: 0 });
    expect(await stored()).toEqual([
      { place: 'gate', day: '2026-02-01 00:00', language: 'ar', outcome: 'received', overall: 'happy', seconds: 41, marks: [] }, // prettier-ignore
      { place: 'desk', day: '2026-02-02 00:00', language: '', outcome: 'gave_up', overall: 'very_unhappy', seconds: null, marks: [] }, // prettier-ignore
      { place: 'clinic', day: '2026-02-03 00:00', language: 'en', outcome: '', overall: 'neither', seconds: 5, marks: ['tooFast'] }, // prettier-ignore
    ]);
    expect(await run(right)).toEqual({ campaign: 'happiness', rows: 3, added: 0, unchanged: 3 });
    expect(await run(`${right}A-4,,gate,,2026-02-04,,,happy,,,\n`)).toMatchObject({ added: 1, unchanged: 3 });
  });

  it('are counted as any other, and a recount from the answers gives the same', async () => {
    await campaign('counted');
    await run('id,centre,overall\n1,gate,happy\n2,gate,unhappy\n3,desk,happy\n', { campaign: 'counted' });
    await held.rooms.get(Fold).drain();
    const tallied = await held.rooms.sql<{ n: string }>(
      `select sum(responses) as n from survey_tallies join survey_places on n = place_n join campaigns on campaigns.id = campaign_id
       where code = 'counted' and standing = 0`,
    );
    expect(Number(tallied[0]?.n)).toBe(3);
    expect(await held.rooms.get(SurveyTallies).check('2026')).toMatchObject({ tallies: [], wrong: [] });
  });

  it('without a number are told apart by what they say, and two may say the same', async () => {
    await campaign('wordless');
    const rows = 'gate,2026-03-01,happy\ngate,2026-03-01,happy\ngate,2026-03-01,unhappy\n';
    const into = { campaign: 'wordless' };
    expect(await run(`centre,date,overall\n${rows}`, into)).toMatchObject({ added: 3 });
    expect(await run(`date,centre,overall\n${rows.replace(/^(\w+),([\d-]+)/gm, '$2,$1')}`, into)).toMatchObject({ added: 0, unchanged: 3 }); // prettier-ignore
    expect(await run(`centre,date,overall\n${rows}gate,2026-03-01,happy\n`, into)).toMatchObject({ added: 1, unchanged: 3 }); // prettier-ignore
  });

  it('under a number that is stored with something else are refused, and nothing of it is changed', async () => {
    await campaign('kept');
    const into = { campaign: 'kept' };
    await run('id,centre,date,overall,reasons_good\n1,gate,2026-02-01,happy,staff\n', into);
    expect(await faultsOf('id,centre,date,overall,reasons_good\n1,clinic,2026-02-02,very_happy,staff\n', into)).toEqual(
      [
        { line: 2, where: 'centre', reason: 'contradicts', params: { stored: 'gate' } },
        { line: 2, where: 'date', reason: 'contradicts', params: { stored: '2026-02-01' } },
        { line: 2, where: 'overall', reason: 'contradicts', params: { stored: 'happy' } },
      ],
    );
    expect(await stored('kept')).toMatchObject([{ place: 'gate', day: '2026-02-01 00:00', overall: 'happy' }]);
  });

  it.each<[string, string, object]>([
    ['an answer that there is not', 'id,centre,overall\n1,gate,glad\n', { line: 2, where: 'overall', value: 'glad', reason: 'notOneOf' }],
    ['a question that was not asked', 'id,centre,overall,reasons_bad\n1,gate,happy,time\n', { line: 2, where: 'reasons_bad', value: 'time', reason: 'notAsked' }],
    ['no answer to what must be answered', 'id,centre,outcome\n1,gate,received\n', { line: 2, where: 'overall', reason: 'missing' }],
    ['a centre of another place', 'id,centre,overall\n1,nowhere,happy\n', { line: 2, where: 'centre', value: 'nowhere', reason: 'unknown' }],
    ['no place', 'id,centre,overall\n1,,happy\n', { line: 2, where: 'centre', value: '', reason: 'missing' }],
    ['no number in a table that numbers', 'id,centre,overall\n,gate,happy\n', { line: 2, where: 'id', reason: 'missing' }],
    ['a number twice', 'id,centre,overall\nx,gate,happy\nx,desk,happy\n', { line: 3, where: 'id', value: 'x', reason: 'twice', params: { line: 2 } }],
    ['a day before the cycle', 'id,centre,date,overall\n1,gate,2025-12-31,happy\n', { where: 'date', reason: 'outOfRange', params: expect.objectContaining({ min: '2026-01-01' }) }],
    ['a day to come', 'id,centre,date,overall\n1,gate,2099-01-01,happy\n', { where: 'date', value: '2099-01-01', reason: 'outOfRange' }],
    ['a day that there is not', 'id,centre,date,overall\n1,gate,2026-02-30,happy\n', { where: 'date', reason: 'invalid', params: { expected: '2026-01-31' } }],
    ['a language of another form', 'id,centre,language,overall\n1,gate,fr,happy\n', { where: 'language', reason: 'notOneOf' }],
    ['half a second', 'id,centre,seconds,overall\n1,gate,0.5,happy\n', { where: 'seconds', value: '0.5', reason: 'notAWholeNumber' }],
    ['a short row', 'id,centre,overall\n1,gate\n', { line: 2, reason: 'columnsDiffer' }],
  ])('%s is a fault of its cell', async (_, table, fault) => {
    const before = await count();
    expect(await faultsOf(table)).toContainEqual(expect.objectContaining(fault));
    expect(await count()).toBe(before);
  }); // prettier-ignore

  it.each([
    [
      'a column of nobody',
      'centre,overall,colour\ngate,happy,red\n',
      [{ line: 1, where: 'colour', reason: 'unknown' }],
    ],
    ['no place at all', 'id,overall\n1,happy\n', [{ line: 1, where: 'agency', reason: 'missing' }]],
  ])('%s is told before any row is read', async (_, table, faults) => {
    expect(await refusalOf(run(table))).toMatchObject({ code: 'import.headerInvalid', faults });
  });

  it('all that is wrong is told, and nothing of the file is kept', async () => {
    const before = await count();
    const good = Array.from({ length: 1_200 }, (_, at) => `${at},gate,happy\n`).join('');
    const heard: unknown[] = [];
    const { faults } = await refusalOf(run(`id,centre,overall\n${good}x,gate,glad\ny,gate,sad\n`, { onFault: (fault) => heard.push(fault) })); // prettier-ignore
    expect([faults, heard.length, await count()]).toMatchObject([[{ line: 1_202 }, { line: 1_203 }], 2, before]);
  });

  it('come from a workbook too', async () => {
    await campaign('sheets');
    const sheet = { name: 'Answers', rows: [['centre', 'overall'], ['gate', 'happy'], ['desk', 'unhappy']] }; // prettier-ignore
    const file = held.rooms.file(await writeWorkbook([sheet]), 'table.xlsx');
    expect(await held.rooms.get(ResponsesImport).run(office, { campaign: 'sheets', file })).toMatchObject({ added: 2 });
    expect((await stored('sheets')).map(({ place, overall }) => [place, overall])).toEqual([['gate', 'happy'], ['desk', 'unhappy']]); // prettier-ignore
  });

  it('come in until the campaign is closed, not before it is opened', async () => {
    expect(await refusalOf(run('centre,overall\ngate,happy\n', { campaign: 'nothing' }))).toMatchObject({ code: 'campaign.unknown' }); // prettier-ignore
    await campaign('state');
    await held.rooms.sql(`update campaigns set state = 'draft' where code = 'state'`);
    expect(await refusalOf(run('centre,overall\ngate,happy\n', { campaign: 'state' }))).toMatchObject({ code: 'campaign.notOpen' }); // prettier-ignore
    await held.rooms.sql(`update campaigns set state = 'closed' where code = 'state'`);
    expect(await refusalOf(run('centre,overall\ngate,happy\n', { campaign: 'state' }))).toMatchObject({ code: 'campaign.over' }); // prettier-ignore
    expect(await refusalOf(run('centre,overall\n'))).toMatchObject({ code: 'import.empty' });
  });

  it('are the office’s to import', async () => {
    const viewer = await held.rooms.actor('viewer');
    const refused = held.rooms.get(ResponsesImport).run(viewer, { campaign: 'happiness', file: fileOf('centre,overall\n') }); // prettier-ignore
    expect(await refusalOf(refused)).toMatchObject({ code: 'access.notAllowed' });
  });

  it('a day is the same day west of Greenwich', async () => {
    await campaign('west', { opens: '2026-01-01T00:00:00-05:00' });
    await run('centre,date,overall\ngate,2026-02-01,happy\n', { campaign: 'west' });
    expect(await stored('west')).toMatchObject([{ day: '2026-02-01 05:00' }]);
  });
});

describe('a mapping', () => {
  const mapping = (document: unknown) => held.rooms.file(JSON.stringify(document));
  const answers = 'Branch,Q1,Q2,Till\nMain gate,5,s;f,7\nMain gate,1,,7\n';
  const words = {
    columns: { centre: 'Branch', overall: 'Q1', reasons_good: 'Q2' },
    values: { centre: { 'Main gate': 'gate' }, overall: { '5': 'very_happy', '1': 'very_unhappy' }, reasons_good: { 's;f': 'staff|fees' } }, // prettier-ignore
    fixed: { agency: 'WORKS', language: 'ar' },
    ignore: ['Till'],
  };

  it('says what somebody else’s columns and answers mean', async () => {
    await campaign('mapped');
    expect(await run(answers, { campaign: 'mapped', mapping: mapping(words) })).toMatchObject({ added: 2 });
    expect(await stored('mapped')).toMatchObject([
      { place: 'gate', language: 'ar', overall: 'very_happy' },
      { place: 'gate', language: 'ar', overall: 'very_unhappy' },
    ]);
  });

  it('leaves faults under the names of the file', async () => {
    const faults = await faultsOf(answers.replace(',1,', ',9,'), { mapping: mapping(words) });
    expect(faults).toMatchObject([{ line: 3, where: 'Q1', value: '9', reason: 'notOneOf' }]);
  });

  it.each<[string, unknown, string]>([
    ['a column that is not there', { columns: { centre: 'Office' } }, 'import.columnsMissing'],
    ['one name for two', { columns: { centre: 'Branch', Q1: 'Till' } }, 'import.headerInvalid'],
    ['a field that it does not have', { colums: {} }, 'import.mappingInvalid'],
    ['a column that is fixed as well', { columns: { centre: 'Branch' }, fixed: { centre: 'gate' } }, 'import.mappingInvalid'],
    ['no object', [], 'import.mappingInvalid'],
  ])('with %s is refused', async (_, document, code) => {
    expect(await refusalOf(run(answers, { mapping: mapping(document) }))).toMatchObject({ code });
  }); // prettier-ignore

  it('that is not there, or is no JSON, is refused', async () => {
    expect(await refusalOf(run(answers, { mapping: '/nowhere/map.json' }))).toMatchObject({ code: 'import.mappingMissing' }); // prettier-ignore
    expect(await refusalOf(run(answers, { mapping: fileOf('{') }))).toMatchObject({ code: 'import.mappingInvalid' });
  });
});

describe('answers of employees that were collected elsewhere', () => {
  const answer = (at: number) => ['strongly_agree', 'agree', 'neither'][at % 3] ?? '';
  const rows = (count: number, agency = 'WORKS') => Array.from({ length: count }, (_, at) => `${agency},${answer(at)}\n`).join(''); // prettier-ignore
  const staff = (code: string) => held.rooms.campaign(staffDocument({ code }));

  it('come in on the day of the import, in an order and under ids that tell nothing', async () => {
    await staff('staff');
    const table = `agency,pride\n${rows(40)}`;
    expect(await run(table, { campaign: 'staff' })).toMatchObject({ added: 40 });
    const kept = await held.rooms.sql<{ pride: string; day: string; rest: unknown }>(
      `select sheet #>> '{answers,pride,value}' as pride, to_char(received_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') as day,
         json_build_array(way, language, outcome, seconds, interviewer_id, standing) as rest
       from responses join survey_places on n = place_n join campaigns on campaigns.id = campaign_id where code = 'staff' order by responses.ctid`,
    );
    expect(new Set(kept.map(({ day }) => day))).toEqual(new Set([`${new Date().toISOString().slice(0, 10)} 00:00:00.000000`])); // prettier-ignore
    expect(new Set(kept.map(({ rest }) => JSON.stringify(rest)))).toEqual(new Set(['["import","","",null,null,0]']));
    const inFile = Array.from({ length: 40 }, (_, at) => answer(at));
    expect(kept.map(({ pride }) => pride)).not.toEqual(inFile);
    expect(kept.map(({ pride }) => pride).sort()).toEqual(inFile.sort());
    expect(await run(table, { campaign: 'staff' })).toMatchObject({ added: 0, unchanged: 40 });
  });

  it.each(['id', 'date', 'language', 'seconds'])('with the column %s are refused', async (column) => {
    await staff(`staff_${column}`);
    const refusal = await refusalOf(run(`agency,${column},pride\nWORKS,1,agree\n`, { campaign: `staff_${column}` }));
    expect(refusal).toMatchObject({ code: 'import.headerInvalid', faults: [{ line: 1, where: column, reason: 'notSupported' }] }); // prettier-ignore
  });

  it('never come in a handful alone, not as the rest of a longer file either', async () => {
    await staff('few');
    const into = { campaign: 'few' };
    expect(await refusalOf(run(`agency,pride\n${rows(9)}`, into))).toMatchObject({ code: 'campaign.importTooFew' });
    expect(await run(`agency,pride\n${rows(10)}`, into)).toMatchObject({ added: 10 });
    expect(await refusalOf(run(`agency,pride\n${rows(11)}`, into))).toMatchObject({ code: 'campaign.importTooFew' });
    expect(await run(`agency,pride\n${rows(20)}`, into)).toMatchObject({ added: 10, unchanged: 10 });
  });
});

describe('any table', () => {
  it('law: is taken whole or refused with faults, and what is taken is taken once', async () => {
    await campaign('any');
    const cell = fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom('gate', 'desk', 'happy', 'unhappy', 'staff', '2026-02-01', '7', '') },
      { weight: 1, arbitrary: fc.string({ maxLength: 12, unit: 'binary' }) },
    );
    const columns = [
      'id',
      'centre',
      'date',
      'seconds',
      'overall',
      'reasons_good',
      'comment',
      'overall#comment',
    ] as const;
    const table = fc.tuple(fc.subarray([...columns], { minLength: 2 }), fc.array(fc.array(cell, { minLength: 8, maxLength: 8 }), { maxLength: 6 })); // prettier-ignore
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    await fc.assert(
      fc.asyncProperty(table, async ([header, rows]) => {
        const text = [header, ...rows.map((row) => row.slice(0, header.length))].map((row) => row.map(quoted).join(',')).join('\n'); // prettier-ignore
        const before = await count();
        const outcome = await run(text, { campaign: 'any' }).catch((error: unknown) => refusalOf(Promise.reject(error as Error))); // prettier-ignore
        const added = 'added' in outcome ? outcome.added : 0;
        expect(await count()).toBe(before + added);
        if ('added' in outcome) expect(await run(text, { campaign: 'any' })).toMatchObject({ added: 0 });
        else if (outcome.code !== 'import.empty') expect(outcome.faults?.length).toBeGreaterThan(0);
      }),
      { numRuns: 40 },
    );
  });
});
