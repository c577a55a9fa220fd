import { readFileSync } from 'node:fs';
import { importPeopleSurvey, importSatisfaction } from '../platform/demonstration.js';
import { answers, countsTable, freshRooms, present, refusalOf, scores, scoresTable } from './results-rooms.js';

const held = freshRooms();

describe('the same file twice', () => {
  it('leaves published results as they are, and the figures equal to the byte', async () => {
    const { rooms } = held;
    await importPeopleSurvey(rooms.results, rooms.agencies);
    const before = JSON.stringify(await rooms.figures('2024'));
    const again = await importPeopleSurvey(rooms.results, rooms.agencies);
    expect(again).toMatchObject([
      { added: 0, corrected: 0, newAgencies: 0 },
      { added: 0, corrected: 0, newAgencies: 0 },
    ]);
    expect(again.map((receipt) => receipt.unchanged)).toEqual([103 * 13, 103 * 13]);
    expect(JSON.stringify(await rooms.figures('2024'))).toBe(before);
  });

  it('leaves counts as they are, and the figures equal to the byte', async () => {
    const { rooms } = held;
    await importSatisfaction(rooms.counts, 'quarter');
    const before = JSON.stringify(await rooms.figures('2026-Q2'));
    const again = await importSatisfaction(rooms.counts, 'quarter');
    expect(again).toMatchObject({ added: 0, corrected: 0, unchanged: 117, newAgencies: 0 });
    expect(JSON.stringify(await rooms.figures('2026-Q2'))).toBe(before);
  });

  it('is the same under another name', async () => {
    const { rooms } = held;
    await rooms.importResults('2024', scoresTable({ A: 60 }));
    expect(await rooms.importResults('2024', scoresTable({ A: 60 }))).toMatchObject({ added: 0, unchanged: 1 });
  });
});

describe('a corrected file', () => {
  it('makes new revisions of results and keeps the old ones', async () => {
    const { rooms } = held;
    await rooms.importResults('2024', scoresTable({ A: 60, B: 70, C: '[z]' }));
    const corrected = await rooms.importResults('2024', scoresTable({ A: 61.5, B: 70, C: 50 }));
    expect(corrected).toMatchObject({ added: 0, corrected: 2, unchanged: 1 });
    expect((await rooms.headline('2024', 'A')).now.value).toBe(61.5);
    expect((await rooms.headline('2024', 'C')).now.value).toBe(50);
    const revisions = await rooms.sql(
      `select code, revision, value::float8 as value from study_results join agencies on agencies.id = agency_id order by code, revision`,
    );
    expect(revisions).toEqual([
      { code: 'A', revision: 1, value: 60 },
      { code: 'A', revision: 2, value: 61.5 },
      { code: 'B', revision: 1, value: 70 },
      { code: 'C', revision: 1, value: null },
      { code: 'C', revision: 2, value: 50 },
    ]);
  });

  it('can say that a value is missing after all', async () => {
    const { rooms } = held;
    await rooms.importResults('2024', scoresTable({ A: 60 }));
    expect(await rooms.importResults('2024', scoresTable({ A: '[c]' }))).toMatchObject({ corrected: 1 });
    expect((await rooms.headline('2024', 'A')).now).toMatchObject({ value: null, whyNoInterval: 'noData' });
  });

  it('makes new revisions of counts, and the tallies follow', async () => {
    const { rooms } = held;
    const old = countsTable(['A', 'x', '2024-01', 0, 0, 0, 0, 10], ['A', 'x', '2024-02', 0, 0, 0, 0, 20]);
    await rooms.importCounts('year', old);
    const corrected = countsTable(['A', 'x', '2024-01', 10, 0, 0, 0, 10], ['A', 'x', '2024-02', 0, 0, 0, 0, 20]);
    expect(await rooms.importCounts('year', corrected)).toMatchObject({ added: 0, corrected: 1, unchanged: 1 });
    expect((await rooms.headline('2024', 'A')).now).toMatchObject({ n: 40, value: 75 });
    const kept = await rooms.sql('select starts_on::text, revision, counts from counted order by 1, 2');
    expect(kept).toEqual([
      { starts_on: '2024-01-01', revision: 1, counts: [0, 0, 0, 0, 10] },
      { starts_on: '2024-01-01', revision: 2, counts: [10, 0, 0, 0, 10] },
      { starts_on: '2024-02-01', revision: 1, counts: [0, 0, 0, 0, 20] },
    ]);
  });

  it('is the source of its figures, the one it replaces no longer', async () => {
    const { rooms } = held;
    await rooms.importCounts('year', countsTable(['A', 'x', '2024-01', 0, 0, 0, 0, 10]));
    const first = (await rooms.headline('2024', 'A')).now.sources;
    await rooms.importCounts('year', countsTable(['A', 'x', '2024-01', 9, 0, 0, 0, 10]));
    const second = (await rooms.headline('2024', 'A')).now.sources;
    expect([first.length, second.length]).toEqual([1, 1]);
    expect(second).not.toEqual(first);
  });
});

