import fc from 'fast-check';
import { wilsonInterval } from '../proportions.js';
import { roundHalfAway } from '../rounding.js';
import { weightedMeanOfScale } from './weighted-counts.js';
import type { WeightedCounts } from './weighted-counts.js';
import { weightedNetPromoter } from './weighted-net-promoter.js';
import { weightedDistribution, weightedPositiveShare, weightedShare, weightedTopTwoBox } from './weighted-share.js';

const plain = (counts: readonly number[], weight = 1): readonly WeightedCounts[] => [{ weight, counts }];
/** Counts of 0…10 with all detractors at 6, passives at 7 and promoters at 10. */
const promoting = (promoters: number, passives: number, detractors: number) => [
  ...[0, 0, 0, 0, 0, 0],
  ...[detractors, passives, 0, 0, promoters],
];
/** A third of the respondents, who stand for two thirds of the people. */
const twoCells: readonly WeightedCounts[] = [
  { weight: 4, counts: [10, 0, 0, 10, 30] },
  { weight: 1, counts: [0, 20, 20, 60, 0] },
];
const cells = fc.array(
  fc.record({
    weight: fc.double({ min: 0.1, max: 10, noNaN: true }),
    counts: fc.array(fc.nat(50), { minLength: 5, maxLength: 5 }),
  }),
  { minLength: 1, maxLength: 6 },
);
const answered = cells.filter((list) => list.some(({ counts }) => counts.some((count) => count > 0)));

describe('weightedMeanOfScale', () => {
  it('AT-01 one respondent: strongly agree, agree, agree, neither, disagree is 65 of 100', () => {
    const steps = 4 + 3 + 3 + 2 + 1; // of 5 items · 4
    const respondents = Array.from({ length: 21 }, (_, sum) => (sum === steps ? 1 : 0));
    expect(weightedMeanOfScale(plain(respondents))).toMatchObject({ value: 65, n: 1, interval: null });
  });

  it('AT-01 ten respondents of 65, 25, 70, 35, 50, 100, 90, 40, 20, 35: index 53', () => {
    const scores = [65, 25, 70, 35, 50, 100, 90, 40, 20, 35];
    const respondents = Array.from({ length: 21 }, (_, sum) => scores.filter((score) => score === 5 * sum).length);
    expect(weightedMeanOfScale(plain(respondents))).toMatchObject({ value: 53, n: 10 });
  });

  it('AT-01 organisation A: index 49, positive 50 %', () => {
    expect(weightedMeanOfScale(plain([24, 16, 10, 40, 10]))!.value).toBe(49);
    expect(weightedPositiveShare(plain([24, 16, 10, 40, 10]))!.value).toBe(0.5);
  });

  it('a cell counts by the people it stands for', () => {
    // 50 respondents stand for 200 people, mean (10·0 + 10·75 + 30·100)/50 = 75; 100 for 100, mean (20·25 + 20·50 + 60·75)/100 = 60
    const { value, n, effectiveN } = weightedMeanOfScale(twoCells)!;
    expect(value).toBeCloseTo((200 * 75 + 100 * 60) / 300, 12);
    expect(n).toBe(150);
    expect(effectiveN).toBeCloseTo(300 ** 2 / (50 * 16 + 100), 10);
  });

  it('an exact half stays one, on a scale whose points floats can not hold', () => {
    expect(weightedMeanOfScale(plain([0, 0, 93, 107], 0.37))!.value).toBe(84.5);
    expect(weightedMeanOfScale(plain([61, 0, 0, 0, 0, 0, 339], 3))!.value).toBe(84.75);
  });

  it('takes other points', () => expect(weightedMeanOfScale(plain([1, 0, 3]), [1, 2, 5])!.value).toBe(4));

  it.each([
    ['no cells', []],
    ['nobody', plain([0, 0, 0])],
    ['nobody who weighs', plain([1, 2, 3], 0)],
  ])('of %s is null', (_, list) => {
    expect(weightedMeanOfScale(list)).toBeNull();
    expect(weightedDistribution(list)).toBeNull();
    expect(weightedTopTwoBox(list)).toBeNull();
    expect(weightedPositiveShare(list)).toBeNull();
  });

  it('refuses one option, other points, and cells of different questions', () => {
    expect(() => weightedMeanOfScale(plain([3]))).toThrow(RangeError);
    expect(() => weightedMeanOfScale(plain([3, 1]), [1])).toThrow(RangeError);
    expect(() => weightedMeanOfScale([...plain([3, 1]), ...plain([1, 1, 1])])).toThrow(RangeError);
    expect(() => weightedMeanOfScale(plain([0.5, 1]))).toThrow(RangeError);
  });
});

