import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import type { Fault } from '#contract';
import { answers, countsTable, freshRooms, present, refusalOf, scores, scoresTable } from './results-rooms.js';

const held = freshRooms();

const wide = {
  agency: { code: 'agency', name: { en: 'name' } },
  answers: 'n',
  responseRate: 'rate',
  measures: [
    ...scores.measures,
    { ...scores.measures[0], code: 'stress', column: 'stress', polarity: 'lower', kind: 'measure' },
  ],
};

const shown = (faults: readonly Fault[] | undefined) =>
  faults?.map(({ line, where, value, reason }) => [line, where, value, reason]);

describe('a faulty table of results', () => {
  const table = [
    'agency,name,n,rate,score,stress',
    'A,Good,100,103.398,60,20',
    'B,"Quo"te,100,50,60,20',
    'C,Few,100,50,60',
    'n o,Space,100,50,60,20',
    ',Nobody,1.5,50,60,20',
    'D,Range,-1,201,101,-0.5',
    'A,Again,100,50,60,20',
    'E,Text,many,n/a,sixty,"1,5"',
    `F,${'x'.repeat(100_001)},100,50,60,20`,
    'G,Good,,,[z],-',
    'محافظة,Arabic,100,50,٦٠٫٥,20',
    '',
  ].join('\n');

  it('is refused whole, with every fault by line, column, value and reason', async () => {
    const { rooms } = held;
    const refusal = await refusalOf(rooms.importResults('2024', table, wide));
    expect([refusal.code, refusal.params]).toEqual(['import.rowsFaulty', { count: 15 }]);
    expect(shown(refusal.faults?.map((fault) => ({ ...fault, value: fault.value?.slice(0, 12) ?? '' })))).toEqual([
      [3, 'name', 'Quo', 'notReadable'],
      [4, 'stress', '', 'columnsDiffer'],
      [5, 'agency', 'n o', 'notAllowedCharacters'],
      [6, 'agency', '', 'missing'],
      [6, 'n', '1.5', 'notAWholeNumber'],
      [7, 'score', '101', 'outOfRange'],
      [7, 'stress', '-0.5', 'outOfRange'],
      [7, 'rate', '201', 'outOfRange'],
      [7, 'n', '-1', 'notAWholeNumber'],
      [9, 'score', 'sixty', 'notANumber'],
      [9, 'stress', '1,5', 'notANumber'],
      [9, 'n', 'many', 'notANumber'],
      [10, 'name', 'xxxxxxxxxxxx', 'tooLong'],
      [12, 'agency', 'محافظة', 'notAllowedCharacters'],
      [8, 'agency', 'A', 'twice'],
    ]);
    expect(refusal.faults?.every(({ value }) => (value ?? '').length <= 200)).toBe(true);
  });

  it('leaves nothing behind when it is refused', async () => {
    const { rooms } = held;
    await refusalOf(rooms.importResults('2024', table, wide));
    for (const kept of ['imports', 'measures', 'cycles', 'agencies', 'study_results']) {
      expect([kept, await rooms.sql(`select 1 from ${kept}`)]).toEqual([kept, []]);
    }
  });

  it('gives its good rows when faults are to be skipped, and every fault is told', async () => {
    const { rooms } = held;
    const told: Fault[] = [];
    const receipt = await rooms.importResults('2024', table, wide, { skipFaults: true, onFault: (f) => told.push(f) });
    expect(receipt).toMatchObject({ rows: 11, faulty: 9, newAgencies: 2, added: 6 });
    expect(told).toHaveLength(15);
    const { now, change } = await rooms.headline('2024', 'A');
    expect([now.value, now.n, change.why]).toEqual([60, 100, 'noPreviousCycle']);
    expect((await rooms.study('2024', 'A')).participation?.now.value).toBe(103.398);
    const empty = await rooms.study('2024', 'G');
    expect([empty.headline?.now.value, empty.measures[1]?.now.value, empty.participation?.now.value]).toEqual([
      null,
      null,
      null,
    ]);
    expect(empty.headline?.now).toMatchObject({ n: null, whyNoInterval: 'noData' });
  });

  it('with more faults than are kept has them all counted and told, and repeated agencies are among them', async () => {
    const { rooms } = held;
    const rows = Array.from({ length: 2_500 }, (_, index) => `A,${index < 1_200 ? 'x' : 50}`);
    const many = `agency,score\nA,60\n${rows.join('\n')}\n`;
    const refusal = await refusalOf(rooms.importResults('2024', many));
    expect(refusal.params).toEqual({ count: 2_500 });
    expect(refusal.faults).toHaveLength(1_000);
    const lines = new Set<number>();
    const receipt = await rooms.importResults('2024', many, scores, {
      skipFaults: true,
      onFault: ({ line }) => lines.add(line ?? 0),
    });
    expect(receipt).toMatchObject({ rows: 2_501, faulty: 2_500, added: 1 });
    expect(lines.size).toBe(2_500);
  });

  it('tells how far it has come', async () => {
    const heard: number[] = [];
    const rows = Array.from({ length: 2_500 }, (_, index) => [`A${index}`, 50] as const);
    await held.rooms.importResults('2024', scoresTable(Object.fromEntries(rows)), scores, {
      onProgress: (count) => heard.push(count),
    });
    expect(heard).toEqual([1_000, 2_000, 2_500]);
  });
});