describe('tallies', () => {
  const recount = `
    select cycles.key, agencies.code as agency, services.code as service, channel, answer::int, sum(chosen)::int as chosen
    from (
      select distinct on (agency_id, study, measure, service_id, channel, starts_on, ends_on) *
      from counted order by agency_id, study, measure, service_id, channel, starts_on, ends_on, revision desc
    ) as latest
    join cycles on cycles.starts_on <= latest.starts_on and cycles.ends_on >= latest.ends_on
    join agencies on agencies.id = agency_id
    join services on services.id = service_id
    cross join lateral unnest(counts) with ordinality as one (chosen, answer)
    group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`;
  const stored = `
    select cycles.key, agencies.code as agency, services.code as service, channel, answer::int, chosen::int
    from tallies join cycles on cycles.id = cycle_id join agencies on agencies.id = tallies.agency_id
    join services on services.id = service_id
    cross join lateral unnest(counts) with ordinality as one (chosen, answer) order by 1, 2, 3, 4, 5`;

  it('equal a full recount after corrections and re-imports, in cycles of every kind', async () => {
    const { rooms } = held;
    await importSatisfaction(rooms.counts, 'month');
    await importSatisfaction(rooms.counts, 'year');
    const lines = readFileSync('demo/uk-opg/satisfaction.csv', 'utf8').trim().split('\n');
    const corrected = lines.map((line, index) => (index % 7 === 3 ? line.replace(/,(\d+),/, ',9$1,') : line));
    const mapping = readFileSync('demo/uk-opg/satisfaction.mapping.json', 'utf8');
    const receipt = await rooms.importCounts('fiscal-year', `${corrected.join('\n')}\n`, mapping);
    expect(receipt.corrected).toBe(17);
    await importSatisfaction(rooms.counts, 'quarter');
    await rooms.importCounts('month', countsTable(['B', 'x', '2025-01', 1, 2, 3, 4, 5]));
    const counted = await rooms.sql(recount);
    expect(counted.length).toBeGreaterThan(900);
    expect(await rooms.sql(stored)).toEqual(counted);
  });

  it('do not depend on which import made a cycle', async () => {
    const { rooms } = held;
    await rooms.importCounts(
      'month',
      countsTable(['A', 'x', '2024-01', 1, 0, 0, 0, 3], ['A', 'x', '2023-01', 2, 0, 0, 0, 2]),
    );
    await rooms.importResults('2024', scoresTable({ A: 60 }));
    await rooms.importCounts('quarter', countsTable(['B', 'x', '2024-02', 1, 0, 0, 0, 1]));
    expect(await rooms.sql(stored)).toEqual(await rooms.sql(recount));
    const year = await rooms.agency('2024', 'A');
    expect(year.studies.map(({ study, headline }) => [study, headline?.now.value])).toEqual([
      ['customer-happiness', 75],
      ['employee-happiness', 60],
    ]);
    expect((await rooms.figures('2024-Q1')).agencies.map(({ agency }) => agency.code)).toEqual(['A', 'B']);
  });

  it('count a file that is shared by month and by year once in each', async () => {
    const { rooms } = held;
    const table = countsTable(['A', 'x', '2024-01', 0, 0, 0, 0, 10], ['A', 'x', '2024-02', 0, 0, 0, 0, 20]);
    await rooms.importCounts('month', table);
    expect(await rooms.importCounts('year', table)).toMatchObject({ added: 0, unchanged: 2, cycles: ['2024'] });
    const n = async (cycle: string) => (await rooms.headline(cycle, 'A')).now.n;
    expect([await n('2024-01'), await n('2024-02'), await n('2024')]).toEqual([10, 20, 30]);
  });
});