describe('weightedShare', () => {
  it('AT-02 Civil Service People Survey: the distribution and its positive share, 47.611 %', () => {
    const list = plain([24, 95, 177, 166, 103]);
    const percent = weightedDistribution(list)!.map(({ value }) => roundHalfAway(100 * value, 3));
    expect(percent).toEqual([4.248, 16.814, 31.327, 29.381, 18.23]);
    expect(roundHalfAway(100 * weightedPositiveShare(list)!.value, 3)).toBe(47.611);
    expect(weightedTopTwoBox(list)).toEqual(weightedPositiveShare(list));
  });

  it('weighs answers and judges them by the effective number', () => {
    const { value, effectiveN, interval, n } = weightedTopTwoBox(twoCells)!;
    expect(value).toBeCloseTo((4 * 40 + 60) / 300, 12);
    expect([n, roundHalfAway(effectiveN, 6)]).toEqual([150, 100]);
    expect(interval!.low).toBeCloseTo(wilsonInterval((100 * 220) / 300, 100)!.low, 12);
  });

  it('of seven options the three best are positive', () => {
    expect(weightedPositiveShare(plain([0, 0, 0, 1, 1, 1, 1]))!.value).toBe(0.75);
  });

  it('refuses options that are not there, or twice, and a top two of two', () => {
    expect(() => weightedShare(plain([1, 2]), [2])).toThrow(RangeError);
    expect(() => weightedShare(plain([1, 2]), [1, 1])).toThrow(RangeError);
    expect(() => weightedTopTwoBox(plain([1, 2]))).toThrow(RangeError);
    expect(() => weightedPositiveShare(plain([1]))).toThrow(RangeError);
  });

  it('law: equal weights give the unweighted share and Wilson’s interval', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(80), { minLength: 4, maxLength: 4 }), (counts) => {
        const n = counts.reduce((x, y) => x + y, 0);
        fc.pre(n > 0);
        const { value, interval, designEffect } = weightedShare(plain(counts, 3.3), [1, 3])!;
        const successes = counts[1]! + counts[3]!;
        expect(designEffect).toBe(1);
        expect(value).toBeCloseTo(successes / n, 12);
        expect(interval!.low).toBeCloseTo(wilsonInterval(successes, n)!.low, 9);
        expect(interval!.high).toBeCloseTo(wilsonInterval(successes, n)!.high, 9);
      }),
    );
  });

  it('law: shares sum to 1, each in its interval; scaling and order change nothing; nothing is NaN', () => {
    fc.assert(
      fc.property(answered, (list) => {
        const shares = weightedDistribution(list)!;
        const scaled = weightedDistribution(
          list.map(({ weight, counts }) => ({ weight: weight * 7, counts })).reverse(),
        )!;
        expect(shares.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(1, 12);
        shares.forEach(({ value, interval, effectiveN }, option) => {
          expect(scaled[option]!.value).toBeCloseTo(value, 12);
          expect(scaled[option]!.effectiveN / effectiveN).toBeCloseTo(1, 12);
          expect(interval!.low).toBeLessThanOrEqual(value);
          expect(interval!.high).toBeGreaterThanOrEqual(value);
          expect(interval!.low >= 0 && interval!.high <= 1).toBe(true);
        });
      }),
    );
  });
});

describe('weightedNetPromoter', () => {
  it('AT-22 shares 1/2, 1/3, 1/6 of 324: 33.3, standard error 4.14 points', () => {
    const { value, standardError } = weightedNetPromoter(plain(promoting(162, 108, 54)))!;
    expect(roundHalfAway(value, 1)).toBe(33.3);
    expect((standardError / 100) ** 2 * 324).toBeCloseTo(5 / 9, 12);
    expect(roundHalfAway(standardError, 2)).toBe(4.14);
  });

  it('AT-22 50/30/20 of 100: 30, standard error 7.810, 14.692 to 45.308; adjusted 29.126 ± 15.075', () => {
    const { value, standardError, interval, adjusted } = weightedNetPromoter(plain(promoting(50, 30, 20), 2.5))!;
    expect(value).toBeCloseTo(30, 12);
    expect(roundHalfAway(standardError, 3)).toBe(7.81);
    expect([roundHalfAway(interval!.low, 3), roundHalfAway(interval!.high, 3)]).toEqual([14.692, 45.308]);
    expect(roundHalfAway(adjusted.value, 3)).toBe(29.126);
    expect(roundHalfAway(adjusted.interval.high - adjusted.value, 3)).toBe(15.075);
  });

  it('weights move it, and widen it', () => {
    const list = [{ weight: 4, counts: promoting(30, 10, 10) }, { weight: 1, counts: promoting(20, 40, 40) }]; // prettier-ignore
    const { value, promoters, detractors, passives, effectiveN, n } = weightedNetPromoter(list)!;
    expect(promoters).toBeCloseTo(140 / 300, 12);
    expect(detractors).toBeCloseTo(80 / 300, 12);
    expect(promoters + passives + detractors).toBeCloseTo(1, 12);
    expect(value).toBeCloseTo(20, 10);
    expect(effectiveN).toBeLessThan(n);
  });

  it('where all promote only the adjusted interval can be given', () => {
    const { value, interval, adjusted } = weightedNetPromoter(plain(promoting(4, 0, 0)))!;
    expect([value, interval]).toEqual([100, null]);
    expect(adjusted.interval.high - adjusted.interval.low).toBeGreaterThan(10);
  });

  it('of nobody is null, and of another scale refused', () => {
    expect(weightedNetPromoter([])).toBeNull();
    expect(weightedNetPromoter(plain(promoting(0, 0, 0)))).toBeNull();
    expect(() => weightedNetPromoter(plain([1, 2, 3]))).toThrow(RangeError);
  });
});