describe('a faulty table of counts', () => {
  it('is refused with every fault; an empty count is not known, and so not zero', async () => {
    const { rooms } = held;
    const table = countsTable(
      ['A', 'x', '2024-01', 1, 1, 1, 1, 1],
      ['A', 'x', '2024-13', 1, 1, 1, 1, 1],
      ['A', 'x', 'March', 1, 1, 1, 1, 1],
      ['A', 'x', '', 1, 1, 1, 1, 1],
      ['A', 'x', '2024', 1, 1, 1, 1, 1],
      ['A', 'x', '2024-02', '', '-', '[z]', '1.0', 2 ** 31],
      ['A', '', '2024-03', 1, 1, 1, 1, 1],
      ['A', 'y'.repeat(101), '2024-03', 1, 1, 1, 1, -1],
    );
    const refusal = await refusalOf(rooms.importCounts('quarter', table));
    expect(shown(refusal.faults?.map((fault) => ({ ...fault, value: fault.value?.slice(0, 10) ?? '' })))).toEqual([
      [3, 'period', '2024-13', 'notAPeriod'],
      [4, 'period', 'March', 'notAPeriod'],
      [5, 'period', '', 'notAPeriod'],
      [6, 'period', '2024', 'periodTooLong'],
      [7, 'a0', '', 'missing'],
      [7, 'a1', '-', 'missing'],
      [7, 'a2', '[z]', 'missing'],
      [7, 'a3', '1.0', 'notAWholeNumber'],
      [7, 'a4', '2147483648', 'outOfRange'],
      [8, 'service', '', 'missing'],
      [9, 'service', 'yyyyyyyyyy', 'tooLong'],
      [9, 'a4', '-1', 'notAWholeNumber'],
    ]);
    expect(await rooms.sql('select 1 from counted')).toEqual([]);
    const receipt = await rooms.importCounts('quarter', table, answers, { skipFaults: true });
    expect(receipt).toMatchObject({ rows: 8, faulty: 7, added: 1, cycles: ['2024-Q1'] });
    expect((await rooms.headline('2024-Q1', 'A')).now).toMatchObject({ n: 5, value: 50 });
  });

  it('has all of its overlaps told, however many', async () => {
    const rows = Array.from({ length: 2_300 }, () => ['A', 'x', '2024-01', 1, 1, 1, 1, 1]);
    const table = countsTable(...rows);
    const refusal = await refusalOf(held.rooms.importCounts('year', table));
    expect([refusal.params, refusal.faults?.length]).toEqual([{ count: 2_299 }, 1_000]);
    const receipt = await held.rooms.importCounts('year', table, answers, { skipFaults: true });
    expect(receipt).toMatchObject({ faulty: 2_299, added: 1 });
    const stored = countsTable(['A', 'x', '2024', 9, 9, 9, 9, 9], ['B', 'x', '2024', 9, 9, 9, 9, 9]);
    expect(await held.rooms.importCounts('year', stored, answers, { skipFaults: true })).toMatchObject({
      faulty: 1,
      added: 1,
    });
  });

  it('is no reason to count nobody: zeros are answers that nobody chose, and no answers are no figure', async () => {
    const { rooms } = held;
    await rooms.importCounts('year', countsTable(['A', 'x', '2024', 0, 0, 0, 0, 0], ['B', 'x', '2024', 0, 0, 0, 0, 3]));
    expect((await rooms.headline('2024', 'A')).now).toMatchObject({
      value: null,
      n: 0,
      interval: null,
      whyNoInterval: 'noData',
    });
    expect((await rooms.headline('2024', 'B')).now).toMatchObject({
      value: 100,
      n: 3,
      interval: null,
      whyNoInterval: 'noSpread',
    });
  });
});

