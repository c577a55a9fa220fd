import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { roundHalfAway } from '#statistics';
import { changeAcrossBreak } from './change-across-break.js';
import { definitions, definitionsReproducing } from './definitions.js';
import type { DefinitionName } from './definitions.js';
import { seriesBreaks } from './series-breaks.js';
import type { PublishedPoint } from './series-breaks.js';

/** The published months of three services, as the Office of the Public Guardian gives them. */
function publishedSeries(): Map<string, PublishedPoint[]> {
  const file = new URL('../../../demo/uk-opg/satisfaction.csv', import.meta.url);
  const [, ...rows] = readFileSync(file, 'utf8').trim().split('\n');
  const series = new Map<string, PublishedPoint[]>();
  for (const row of rows) {
    const [service = '', , period = '', ...numbers] = row.split(',');
    const counts = numbers.slice(0, 5).map(Number);
    const point = { period, counts, published: Number(numbers[5]) };
    series.set(service, [...(series.get(service) ?? []), point]);
  }
  return series;
}

describe('AT-05 the silent series break of 2026-04', () => {
  const series = publishedSeries();
  const readings = [...series].map(([service, points]) => ({ service, ...seriesBreaks(points) }));

  it('106 of 117 published months are the mean of the scale', () => {
    const points = readings.flatMap((reading) => reading.points);
    expect(points).toHaveLength(117);
    expect(readings.map(({ reference }) => reference)).toEqual(['meanOfScale', 'meanOfScale', 'meanOfScale']);
    expect(points.filter(({ byReference }) => byReference)).toHaveLength(106);
  });

  it('all three services break at 2026-04, from the mean to the top-2 box', () => {
    const found = { from: '2026-04', definitionBefore: 'meanOfScale', definitionAfter: 'topTwoBox' };
    expect(readings.map(({ service, breaks }) => ({ service, breaks }))).toEqual([
      { service: 'deputy-reporting', breaks: [found] },
      { service: 'make-a-lpa', breaks: [found] },
      { service: 'use-an-lpa', breaks: [found] },
    ]);
  });

  it('two single months are slips, and nothing else is unexplained', () => {
    expect(readings.map(({ slips }) => slips)).toEqual([[], [], ['2023-02', '2025-04']]);
    expect(readings.flatMap(({ unexplained }) => unexplained)).toEqual([]);
  });

  it.each([2, 1, 0])('the break is seen with only %d of the months after it known', (later) => {
    for (const points of series.values()) {
      const until = points.filter(({ period }) => period <= '2026-04').length + later;
      expect(seriesBreaks(points.slice(0, until)).breaks).toMatchObject([{ from: '2026-04' }]);
    }
  });

  it.each([
    ['deputy-reporting', 4, 0.42, 0.34],
    ['use-an-lpa', 4, 0.57, 1.21],
  ])('%s: the printed +%d is refused, like for like it is +%d or +%d', (service, printed, mean, topTwo) => {
    const month = (period: string) => series.get(service)!.find((point) => point.period === period)!;
    const change = changeAcrossBreak(month('2026-03'), month('2026-04'));
    expect(change).toMatchObject({ refused: 'seriesBreak', printed });
    expect(change.likeForLike.map(({ definition, points }) => [definition, roundHalfAway(points!, 2)])).toEqual([
      ['meanOfScale', mean],
      ['topTwoBox', topTwo],
    ]);
  });

  it('where one side has no answers, nothing is like for like', () => {
    const change = changeAcrossBreak({ counts: [0, 0, 0], published: 80 }, { counts: [1, 1, 1], published: 84 });
    expect(change.likeForLike.map(({ points }) => points)).toEqual([null, null]);
  });
});

describe('definitionsReproducing', () => {
  it.each([
    ['AT-04 an old month is the mean', [23, 46, 153, 419, 528], 80, 0, ['meanOfScale']],
    ['AT-05 a new month is the top-2 box', [12, 21, 131, 410, 450], 84, 0, ['topTwoBox']],
    ['AT-05 with decimals', [12, 21, 131, 410, 450], 83.98, 2, ['topTwoBox']],
    ['AT-05 2023-02 printed 89, exact 89.669', [154, 113, 448, 2786, 7720], 89, 0, []],
    ['AT-05 2025-04 printed 87, exact 85.704', [309, 423, 1172, 4955, 10286], 87, 0, []],
    ['both can give the same', [0, 0, 0, 0, 9], 100, 0, ['meanOfScale', 'topTwoBox']],
    ['an exact half (80.5) is rounded up', [5, 2, 0, 13, 30], 81, 0, ['meanOfScale']],
    ['nobody gives nothing', [0, 0, 0], 0, 0, []],
    ['of two options the top two are no definition', [1, 3], 75, 0, ['meanOfScale']],
  ])('%s', (_, counts, published, decimals, names) => {
    expect(definitionsReproducing(counts, published, decimals)).toEqual(names);
  });
});