describe('counts of days that are counted already', () => {
  it('are refused when a year comes over months that are stored', async () => {
    const { rooms } = held;
    await rooms.importCounts('year', countsTable(['A', 'x', '2024-01', 0, 0, 0, 0, 10]));
    const refusal = await refusalOf(rooms.importCounts('year', countsTable(['A', 'x', '2024', 0, 0, 0, 0, 99])));
    expect(refusal).toEqual({
      code: 'import.rowsFaulty',
      params: { count: 1 },
      faults: [
        {
          where: 'period',
          line: 2,
          value: '2024-01-01',
          reason: 'contradicts',
          params: { stored: '2024-01-01/2024-01-31' },
        },
      ],
    });
    expect((await rooms.headline('2024', 'A')).now.n).toBe(10);
  });

  it('are taken for another service, channel or measure', async () => {
    const { rooms } = held;
    await rooms.importCounts('year', countsTable(['A', 'x', '2024-01', 0, 0, 0, 0, 10]));
    const other = { ...answers, item: { ...answers.item, code: 'ease' } };
    await rooms.importCounts('year', countsTable(['A', 'x', '2024', 0, 0, 0, 0, 99]), other);
    await rooms.importCounts('year', countsTable(['A', 'y', '2024', 0, 0, 0, 0, 99]));
    expect((await rooms.headline('2024', 'A')).now.n).toBe(109);
  });

  it('are refused within one file, each with the line it repeats', async () => {
    const { rooms } = held;
    const one = [0, 0, 0, 0, 10];
    const table = countsTable(
      ['A', 'x', '2024-01', ...one],
      ['A', 'x', '2024-02', ...one],
      ['A', 'x', '2024-02', ...one],
      ['A', 'x', '2024', ...one],
      ['A', 'x', '2024-03', ...one],
      ['A', 'y', '2024-03', ...one],
    );
    const refusal = await refusalOf(rooms.importCounts('year', table));
    expect(refusal.faults?.map(({ line, reason, params }) => [line, reason, params?.['line']])).toEqual([
      [5, 'twice', 2],
      [4, 'twice', 3],
    ]);
    const receipt = await rooms.importCounts('year', table, answers, { skipFaults: true });
    expect(receipt).toMatchObject({ rows: 6, faulty: 2, added: 4 });
    expect((await rooms.headline('2024', 'A')).now.n).toBe(40);
  });

  it('are told apart by service and channel, whatever signs these hold', async () => {
    const { rooms } = held;
    const table =
      'agency,service,channel,period,a0,a1,a2,a3,a4\nA,"x\ny",z,2024-01,0,0,0,0,1\nA,x,"y\nz",2024-01,0,0,0,0,1\n';
    expect(await rooms.importCounts('year', table)).toMatchObject({ faulty: 0, added: 2 });
  });
});

describe('what an import makes', () => {
  it('does not depend on the order of the files', async () => {
    const results: [string, string][] = [
      ['2023', scoresTable({ A: 55, B: 70, C: 61 })],
      ['2024', scoresTable({ A: 60, B: 70.5, C: 62.25 })],
    ];
    const counts = countsTable(['A', 'x', '2023-05', 3, 1, 0, 0, 9], ['A', 'x', '2024-05', 1, 1, 0, 0, 9]);
    const files = results.map(([cycle, content]) => ({
      cycle,
      file: held.rooms.file(content, scores, `${cycle}.csv`),
    }));
    const counted = held.rooms.file(counts, answers, 'counts.csv');
    const load = async (order: readonly ('2023' | '2024' | 'counts')[]) => {
      for (const one of order) {
        if (one === 'counts') await held.rooms.counts.run({ file: counted, cycleBy: 'month' });
        else
          await held.rooms.results.run({
            file: present(files.find(({ cycle }) => cycle === one)).file,
            cycle: one,
            study: 'employee-happiness',
          });
      }
      return JSON.stringify(await held.rooms.figures('2024'));
    };
    const forth = await load(['2023', '2024', 'counts']);
    await held.rooms.sql(
      'truncate study_results, counted, tallies, measures, imports, cycles, services, agencies cascade',
    );
    await held.rooms.sql('update evidence set version = version + 1');
    expect(await load(['counts', '2024', '2023'])).toBe(forth);
  });
});