describe('the forms of a table', () => {
  const plain = scoresTable({ A: 60.5, B: 1234.5 / 100, C: '' });
  const figures = async (content: string | Uint8Array, mapping: object = scores) => {
    await held.rooms.importResults('2024', content, mapping);
    const { agencies } = await held.rooms.figures('2024');
    return agencies.map(({ agency, studies }) => [agency.code, present(studies[0]?.headline).now.value]);
  };
  const expected = [
    ['A', 60.5],
    ['B', 12.345],
    ['C', null],
  ];

  it.each<[string, string | Uint8Array, object]>([
    ['plain', plain, scores],
    ['a byte order mark', `\uFEFF${plain}`, scores],
    ['semicolons and commas', 'agency;score\nA;60,5\nB;12,345\nC;-\n', { ...scores, decimal: 'comma' }],
    ['tabs', 'agency\tscore\nA\t60.5\nB\t12.345\nC\t..\n', scores],
    ['Arabic-Indic digits', 'agency,score\nA,٦٠٫٥\nB,١٢٫٣٤٥\nC,[z]\n', scores],
    ['Persian digits', 'agency,score\nA,۶۰٫۵\nB,۱۲٫۳۴۵\nC,n/a\n', scores],
    ['per cent signs', 'agency,score\nA,60.5%\nB,12.345 %\nC,–\n', scores],
    ['quotes and lines of Windows', '"agency","score"\r\n"A","60.5"\r\n"B","12.345"\r\n"C",""\r\n', scores],
    ['a quoted line break in another column', 'agency,note,score\nA,"one\n\ntwo",60.5\nB,,12.345\nC,,\n', scores],
  ])('%s give the same figures', async (_, content, mapping) => {
    expect(await figures(content, mapping)).toEqual(expected);
  });

  it('a workbook gives the same as the CSV it was made from', async () => {
    const { rooms } = held;
    const csv = readFileSync('demo/uk-civil-service/people-survey-2024.csv', 'utf8').trim();
    const mapping = readFileSync('demo/uk-civil-service/people-survey-2024.mapping.json', 'utf8');
    await rooms.importResults('2024', `${csv}\n`, mapping);
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('2024');
    for (const line of csv.split('\n')) {
      const cells = (line.match(/("([^"]|"")*"|[^,]*)(,|$)/g) ?? []).map((cell) => cell.replace(/,$|"/g, ''));
      sheet.addRow(cells.slice(0, 17).map((cell) => (/^[\d.]+$/.test(cell) ? Number(cell) : cell)));
    }
    const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
    const receipt = await rooms.importResults('2024', bytes, mapping);
    expect(receipt).toMatchObject({ faulty: 0, added: 0, corrected: 0, unchanged: 103 * 13, newAgencies: 0 });
  });
});

