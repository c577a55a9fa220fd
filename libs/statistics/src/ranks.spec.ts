import fc from 'fast-check';
import { rankIntervals } from './rank-intervals.js';
import { ranksOf } from './ranks.js';

const scores = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 30 });
const errors = fc.option(fc.double({ min: 0, max: 10, noNaN: true }), { nil: null });

describe('ranksOf', () => {
  it('ties share the better rank and the next is skipped', () => {
    expect(ranksOf([80, 95, 80, 70], { higherIsBetter: true })).toEqual([
      { rank: 2, tiedWith: 1 },
      { rank: 1, tiedWith: 0 },
      { rank: 2, tiedWith: 1 },
      { rank: 4, tiedWith: 0 },
    ]);
  });

  it('of waiting times the shortest is first', () => {
    expect(ranksOf([12, 3, 7], { higherIsBetter: false }).map(({ rank }) => rank)).toEqual([3, 1, 2]);
  });

  it('takes what floats add for a tie', () => {
    expect(ranksOf([0.1 + 0.2, 0.3], { higherIsBetter: true })).toEqual([
      { rank: 1, tiedWith: 1 },
      { rank: 1, tiedWith: 1 },
    ]);
  });

  it('of nobody are none, and of no number refused', () => {
    expect(ranksOf([], { higherIsBetter: true })).toEqual([]);
    expect(() => ranksOf([NaN], { higherIsBetter: true })).toThrow(RangeError);
  });

  it('law: ranks and ties fill 1 to N', () => {
    fc.assert(
      fc.property(scores, fc.boolean(), (values, higherIsBetter) => {
        const ranks = ranksOf(values, { higherIsBetter });
        const places = [...new Map(ranks.map((rank) => [rank.rank, rank.tiedWith]))].sort(([a], [b]) => a - b);
        let next = 1;
        for (const [rank, tiedWith] of places) {
          expect(rank).toBe(next);
          next += tiedWith + 1;
        }
        expect(next).toBe(values.length + 1);
      }),
    );
  });
});

describe('rankIntervals', () => {
  it('counts who is detectably better and worse', () => {
    const units = [
      { value: 90, standardError: 1 },
      { value: 88, standardError: 1 }, // 2 < 1.96 · √2 = 2.77: not to be told from the first
      { value: 86, standardError: 1 }, // 4 from the first, 2 from the second
      { value: 60, standardError: 1 },
    ];
    expect(rankIntervals(units)).toEqual([
      { best: 1, worst: 2 },
      { best: 1, worst: 3 },
      { best: 2, worst: 3 },
      { best: 4, worst: 4 },
    ]);
  });

  it.each([
    [2.77, 2], // 1.959964 · √2 = 2.771808
    [2.78, 1],
  ])('%d apart with errors of 1 the better one can be in place %d at worst', (apart, worst) => {
    const units = [apart, 0].map((value) => ({ value, standardError: 1 }));
    expect(rankIntervals(units)[0]).toEqual({ best: 1, worst });
  });

  it('a unit of unknown error has none, and widens the others', () => {
    const units = [
      { value: 90, standardError: 1 },
      { value: 10, standardError: null },
      { value: 50, standardError: 1 },
    ];
    expect(rankIntervals(units)).toEqual([{ best: 1, worst: 2 }, null, { best: 2, worst: 3 }]);
  });

  it('less can be better', () => {
    const units = [
      { value: 90, standardError: 1 },
      { value: 50, standardError: 1 },
    ];
    expect(rankIntervals(units, { higherIsBetter: false })).toEqual([
      { best: 2, worst: 2 },
      { best: 1, worst: 1 },
    ]);
  });

  it('refuses an impossible error', () => {
    expect(() => rankIntervals([{ value: 1, standardError: -1 }])).toThrow(RangeError);
    expect(() => rankIntervals([{ value: NaN, standardError: 1 }])).toThrow(RangeError);
  });

  it('law: holds every place the shown ranks allow, and lies between 1 and N', () => {
    const units = fc.array(fc.record({ value: fc.integer({ min: 0, max: 20 }), standardError: errors }), {
      maxLength: 25,
    });
    fc.assert(
      fc.property(units, (list) => {
        const ranks = ranksOf(
          list.map(({ value }) => value),
          { higherIsBetter: true },
        );
        rankIntervals(list).forEach((interval, index) => {
          if (interval === null) return expect(list[index]!.standardError).toBeNull();
          const { rank, tiedWith } = ranks[index]!;
          expect(interval.best).toBeGreaterThanOrEqual(1);
          expect(interval.best).toBeLessThanOrEqual(rank);
          expect(interval.worst).toBeGreaterThanOrEqual(rank + tiedWith);
          expect(interval.worst).toBeLessThanOrEqual(list.length);
        });
      }),
    );
  });

  it('law: exact figures have the ranks themselves', () => {
    fc.assert(
      fc.property(scores, (values) => {
        const ranks = ranksOf(values, { higherIsBetter: true });
        const exact = rankIntervals(values.map((value) => ({ value, standardError: 0 })));
        expect(exact).toEqual(ranks.map(({ rank, tiedWith }) => ({ best: rank, worst: rank + tiedWith })));
      }),
    );
  });
});
