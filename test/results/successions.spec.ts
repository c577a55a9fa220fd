import { importPeopleSurvey } from '../platform/demonstration.js';
import { answers, countsTable, freshRooms, refusalOf, scoresTable } from './results-rooms.js';

const held = freshRooms();

/** 20 answers in the year, so many of them 100 and the others 0. */
const row = (agency: string, year: string, best: number, of = 20) => [agency, 'x', year, of - best, 0, 0, 0, best];

async function cohortOf(cycle: string) {
  const { programme } = await held.rooms.figures(cycle);
  const { cohort } = programme[0]!;
  const codes = (agencies: readonly { readonly code: string }[]) => agencies.map(({ code }) => code);
  return {
    continuing: cohort.continuing,
    new: codes(cohort.new),
    left: codes(cohort.left),
    merged: codes(cohort.merged),
    split: codes(cohort.split),
    renamed: cohort.renamed.map(({ from, to }) => `${from.code}→${to.code}`),
  };
}

const nobody = { continuing: 0, new: [], left: [], merged: [], split: [], renamed: [] };

function succeed(predecessor: string, successor: string, since = '2024-01-01'): Promise<void> {
  return held.rooms.agencies.succeed({ predecessor, successor, since });
}

describe('a renamed agency', () => {
  it('is compared with what it was called: DLUHC is MHCLG', async () => {
    const { rooms } = held;
    await importPeopleSurvey(rooms.results, rooms.agencies);
    const study = await rooms.study('2024', 'MHCLG');
    expect([study.cohort, study.from.map(({ code }) => code)]).toEqual(['renamed', ['DLUHC']]);
    const [row] = await rooms.sql<{ before: number; now: number }>(
      `select max(value) filter (where code = 'DLUHC')::float8 as before, max(value) filter (where code = 'MHCLG')::float8 as now
       from study_results join agencies on agencies.id = agency_id where measure = 'engagement'`,
    );
    expect(study.headline?.before?.value).toBe(row?.before);
    expect(study.headline?.change.points).toBeCloseTo((row?.now ?? 0) - (row?.before ?? 0), 9);
  });

  it('may be said after both imports, and the figures follow', async () => {
    const { rooms } = held;
    await rooms.importResults('2023', scoresTable({ A: 60, C: 50 }));
    await rooms.importResults('2024', scoresTable({ B: 62, C: 50 }));
    expect(await cohortOf('2024')).toEqual({ ...nobody, continuing: 1, new: ['B'], left: ['A'] });
    expect((await rooms.headline('2024', 'B')).change).toMatchObject({ points: null, why: 'noPreviousValue' });
    await succeed('A', 'B');
    expect(await cohortOf('2024')).toEqual({ ...nobody, continuing: 1, renamed: ['A→B'] });
    expect((await rooms.headline('2024', 'B')).change.points).toBe(2);
    await succeed('A', 'B');
    expect(await cohortOf('2024')).toMatchObject({ renamed: ['A→B'] });
  });

  it('is not yet known in a cycle that ends before', async () => {
    const { rooms } = held;
    for (const [cycle, table] of Object.entries({ 2022: { A: 60 }, 2023: { B: 61 }, 2024: { B: 62 } })) {
      await rooms.importResults(cycle, scoresTable(table));
    }
    await succeed('A', 'B', '2024-01-01');
    expect(await cohortOf('2023')).toEqual({ ...nobody, new: ['B'], left: ['A'] });
    await succeed('A', 'B', '2023-01-01');
    expect(await cohortOf('2023')).toEqual({ ...nobody, renamed: ['A→B'] });
  });

  it('is followed over more than one renaming and over a cycle in between', async () => {
    const { rooms } = held;
    for (const [cycle, table] of Object.entries({ 2022: { A: 60 }, 2023: { B: 61 }, 2024: { C: 63 } })) {
      await rooms.importResults(cycle, scoresTable(table));
    }
    await succeed('A', 'B', '2023-01-01');
    await succeed('B', 'C', '2024-01-01');
    expect(await cohortOf('2023')).toEqual({ ...nobody, renamed: ['A→B'] });
    expect(await cohortOf('2024')).toEqual({ ...nobody, renamed: ['B→C'] });
    await rooms.sql(`delete from study_results using cycles where cycles.id = cycle_id and key = '2023'`);
    await rooms.sql(`delete from cycles where key = '2023'`);
    await succeed('B', 'C', '2024-01-01');
    expect(await cohortOf('2024')).toEqual({ ...nobody, renamed: ['A→C'] });
    expect((await rooms.headline('2024', 'C')).change.points).toBe(3);
  });
});