describe('an import is refused', () => {
  const table = scoresTable({ A: 60 });

  it.each([
    ['a key that is no cycle', 'last year', 'cycle.keyInvalid'],
    ['a fiscal year that is none', '2024-26', 'cycle.keyInvalid'],
    ['a cycle that has not begun', '2999', 'cycle.notYet'],
  ])('for %s', async (_, cycle, code) => {
    expect((await refusalOf(held.rooms.importResults(cycle, table))).code).toBe(code);
    expect(await held.rooms.cycles.list()).toEqual([]);
  });

  it('for counts of a year that has not begun', async () => {
    const counts = countsTable(['A', 'x', '2024', 0, 0, 0, 0, 1], ['A', 'x', '2999', 0, 0, 0, 0, 1]);
    expect((await refusalOf(held.rooms.importCounts('year', counts))).code).toBe('cycle.notYet');
    expect(await held.rooms.sql('select 1 from counted')).toEqual([]);
  });

  it('for a cycle that is not known, when figures are asked for', async () => {
    await held.rooms.importResults('2024', table);
    expect(await refusalOf(held.rooms.figures('2023'))).toMatchObject({
      code: 'cycle.unknown',
      params: { cycle: '2023' },
    });
    expect((await refusalOf(held.rooms.agency('2024', 'B'))).code).toBe('agency.unknown');
  });

  it('for a fiscal year that stands for other days already', async () => {
    const { rooms } = held;
    await rooms.importResults('2023-24', table);
    const later = countsTable(['A', 'x', '2024-05', 0, 0, 0, 0, 1]);
    const refusal = await refusalOf(rooms.importCounts('fiscal-year', later, answers, { fiscalStart: 7 }));
    expect(refusal).toMatchObject({
      code: 'request.invalid',
      faults: [{ where: 'cycle', reason: 'contradicts', params: { stored: '2023-04-01/2024-03-31' } }],
    });
    expect(await rooms.sql('select 1 from counted')).toEqual([]);
  });

  it.each([
    ['nothing in it', '', 'import.columnsMissing'],
    ['a header only', 'agency,score\n', 'import.empty'],
    ['other columns', 'agency;points\nA;60\n', 'import.columnsMissing'],
    ['a name of a column twice', 'agency,score,score\nA,60,60\n', 'import.headerInvalid'],
    ['a quote that stays open', 'agency,score\nA,"60\nB,61\n', 'import.quoteNotClosed'],
    ['Latin letters of another coding', Buffer.from('agency,score\nM\xfc,60\n', 'latin1'), 'import.fileKind'],
  ])('for a file with %s', async (_, content, code) => {
    expect((await refusalOf(held.rooms.importResults('2024', content))).code).toBe(code);
    expect(await held.rooms.cycles.list()).toEqual([]);
  });

  it('for a file whose rows are all left out', async () => {
    const mapping = { ...scores, skip: [{ column: 'agency', equals: 'A' }] };
    expect((await refusalOf(held.rooms.importResults('2024', table, mapping))).code).toBe('import.empty');
  });

  it('for columns that a rule or a name needs and the file lacks', async () => {
    const mapping = {
      ...scores,
      agency: { code: 'agency', name: { ar: 'الاسم' } },
      skip: [{ column: 'kind', equals: 'x' }],
    };
    expect(await refusalOf(held.rooms.importResults('2024', table, mapping))).toMatchObject({
      code: 'import.columnsMissing',
      params: { columns: 'الاسم, kind', found: 'agency, score' },
    });
  });

  it('when a measure comes with another meaning', async () => {
    const { rooms } = held;
    await rooms.importResults('2024', table);
    for (const [field, other] of Object.entries({ polarity: 'lower', definition: 'topTwoBox', kind: 'measure' })) {
      const mapping = { ...scores, measures: [{ ...scores.measures[0], [field]: other }] };
      expect(await refusalOf(rooms.importResults('2023', table, mapping))).toMatchObject({
        code: 'import.measuresDiffer',
        params: { measure: 'score', field },
      });
    }
    const other = {
      ...answers,
      study: 'employee-happiness',
      item: { ...answers.item, code: 'score', definition: 'meanOfScale' },
    };
    const counts = countsTable(['A', 'x', '2024', 0, 0, 0, 0, 1]);
    expect((await refusalOf(rooms.importCounts('year', counts, other))).code).toBe('import.measuresDiffer');
    expect(await rooms.sql('select key from cycles')).toEqual([{ key: '2024' }]);
  });

  it('when an item comes with another number of answers', async () => {
    const { rooms } = held;
    await rooms.importCounts('year', countsTable(['A', 'x', '2024', 0, 0, 0, 0, 1]));
    const three = { ...answers, item: { ...answers.item, options: ['a0', 'a1', 'a2'] } };
    expect(
      await refusalOf(rooms.importCounts('year', countsTable(['A', 'x', '2023', 0, 0, 1, 0, 0]), three)),
    ).toMatchObject({ code: 'import.measuresDiffer', params: { field: 'options' } });
  });
});