describe('seriesBreaks', () => {
  /** Months told apart by one letter: m only the mean gives it, t only the top-2 box, b both, x neither. */
  const months = (letters: string): PublishedPoint[] =>
    [...letters].map((letter, index) => ({
      period: `2026-${String(index + 1).padStart(2, '0')}`,
      counts: letter === 'b' ? [0, 0, 0, 0, 9] : [12, 21, 131, 410, 450],
      published: { m: 81, t: 84, b: 100 }[letter] ?? 7,
    }));
  const read = (letters: string) => {
    const { reference, breaks, slips, unexplained } = seriesBreaks(months(letters));
    return [
      reference === 'meanOfScale' ? 'm' : 't',
      breaks.map(({ from }) => Number(from.slice(5))),
      slips.map((period) => Number(period.slice(5))),
      unexplained.map(({ from, to }) => [Number(from.slice(5)), Number(to.slice(5))]),
    ];
  };

  it.each([
    ['one definition throughout', 'mmmm', 'm', [], [], []],
    ['the other throughout', 'tttt', 't', [], [], []],
    ['a change for good', 'mmmttt', 'm', [4], [], []],
    ['there and back', 'mmmtttmm', 'm', [4, 7], [], []],
    ['two in a row are a run', 'mmttmm', 'm', [3, 5], [], []],
    ['a single misfit inside is a slip, even if the other gives it', 'mmmtmmm', 'm', [], [4], []],
    ['a single misfit no definition gives is a slip', 'mmmxmmm', 'm', [], [4], []],
    ['at the end the other definition is a break', 'mmmmt', 'm', [5], [], []],
    ['at the end a figure nobody gives is a slip', 'mmmmx', 'm', [], [5], []],
    ['months that both give belong to the run', 'mmmtbtbb', 'm', [4], [], []],
    ['a slip before a change is not the change', 'mxmmtt', 'm', [5], [2], []],
    ['a slip after the change is one of the new definition', 'mmttxtt', 'm', [3], [5], []],
    ['several that nobody gives may be an unknown formula', 'mmmxxx', 'm', [], [], [[4, 6]]],
    ['what both give decides nothing', 'bbttb', 't', [], [], []],
    ['a slip at the start does not choose the definition', 'xtttt', 't', [], [1], []],
    ['two months, two formulas', 'mt', 'm', [2], [], []],
    ['and the other way round', 'tm', 't', [2], [], []],
  ])('%s: %s', (_, letters, ...expected) => expect(read(letters)).toEqual(expected));

  it('reads in the order of the periods, however given', () => {
    const reading = seriesBreaks(months('mmmttt').reverse());
    expect(reading.points.map(({ inForce }) => inForce[0]).join('')).toBe('mmmttt');
    expect(reading.breaks).toEqual([
      { from: '2026-04', definitionBefore: 'meanOfScale', definitionAfter: 'topTwoBox' },
    ]);
  });

  it('of no months there is nothing to say', () => {
    expect(seriesBreaks([])).toEqual({ reference: null, points: [], breaks: [], slips: [], unexplained: [] });
  });

  it('refuses a month that occurs twice', () => {
    expect(() => seriesBreaks([...months('m'), ...months('m')])).toThrow(RangeError);
  });

  it('law: a series by one formula never breaks, and one that changes its formula for good breaks once at most', () => {
    const counts = fc.array(fc.nat(300), { minLength: 5, maxLength: 5 }).filter((list) => list.some((n) => n > 0));
    const by = (name: DefinitionName) => (list: readonly number[], index: number) => ({
      period: String(100 + index),
      counts: list,
      published: roundHalfAway(definitions[name](list)!, 0),
    });
    fc.assert(
      fc.property(fc.array(counts, { maxLength: 24 }), fc.nat(24), (lists, change) => {
        const one = seriesBreaks(lists.map(by('meanOfScale')));
        expect([one.breaks, one.slips, one.unexplained]).toEqual([[], [], []]);
        const two = seriesBreaks(
          lists.map((list, index) => by(index < change ? 'meanOfScale' : 'topTwoBox')(list, index)),
        );
        expect(two.breaks.length + two.slips.length).toBeLessThanOrEqual(1);
      }),
    );
  });
});