describe('names', () => {
  const named = { ...scores, agency: { code: 'agency', name: { en: 'name', ar: 'ar' }, group: { en: 'group' } } };
  const table = (name: string, ar = '', group = '') => `agency,name,ar,group,score\nA,${name},${ar},${group},60\n`;
  const names = async () => (await held.rooms.agency('2024', 'A')).agency;

  it('given later take the place of a code that stood for none', async () => {
    const { rooms } = held;
    await rooms.importCounts('year', countsTable(['A', 'x', '2024', 0, 0, 0, 0, 10]));
    expect((await names()).name).toEqual({ en: 'A', ar: null });
    await rooms.importResults('2024', table('Agency of Everything', 'هيئة كل شيء', 'Ministry'), named);
    expect(await names()).toMatchObject({
      name: { en: 'Agency of Everything', ar: 'هيئة كل شيء' },
      group: { en: 'Ministry' },
    });
  });

  it('are not lost to a file that gives none, nor to one that gives others', async () => {
    const { rooms } = held;
    await rooms.importResults('2024', table('', 'هيئة'), named);
    await rooms.importCounts('year', countsTable(['A', 'x', '2024', 0, 0, 0, 0, 10]));
    expect((await names()).name).toEqual({ en: null, ar: 'هيئة' });
    await rooms.importResults('2024', table('Late', 'أخرى'), named);
    expect((await names()).name).toEqual({ en: 'Late', ar: 'هيئة' });
  });

  it('that are filled in by an otherwise unchanged file are in the figures at once', async () => {
    const { rooms } = held;
    await rooms.importResults('2024', table(''), named);
    expect((await names()).name.en).toBe('A');
    expect(await rooms.importResults('2024', table('Agency'), named)).toMatchObject({ added: 0, unchanged: 1 });
    expect((await names()).name.en).toBe('Agency');
  });

  it('from the register replace others, and an empty cell leaves a name as it is', async () => {
    const { rooms } = held;
    await rooms.importResults('2024', table('Old name', 'اسم قديم', 'Ministry'), named);
    const register = 'code,name_en,name_ar,group_en,group_ar\nA,,,,وزارة\nB,New one,,,\n';
    expect(await rooms.agencies.name(rooms.file(register))).toEqual({ rows: 2, added: 1 });
    expect(await names()).toEqual({
      code: 'A',
      name: { en: 'Old name', ar: 'اسم قديم' },
      group: { en: 'Ministry', ar: 'وزارة' },
    });
    await rooms.agencies.name(rooms.file('code,name_en,name_ar,group_en,group_ar\nA,Newer,,,\n'));
    expect((await names()).name).toEqual({ en: 'Newer', ar: 'اسم قديم' });
  });

  it('are refused together where they cannot be read, and none is taken', async () => {
    const { rooms } = held;
    const long = 'x'.repeat(501);
    const register = `code,name_en,name_ar,group_en,group_ar\nA,One,,,\nA,Two,,,\n,Three,,,\nn o,Four,,,\nB,${long},,,\nC,,\n`;
    const refusal = await refusalOf(rooms.agencies.name(rooms.file(register)));
    expect(refusal.faults?.map(({ where, line, reason }) => [where, line, reason])).toEqual([
      ['code', 3, 'twice'],
      ['code', 4, 'missing'],
      ['code', 5, 'notAllowedCharacters'],
      ['name_en', 6, 'tooLong'],
      ['group_en', 7, 'columnsDiffer'],
    ]);
    expect(refusal.params).toEqual({ count: 5 });
    expect(await rooms.agencies.list()).toEqual([]);
    expect(await refusalOf(rooms.agencies.name(rooms.file('code,name_en\nA,B\n')))).toMatchObject({
      code: 'import.columnsMissing',
      params: { columns: 'name_ar, group_en, group_ar' },
    });
    expect((await refusalOf(rooms.agencies.name(rooms.file('code,name_en,name_ar,group_en,group_ar\n')))).code).toBe(
      'import.empty',
    );
  });
});
