import { readFileSync } from 'node:fs';
import type { CycleKind } from '#cycles';
import type { MeasureFigures } from '#figures';
import { importSatisfaction } from '../platform/demonstration.js';
import { present, ResultsRooms } from './results-rooms.js';

/** The file as it lies there, read without the platform: what all figures are held against. */
const published = readFileSync('demo/uk-opg/satisfaction.csv', 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [service = '', , month = '', ...numbers] = line.split(',');
    return { service, month, counts: numbers.slice(0, 5).map(Number), printed: Number(numbers[5]) };
  });

type Row = (typeof published)[number];

/** The key of the cycle that holds a month, written down anew. */
const cycleOf: Record<CycleKind, (month: string) => string> = {
  month: (month) => month,
  year: (month) => month.slice(0, 4),
  quarter: (month) => `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`,
  'fiscal-year': (month) => {
    const year = Number(month.slice(0, 4)) - (Number(month.slice(5)) < 4 ? 1 : 0);
    return `${year}-${String((year + 1) % 100).padStart(2, '0')}`;
  },
};

function summed(rows: readonly Row[]): number[] {
  return [0, 1, 2, 3, 4].map((answer) => rows.reduce((sum, row) => sum + (row.counts[answer] ?? 0), 0));
}

/** n, mean on 0 25 50 75 100, and the half width of its interval for large n, from the counts alone. */
function arithmetic(counts: readonly number[]) {
  const n = counts.reduce((sum, count) => sum + count, 0);
  const mean = counts.reduce((sum, count, answer) => sum + count * 25 * answer, 0) / n;
  const squares = counts.reduce((sum, count, answer) => sum + count * (25 * answer - mean) ** 2, 0);
  return { n, mean, reach: 1.96 * Math.sqrt(squares / (n - 1) / n) };
}

function expectFigure({ now }: MeasureFigures, rows: readonly Row[]): void {
  const { n, mean, reach } = arithmetic(summed(rows));
  expect(now.n).toBe(n);
  expect(now.value).toBeCloseTo(mean, 9);
  const { low, high } = present(now.interval);
  expect([low, high]).toEqual([expect.closeTo(mean - reach, 1), expect.closeTo(mean + reach, 1)]);
  expect(now.whyNoInterval).toBeNull();
}

describe.each<CycleKind>(['month', 'quarter', 'year', 'fiscal-year'])('satisfaction counted by %s', (kind) => {
  let rooms: ResultsRooms;
  const cycles = Map.groupBy(published, (row) => cycleOf[kind](row.month));

  beforeAll(async () => {
    rooms = await ResultsRooms.open();
    const receipt = await importSatisfaction(rooms.counts, kind);
    expect(receipt).toMatchObject({ rows: 117, faulty: 0, added: 117, corrected: 0, unchanged: 0, newAgencies: 1 });
    expect([...receipt.cycles].sort()).toEqual([...cycles.keys()].sort());
  });

  afterAll(() => rooms.close());

  it('every cycle has the figure that its counts give, with n and an interval, as a whole and by service', async () => {
    for (const [key, rows] of cycles) {
      const study = await rooms.study(key, 'OPG');
      expectFigure(present(study.headline), rows);
      const services = Map.groupBy(rows, (row) => row.service);
      expect(study.parts).toHaveLength(services.size > 1 ? services.size : 0);
      for (const part of study.parts) expectFigure(part, present(services.get(present(part.part).service.code)));
    }
  });

  it('the days that the evidence covers are told', async () => {
    const [last] = [...cycles.keys()].sort().reverse();
    const { now } = await rooms.headline(present(last), 'OPG');
    const months = present(cycles.get(present(last))).map((row) => row.month);
    expect(now.covers?.from).toBe(`${months.sort()[0]}-01`);
    expect(now.covers?.to).toBe('2026-06-30');
  });

  it('the tallies are the sums of the evidence, counted anew', async () => {
    const tallies = await rooms.sql<{ key: string; service: string; counts: string[] }>(
      `select cycles.key, services.code as service, counts from tallies
       join cycles on cycles.id = cycle_id join services on services.id = service_id`,
    );
    const counted = Map.groupBy(published, (row) => `${cycleOf[kind](row.month)} ${row.service}`);
    expect(new Map(tallies.map(({ key, service, counts }) => [`${key} ${service}`, counts.map(Number)]))).toEqual(
      new Map([...counted].map(([key, rows]) => [key, summed(rows)])),
    );
  });
});