describe('a merged agency', () => {
  it('is compared with its parts by their answers', async () => {
    const { rooms } = held;
    await rooms.importCounts(
      'year',
      countsTable(row('A', '2023', 10, 20), row('B', '2023', 60, 80), row('M', '2024', 90, 100)),
    );
    await succeed('A', 'M');
    await succeed('B', 'M');
    const study = await rooms.study('2024', 'M');
    expect([study.cohort, study.from.map(({ code }) => code)]).toEqual(['merged', ['A', 'B']]);
    expect(study.headline?.before).toMatchObject({ value: 70, n: 100 });
    expect(study.headline?.change).toMatchObject({ points: 20, why: null });
    expect(await cohortOf('2024')).toEqual({ ...nobody, merged: ['M'] });
  });

  it('is compared together with what it took in when it keeps its own name', async () => {
    const { rooms } = held;
    await rooms.importCounts('year', countsTable(row('A', '2023', 10), row('B', '2023', 20), row('B', '2024', 18)));
    await succeed('A', 'B');
    expect(await cohortOf('2024')).toEqual({ ...nobody, merged: ['B'] });
    expect((await rooms.headline('2024', 'B')).before).toMatchObject({ value: 75, n: 40 });
  });

  it('is not compared where nothing says how to weigh the parts', async () => {
    const { rooms } = held;
    await rooms.importResults('2023', scoresTable({ A: 60, B: 70 }));
    await rooms.importResults('2024', scoresTable({ M: 80 }));
    await succeed('A', 'M');
    await succeed('B', 'M');
    const { before, change } = await rooms.headline('2024', 'M');
    expect(before).toBeNull();
    expect(change).toMatchObject({ verdict: 'notCompared', why: 'mergedWithoutCounts', points: null });
    expect((await rooms.figures('2024')).programme[0]?.measures[0]?.change?.comparable).toBe(0);
  });

  it('is not compared with one part when only that had a value', async () => {
    const { rooms } = held;
    await rooms.importResults('2023', scoresTable({ A: 60, B: '' }));
    await rooms.importResults('2024', scoresTable({ M: 80 }));
    await succeed('A', 'M');
    await succeed('B', 'M');
    expect(await rooms.headline('2024', 'M')).toMatchObject({ before: null, change: { why: 'mergedWithoutCounts' } });
  });

  it('is an agency like any other in the cycle after', async () => {
    const { rooms } = held;
    for (const [cycle, table] of Object.entries({ 2023: { A: 60, M: 70 }, 2024: { M: 80 }, 2025: { M: 81 } })) {
      await rooms.importResults(cycle, scoresTable(table));
    }
    await succeed('A', 'M');
    expect(await cohortOf('2024')).toEqual({ ...nobody, merged: ['M'] });
    expect(await cohortOf('2025')).toEqual({ ...nobody, continuing: 1 });
    expect((await rooms.headline('2025', 'M')).change.points).toBe(1);
  });
});

