import fc from 'fast-check';
import { meanInterval } from '../mean-interval.js';
import { roundHalfAway } from '../rounding.js';
import { sampleOf } from '../sample.js';
import { clusteredMean, designedMean, weightedMean } from './weighted-mean.js';
import type { WeightedValue } from './weighted-mean.js';
import { weightedRatio } from './weighted-ratio.js';

const one = (value: number, weight = 1): WeightedValue => ({ value, weight, count: 1 });
/** R's `fpc` data, from the Stata manual. */
const stratumOne = [2.8, 4.1, 6.8, 6.8, 9.2].map((value) => one(value, 3));
const stratumTwo = [3.7, 6.6, 4.2].map((value) => one(value, 4));
/** Scores of seven respondents in three clusters; results by NumPy. */
const seven = [one(0, 1), one(25, 2), one(50, 0.5), one(75, 1), one(100, 1), one(100, 3), one(50, 1.5)];

describe('designedMean', () => {
  it('AT-14 fpc: mean 5.448148, standard error 0.7412683 without and 0.6160407 with the correction', () => {
    const without = designedMean([{ respondents: stratumOne }, { respondents: stratumTwo }])!;
    const withIt = designedMean([
      { respondents: stratumOne, population: 15 },
      { respondents: stratumTwo, population: 12 },
    ])!;
    expect(without.value).toBeCloseTo(5.448148, 6);
    expect(without.standardError).toBeCloseTo(0.7412683, 7);
    expect(without).toMatchObject({ df: 6, n: 8 });
    expect(withIt.standardError).toBeCloseTo(0.6160407, 7);
  });

  it('where everybody was asked nothing is left to chance', () => {
    const all = designedMean([{ respondents: [one(50), one(100)], population: 2 }])!;
    expect(all).toMatchObject({ value: 75, standardError: 0, interval: { low: 75, high: 75 } });
  });

  it('a stratum of one tells no spread, unless it is all there is', () => {
    const pair = { respondents: [one(50), one(100)] };
    expect(designedMean([pair, { respondents: [one(0)] }])).toMatchObject({ standardError: null, interval: null });
    const known = designedMean([pair, { respondents: [one(0)], population: 1 }])!;
    expect(known.standardError).toBeGreaterThan(0);
    expect(known.df).toBe(1);
  });

  it('refuses more units than there are', () => {
    expect(() => designedMean([{ respondents: seven, population: 6 }])).toThrow(RangeError);
  });
});

describe('weightedMean', () => {
  it('linearised standard error, as NumPy: 62.5 and 16.78215197762194', () => {
    const { value, standardError, df } = weightedMean(seven)!;
    expect([value, df]).toEqual([62.5, 6]);
    expect(standardError).toBeCloseTo(16.78215197762194, 12);
  });

  it('a count of three is three respondents', () => {
    const counted = weightedMean([{ value: 80, weight: 2, count: 3 }, one(20, 5)])!;
    const listed = weightedMean([one(80, 2), one(80, 2), one(80, 2), one(20, 5)])!;
    expect(counted).toMatchObject({ n: 4, df: 3 });
    expect(counted.value).toBeCloseTo(listed.value, 12);
    expect(counted.standardError).toBeCloseTo(listed.standardError!, 12);
  });

  it.each([
    ['nobody', []],
    ['nobody who weighs', [one(50, 0)]],
  ])('is null of %s', (_, values) => expect(weightedMean(values)).toBeNull());

  it('one respondent tells no spread', () => {
    expect(weightedMean([one(80)])).toMatchObject({ value: 80, n: 1, standardError: null, df: null, interval: null });
  });

  it.each([[NaN], [Infinity]])('refuses %d', (value) => expect(() => weightedMean([one(value)])).toThrow(RangeError));

  const groups = fc.array(
    fc.record({
      value: fc.double({ min: 0, max: 100, noNaN: true }),
      weight: fc.double({ min: 0.05, max: 20, noNaN: true }),
      count: fc.integer({ min: 1, max: 40 }),
    }),
    { minLength: 2, maxLength: 12 },
  );

  it('law: equal answers have a standard error of 0, whatever they weigh, and no interval', () => {
    fc.assert(
      fc.property(groups, fc.double({ min: -1e6, max: 1e6, noNaN: true }), (list, value) => {
        const alike = weightedMean(list.map((group) => ({ ...group, value })))!;
        expect(alike.value).toBe(value);
        expect(alike).toMatchObject({ standardError: 0, interval: null });
      }),
    );
  });

  it('law: equal weights give the plain mean, standard error and interval', () => {
    fc.assert(
      fc.property(groups, (list) => {
        const plain = sampleOf(list.flatMap(({ value, count }) => Array.from({ length: count }, () => value)))!;
        fc.pre(plain.variance! > 1e-6);
        const { value, standardError, interval, designEffect } = weightedMean(list.map((group) => ({ ...group, weight: 0.7 })))!; // prettier-ignore
        expect(value).toBeCloseTo(plain.mean, 9);
        expect(standardError).toBeCloseTo(Math.sqrt(plain.variance! / plain.n), 9);
        expect(designEffect).toBe(1);
        expect(interval!.low).toBeCloseTo(meanInterval(plain)!.low, 7);
        expect(interval!.high).toBeCloseTo(meanInterval(plain)!.high, 7);
      }),
    );
  });

  it('law: weights count by their proportions, and the order does not matter', () => {
    fc.assert(
      fc.property(groups, fc.constantFrom(1e-150, 0.3, 1e9), (list, by) => {
        const plain = weightedMean(list)!;
        const scaled = weightedMean(list.map((group) => ({ ...group, weight: group.weight * by })).reverse())!;
        expect(scaled.value).toBeCloseTo(plain.value, 10);
        expect(scaled.standardError).toBeCloseTo(plain.standardError!, 10);
      }),
    );
  });
});