describe('satisfaction, month by month', () => {
  let rooms: ResultsRooms;

  beforeAll(async () => {
    rooms = await ResultsRooms.open();
    await importSatisfaction(rooms.counts, 'month');
  });

  afterAll(() => rooms.close());

  // AT-04: counts and published integers as printed in the domain note.
  it.each([
    ['2023-04', 'deputy-reporting', 79.577],
    ['2023-05', 'deputy-reporting', 80.565],
    ['2023-07', 'deputy-reporting', 79.2],
    ['2024-02', 'deputy-reporting', 78.672],
    ['2026-03', 'deputy-reporting', 80.468],
    ['2021-03', 'use-an-lpa', 91.028],
    ['2024-08', 'use-an-lpa', 84.322],
    ['2023-02', 'use-an-lpa', 89.669],
    ['2025-04', 'use-an-lpa', 85.704],
  ])('AT-04: in %s %s stands at %d', async (month, service, value) => {
    const { headline, parts } = await rooms.study(month, 'OPG');
    const figures = parts.find(({ part }) => part?.service.code === service) ?? headline;
    expect(figures?.now.value).toBeCloseTo(value, 3);
  });

  const series = async (month: string) => (await rooms.study(month, 'OPG')).published;

  it('AT-04: 106 of the 117 published figures are reproduced, and two are slips of the publisher', async () => {
    const all = await series('2026-06');
    expect(all.map(({ service, points }) => [service.code, points])).toEqual([
      ['deputy-reporting', 39],
      ['make-a-lpa', 14],
      ['use-an-lpa', 64],
    ]);
    expect(all.reduce((sum, { reproduced }) => sum + reproduced, 0)).toBe(106);
    expect(all.flatMap(({ service, slips }) => slips.map((slip) => [service.code, slip]))).toEqual([
      ['use-an-lpa', '2023-02-01'],
      ['use-an-lpa', '2025-04-01'],
    ]);
  });

  it('AT-05: in April 2026 the printed +4, +3, +4 are refused, and both honest changes are given', async () => {
    const breaks = Object.fromEntries(
      (await series('2026-04')).map(({ service, breaks }) => {
        expect(breaks).toHaveLength(1);
        const { from, definitionBefore, definitionAfter, change } = present(breaks[0]);
        expect([from, definitionBefore, definitionAfter]).toEqual(['2026-04-01', 'meanOfScale', 'topTwoBox']);
        expect(change.refused).toBe('seriesBreak');
        const points = change.likeForLike.map((one) => [one.definition, Number(one.points?.toFixed(2))]);
        return [service.code, { printed: change.printed, ...Object.fromEntries(points) }];
      }),
    );
    const honest = (service: string) => {
      const [before, after] = ['2026-03', '2026-04'].map((month) =>
        present(published.find((row) => row.service === service && row.month === month)),
      );
      const top = ({ counts }: Row) => (100 * ((counts[3] ?? 0) + (counts[4] ?? 0))) / arithmetic(counts).n;
      const difference = (of: (row: Row) => number) => Number((of(present(after)) - of(present(before))).toFixed(2));
      return { meanOfScale: difference(({ counts }) => arithmetic(counts).mean), topTwoBox: difference(top) };
    };
    expect(breaks).toEqual({
      'deputy-reporting': { printed: 4, meanOfScale: 0.42, topTwoBox: 0.34 },
      'make-a-lpa': { printed: 3, ...honest('make-a-lpa') },
      'use-an-lpa': { printed: 4, meanOfScale: 0.57, topTwoBox: 1.21 },
    });
  });

  it('AT-05: before the break there is none', async () => {
    expect((await series('2026-03')).flatMap(({ breaks }) => breaks)).toEqual([]);
  });

  it('AT-05: the platform’s own change over the break is by one formula, from the counts', async () => {
    const { parts } = await rooms.study('2026-04', 'OPG');
    const deputy = present(parts.find(({ part }) => part?.service.code === 'deputy-reporting'));
    expect(deputy.change.points).toBeCloseTo(80.8836 - 80.4679, 3);
    expect(deputy.change.verdict).toBe('noDetectableChange');
    expect(deputy.now.definition).toBe('meanOfScale');
  });
});