describe('a split agency', () => {
  it('is not compared in any of its parts', async () => {
    const { rooms } = held;
    await rooms.importCounts('year', countsTable(row('A', '2023', 10), row('B', '2024', 10), row('C', '2024', 12)));
    await succeed('A', 'B');
    await succeed('A', 'C');
    expect(await cohortOf('2024')).toEqual({ ...nobody, split: ['B', 'C'] });
    for (const part of ['B', 'C']) {
      const { before, change } = await rooms.headline('2024', part);
      expect([before, change.why, change.points]).toEqual([null, 'splitAgency', null]);
    }
  });

  it('is not compared either when the old agency still stands beside the new one', async () => {
    const { rooms } = held;
    await rooms.importResults('2023', scoresTable({ A: 60, D: 50 }));
    await rooms.importResults('2024', scoresTable({ A: 70, B: 40, D: 50 }));
    await succeed('A', 'B');
    expect(await cohortOf('2024')).toEqual({ ...nobody, continuing: 1, split: ['A', 'B'] });
    expect(await rooms.headline('2024', 'A')).toMatchObject({ before: { value: 60 }, change: { why: 'splitAgency' } });
    expect(await rooms.headline('2024', 'B')).toMatchObject({ before: null, change: { why: 'splitAgency' } });
  });

  it('goes its own ways in the cycles after', async () => {
    const { rooms } = held;
    for (const [cycle, table] of Object.entries({ 2023: { A: 60 }, 2024: { A: 70, B: 40 }, 2025: { A: 71, B: 43 } })) {
      await rooms.importResults(cycle, scoresTable(table));
    }
    await succeed('A', 'B');
    expect(await cohortOf('2024')).toEqual({ ...nobody, split: ['A', 'B'] });
    expect(await cohortOf('2025')).toEqual({ ...nobody, continuing: 2 });
    expect((await rooms.headline('2025', 'A')).change.points).toBe(1);
    expect((await rooms.headline('2025', 'B')).change.points).toBe(3);
  });
});

describe('a succession is refused', () => {
  beforeEach(() => held.rooms.importResults('2023', scoresTable({ A: 60, B: 61, C: 62 })));

  it('of an agency by itself', async () => {
    expect(await refusalOf(succeed('A', 'A'))).toMatchObject({
      code: 'agency.selfSuccession',
      params: { agency: 'A' },
    });
  });

  it('that would run in a circle, however long', async () => {
    await succeed('A', 'B');
    await succeed('B', 'C');
    for (const [predecessor, successor] of [
      ['B', 'A'],
      ['C', 'A'],
    ] as const) {
      const refusal = await refusalOf(succeed(predecessor, successor));
      expect(refusal).toMatchObject({ code: 'agency.successionLoop', params: { predecessor, successor } });
    }
    expect(await held.rooms.sql('select 1 from successions')).toHaveLength(2);
  });

  it('that would close a circle with another said at the same moment', async () => {
    const said = await Promise.allSettled([succeed('A', 'B'), succeed('B', 'A'), succeed('B', 'C'), succeed('C', 'A')]);
    const refused = said.filter((one) => one.status === 'rejected');
    expect(refused.length).toBeGreaterThan(0);
    const circles = await held.rooms.sql(
      `with recursive paths (start, id) as (
         select predecessor_id, successor_id from successions
         union select start, successor_id from paths join successions on predecessor_id = id
       ) select 1 from paths where start = id`,
    );
    expect(circles).toEqual([]);
  });

  it.each([
    ['X', 'A', 'X'],
    ['A', 'X', 'X'],
    ['a', 'B', 'a'],
  ])('from %s to %s, when nobody knows %s', async (predecessor, successor, unknown) => {
    expect(await refusalOf(succeed(predecessor, successor))).toEqual({
      code: 'agency.unknown',
      params: { agency: unknown },
    });
  });
});

describe('services in common', () => {
  it('make a merged agency comparable only as far as they reach', async () => {
    const { rooms } = held;
    const counts = countsTable(
      ['A', 'x', '2023', 10, 0, 0, 0, 10],
      ['B', 'y', '2023', 0, 0, 0, 0, 5],
      ['M', 'x', '2024', 5, 0, 0, 0, 15],
    );
    await rooms.importCounts('year', counts, answers);
    await succeed('A', 'M');
    await succeed('B', 'M');
    const { before, change } = await rooms.headline('2024', 'M');
    expect(before?.n).toBe(25);
    expect(change).toMatchObject({ points: 25, commonShare: 0.8 });
    expect(change.asShown).toBeCloseTo(75 - 60, 9);
  });
});