/** R's `survey` package, 15 of 757 districts with all their schools: schools, and sums of api00, enroll and api.stu. */
const districts: readonly (readonly [schools: number, api00: number, enroll: number, tested: number])[] = [
  [11, 7359, 6081, 4895], [4, 1888, 1436, 1184], [2, 905, 680, 532], [13, 8593, 6958, 5935], [2, 1116, 683, 610],
  [4, 2493, 1641, 1373], [4, 2077, 1668, 1461], [16, 11369, 9025, 7573], [9, 6386, 2180, 1877], [34, 22508, 15038, 12618],
  [21, 13761, 14968, 12292], [37, 20394, 25814, 22452], [13, 9372, 6777, 6047], [1, 551, 274, 199], [12, 9111, 7375, 6431],
]; // prettier-ignore

describe('clusteredMean', () => {
  it('R survey, apiclus1: svymean(~api00) 644.17, standard error 23.542, interval by t 593.6763–694.6625', () => {
    const clusters = districts.map(([schools, api00]) => [{ value: api00 / schools, weight: 33.847, count: schools }]);
    const { value, standardError, interval, df, n } = clusteredMean(clusters, 757)!;
    expect([roundHalfAway(value, 2), roundHalfAway(standardError!, 3)]).toEqual([644.17, 23.542]);
    expect([roundHalfAway(interval!.low, 4), roundHalfAway(interval!.high, 4)]).toEqual([593.6763, 694.6625]);
    expect([df, n]).toEqual([14, 183]);
  });

  const clusters = [seven.slice(0, 2), seven.slice(2, 4), seven.slice(4)];

  it('as NumPy: 23.29330644198028, of ten clusters 19.488578385813575; two degrees of freedom', () => {
    expect(clusteredMean(clusters)!.standardError).toBeCloseTo(23.29330644198028, 12);
    expect(clusteredMean(clusters, 10)!.standardError).toBeCloseTo(19.488578385813575, 12);
    expect(clusteredMean(clusters)).toMatchObject({ df: 2, n: 7 });
  });

  it('a single cluster tells no spread, however many it holds', () => {
    expect(clusteredMean([seven])).toMatchObject({ value: 62.5, standardError: null, interval: null });
  });

  it('clusters of nobody, or of nobody who weighs, are none', () => {
    expect(clusteredMean([...clusters, [], [one(5, 0)]])).toEqual(clusteredMean(clusters));
  });

  it('law: clusters of one are respondents drawn one by one', () => {
    const alone = clusteredMean(seven.map((respondent) => [respondent]))!;
    expect(alone.standardError).toBeCloseTo(weightedMean(seven)!.standardError!, 12);
    expect(alone.df).toBe(weightedMean(seven)!.df);
  });
});

describe('weightedRatio', () => {
  it('R survey, apiclus1: svyratio(~api.stu, ~enroll) 0.8497087, standard error 0.008386297', () => {
    const clusters = districts.map(([, , enroll, tested]) => [
      { above: tested, below: enroll, weight: 33.847, count: 1 },
    ]);
    const { value, standardError } = weightedRatio([{ clusters, population: 757 }])!;
    expect(value).toBeCloseTo(0.8497087, 7);
    expect(standardError).toBeCloseTo(0.008386297, 9);
  });

  const pairs = [[1, 2], [0, 1], [4, 5], [2, 2], [3, 4], [1, 3], [2, 2]]; // prettier-ignore
  const respondents = pairs.map(([above = 0, below = 0], at) => ({
    above,
    below,
    weight: seven[at]!.weight,
    count: 1,
  }));

  it('as NumPy: 0.5714285714285714 and 0.1333055642330981', () => {
    const { value, standardError } = weightedRatio([{ respondents }])!;
    expect(value).toBeCloseTo(0.5714285714285714, 14);
    expect(standardError).toBeCloseTo(0.1333055642330981, 13);
  });

  it('of nothing is null, not infinite', () => {
    expect(weightedRatio([{ respondents: [{ above: 3, below: 0, weight: 1, count: 2 }] }])).toBeNull();
  });

  it('law: equal ratios are certain, though floats make each of them a little different', () => {
    const below = fc.array(fc.double({ min: 0.1, max: 1e4, noNaN: true }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(below, fc.double({ min: 0.001, max: 100, noNaN: true }), (list, ratio) => {
        const alike = list.map((one, at) => ({ above: ratio * one, below: one, weight: 1 + at / 3, count: 2 }));
        expect(weightedRatio([{ respondents: alike }])).toMatchObject({ standardError: 0, interval: null });
      }),
    );
  });
});