describe('a mapping', () => {
  const table = scoresTable({ A: 60 });

  it('has to be there', async () => {
    const { rooms } = held;
    const file = rooms.file(table);
    const refusal = await refusalOf(rooms.results.run({ file, cycle: '2024', study: 'mystery-shopper' }));
    expect([refusal.code, refusal.params]).toEqual([
      'import.mappingMissing',
      { file: file.replace('.csv', '.mapping.json') },
    ]);
  });

  it('may lie elsewhere, and may begin with a byte order mark', async () => {
    const { rooms } = held;
    const mapping = rooms.file(`\uFEFF${JSON.stringify(scores)}`);
    const receipt = await rooms.results.run({
      file: rooms.file(table),
      mapping,
      cycle: '2024',
      study: 'mystery-shopper',
    });
    expect(receipt.added).toBe(1);
  });

  it.each([
    ['not JSON', '{'],
    ['a list', '[]'],
    ['a text', '"x"'],
    ['null', 'null'],
  ])('that is %s is refused', async (_, text) => {
    expect(await refusalOf(held.rooms.importResults('2024', table, text))).toMatchObject({
      code: 'import.mappingInvalid',
      faults: [{ where: '', reason: 'invalid' }],
    });
  });

  const [measure] = scores.measures;
  const faultsOf = async (importing: Promise<unknown>) => {
    const refusal = await refusalOf(importing);
    expect(refusal.code).toBe('import.mappingInvalid');
    return refusal.faults?.map(({ where, reason }) => `${where} ${reason}`);
  };

  it('of results is refused with each fault by its path', async () => {
    const mapping = {
      agency: { name: 'organisation', colour: 'red' },
      decimal: 'dot',
      skip: [{ column: 1 }],
      measures: [
        { ...measure, code: 'Score!', name: { en: '', ar: 'الدرجة' } },
        { ...measure, polarity: 'up', definition: 'guess', min: '0' },
        null,
      ],
      extra: true,
    };
    expect(await faultsOf(held.rooms.importResults('2024', table, mapping))).toEqual([
      'extra unknown',
      'agency.colour unknown',
      'agency.code missing',
      'agency.name invalid',
      'decimal invalid',
      'skip.0.column invalid',
      'skip.0.equals missing',
      'measures.0.code invalid',
      'measures.0.name.en invalid',
      'measures.1.polarity invalid',
      'measures.1.definition invalid',
      'measures.1.min invalid',
      'measures.2 invalid',
    ]);
  });

  it.each<[string, object, string[]]>([
    ['a code twice', { ...scores, measures: [measure, measure] }, ['measures invalid']],
    [
      'the code of the response rate',
      { ...scores, responseRate: 'score', measures: [{ ...measure, code: 'response-rate' }] },
      ['measures invalid'],
    ],
    ['no measures', { ...scores, measures: [] }, ['measures invalid']],
    ['nothing', {}, ['agency missing', 'measures missing']],
    [
      'a measure without a name',
      { ...scores, measures: [{ ...measure, name: undefined }] },
      ['measures.0.name missing'],
    ],
  ])('of results with %s is refused', async (_, mapping, faults) => {
    expect(await faultsOf(held.rooms.importResults('2024', table, mapping))).toEqual(faults);
  });

  it.each<[string, object, string[]]>([
    ['an answer twice', { item: { ...answers.item, options: ['a0', 'a1', 'a1'] } }, ['item.options invalid']],
    [
      'the two best of two answers',
      { item: { ...answers.item, definition: 'topTwoBox', options: ['a0', 'a1'] } },
      ['item.options invalid'],
    ],
    ['one answer', { item: { ...answers.item, options: ['a0'] } }, ['item.options invalid']],
    ['neither an agency nor its column', { agencyColumn: undefined }, ['agency missing']],
    ['an agency that is no code', { agencyColumn: undefined, agency: 'a b' }, ['agency invalid']],
    ['names that are none', { services: { x: 'Service' } }, ['services invalid']],
    ['a name that is no text', { services: { x: { en: 5 } } }, ['services invalid']],
    ['no item', { item: undefined }, ['item missing']],
    ['an item without a name', { item: { ...answers.item, name: undefined } }, ['item.name missing']],
    ['a study of its own', { study: 'happiness' }, ['study invalid']],
  ])('of counts with %s is refused', async (_, change, faults) => {
    const counts = countsTable(['A', 'x', '2024', 0, 0, 0, 0, 1]);
    expect(await faultsOf(held.rooms.importCounts('year', counts, { ...answers, ...change }))).toEqual(faults);
  });

  it('may write null for what it leaves out', async () => {
    const { rooms } = held;
    const left = { skip: null, answers: null, responseRate: null, decimal: null };
    const mapping = {
      ...scores,
      ...left,
      agency: { code: 'agency', name: { en: null }, group: null },
      measures: [{ ...measure, min: null, max: null }],
    };
    expect(await rooms.importResults('2024', table, mapping)).toMatchObject({ added: 1 });
    const counts = countsTable(['A', 'x', '2024', 0, 0, 0, 0, 1]);
    await rooms.importCounts('year', counts, { ...answers, agencyColumn: null, agency: 'B', services: null });
    expect((await rooms.agencies.list()).map(({ code }) => code)).toEqual(['A', 'B']);
    const nobody = { ...answers, agencyColumn: null };
    expect(await faultsOf(rooms.importCounts('year', counts, nobody))).toEqual(['agency missing']);
    expect(await faultsOf(rooms.importResults('2024', table, { ...scores, agency: [] }))).toEqual(['agency invalid']);
  });

  it('names services, also one that is called like something of the language', async () => {
    const { rooms } = held;
    const counts = countsTable(['A', 'constructor', '2024', 1, 0, 0, 0, 1], ['A', 'x', '2024', 1, 0, 0, 0, 1]);
    await rooms.importCounts('year', counts, { ...answers, services: { x: { ar: 'خدمة' } } });
    const { parts } = await rooms.study('2024', 'A');
    expect(parts.map(({ part }) => part?.service)).toEqual([
      { code: 'constructor', name: { en: null, ar: null } },
      { code: 'x', name: { en: null, ar: 'خدمة' } },
    ]);
  });
});
