import fc from 'fast-check';
import { roundHalfAway, sampleOf } from '#statistics';
import { answersIn, distributionOf } from './counts.js';
import { meanOfScale } from './mean-of-scale.js';
import { positiveShareOf, shareOf, topTwoBoxOf } from './share.js';

const counts = fc.array(fc.nat(300), { minLength: 3, maxLength: 7 }).filter((list) => list.some((count) => count > 0));
const valuesOf = (list: readonly number[], points: readonly number[]) =>
  list.flatMap((count, option) => Array.from({ length: count }, () => points[option]!));

describe('distributionOf', () => {
  it('AT-02 Civil Service People Survey: 103, 166, 177, 95, 24 of 565', () => {
    const printed = distributionOf([103, 166, 177, 95, 24])?.map((percent) => roundHalfAway(percent, 3));
    expect(printed).toEqual([18.23, 29.381, 31.327, 16.814, 4.248]);
  });

  it('of nobody is none', () => expect(distributionOf([0, 0, 0])).toBeNull());

  it.each([[[1, -1]], [[0.5, 2]], [[NaN, 1]]])('refuses %j', (list) => {
    expect(() => distributionOf(list)).toThrow(RangeError);
  });

  it('law: sums to 100', () => {
    fc.assert(
      fc.property(counts, (list) => expect(distributionOf(list)!.reduce((a, b) => a + b, 0)).toBeCloseTo(100, 9)),
    );
  });
});

describe('meanOfScale', () => {
  it.each([
    ['2023-04', [23, 46, 153, 419, 528], 79.577, 80],
    ['2023-05', [19, 33, 143, 419, 518], 80.565, 81],
    ['2023-07', [27, 31, 173, 483, 524], 79.2, 79],
    ['2024-02', [20, 34, 190, 530, 506], 78.672, 79],
    ['2026-03', [13, 38, 136, 455, 501], 80.468, 80],
    ['2021-03', [67, 73, 205, 1276, 4434], 91.028, 91],
    ['2024-08', [552, 484, 1849, 7117, 13079], 84.322, 84],
  ])('AT-04 GOV.UK user satisfaction %s', (_, list, exact, published) => {
    const { value } = meanOfScale(list)!;
    expect(roundHalfAway(value, 3)).toBe(exact);
    expect(roundHalfAway(value, 0)).toBe(published);
  });

  it("AT-04 its interval is Student's (SciPy: s² 552.6673, 78.2275 to 80.9256)", () => {
    const { n, variance, variancePerAnswer, interval } = meanOfScale([23, 46, 153, 419, 528])!;
    expect(n).toBe(1169);
    expect(variancePerAnswer).toBeCloseTo(552.6672926163328, 8);
    expect(variance).toBeCloseTo(552.6672926163328 / 1169, 10);
    expect(interval!.low).toBeCloseTo(78.22752687189855, 8);
    expect(interval!.high).toBeCloseTo(80.92559545487647, 8);
  });

  it('an exact half stays one, on a scale whose points floats can not hold', () => {
    expect(meanOfScale([0, 1, 0, 5])!.value).toBe(800 / 9);
    expect(meanOfScale([1, 0, 0, 1])!.value).toBe(50);
    expect(meanOfScale([0, 0, 93, 107])!.value).toBe(84.5);
    expect(meanOfScale([61, 0, 0, 0, 0, 0, 339])!.value).toBe(84.75);
  });

  it('takes other points', () => {
    expect(meanOfScale([1, 0, 0, 3], [1, 2, 3, 4])).toMatchObject({ value: 3.25, n: 4, variancePerAnswer: 2.25 });
  });

  it.each([
    ['nobody', [0, 0, 0, 0, 0]],
    ['nobody, on other points', [0, 0]],
  ])('of %s is no mean, not 0', (_, list) => expect(meanOfScale(list)).toBeNull());

  it.each([
    ['one answer', [0, 0, 0, 1, 0], 75, 1],
    ['three that are all alike', [0, 0, 0, 0, 3], 100, 3],
  ])('%s claim no certainty', (_, list, value, n) => {
    expect(meanOfScale(list)).toEqual({
      kind: 'mean',
      value,
      n,
      variance: null,
      variancePerAnswer: null,
      interval: null,
    });
  });

  it('all alike on points floats can not hold is still all alike', () => {
    expect(meanOfScale([0, 3, 0, 0])).toMatchObject({ variance: null, interval: null });
    expect(meanOfScale([0, 2, 1, 0], [0, 0.1, 0.1, 1])).toMatchObject({ value: 0.1, variance: null, interval: null });
  });

  it('nobody scores above the scale: the interval ends with it', () => {
    expect(meanOfScale([0, 0, 0, 1, 2])!.interval).toMatchObject({ high: 100 });
  });

  it.each([
    [[5], undefined],
    [
      [1, 2, 3],
      [0, 100],
    ],
    [
      [1, 2],
      [0, NaN],
    ],
  ])('refuses %j with points %j', (list, points) => expect(() => meanOfScale(list, points)).toThrow(RangeError));

  it('law: it is the sample of the answers written out', () => {
    fc.assert(
      fc.property(counts, (list) => {
        const points = list.map((_, option) => (100 * option) / (list.length - 1));
        const sample = sampleOf(valuesOf(list, points))!;
        for (const estimate of [meanOfScale(list)!, meanOfScale(list, points)!]) {
          expect(estimate.value).toBeCloseTo(sample.mean, 9);
          expect(estimate.n).toBe(sample.n);
          expect(estimate.variancePerAnswer ?? 0).toBeCloseTo(sample.variance ?? 0, 6);
        }
      }),
    );
  });

  it('law: within the scale, mirrored with it, in its own interval, never NaN', () => {
    fc.assert(
      fc.property(counts, (list) => {
        const { value, interval } = meanOfScale(list)!;
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(100);
        expect(meanOfScale(list.toReversed())!.value).toBeCloseTo(100 - value, 9);
        if (!interval) return;
        expect(interval.low).toBeGreaterThanOrEqual(0);
        expect(interval.high).toBeLessThanOrEqual(100);
        expect(interval.low).toBeLessThan(value);
        expect(interval.high).toBeGreaterThan(value);
      }),
    );
  });
});

describe('shareOf', () => {
  it('AT-02 positive 269 of 565 is 47.611 %', () => {
    const worstFirst = [24, 95, 177, 166, 103];
    expect(roundHalfAway(positiveShareOf(worstFirst)!.value, 3)).toBe(47.611);
    expect(positiveShareOf(worstFirst)).toEqual(topTwoBoxOf(worstFirst));
  });

  it('AT-05 top-2 box: 12, 21, 131, 410, 450 is 83.984 where the mean is 80.884', () => {
    expect(roundHalfAway(topTwoBoxOf([12, 21, 131, 410, 450])!.value, 3)).toBe(83.984);
    expect(roundHalfAway(meanOfScale([12, 21, 131, 410, 450])!.value, 3)).toBe(80.884);
  });

  it("AT-09 its interval is Wilson's, in percent: 81 of 263", () => {
    const { interval, n } = shareOf([182, 81], [1])!;
    expect(n).toBe(263);
    expect([roundHalfAway(interval!.low, 2), roundHalfAway(interval!.high, 2)]).toEqual([25.53, 36.62]);
  });

  it('of seven options three are positive, of four two, of two one', () => {
    expect(positiveShareOf([1, 1, 1, 1, 1, 1, 4])!.value).toBe(60);
    expect(positiveShareOf([1, 1, 1, 1])!.value).toBe(50);
    expect(positiveShareOf([3, 1])!.value).toBe(25);
  });

  it('everybody is 100 % with an interval, but without a spread', () => {
    const { value, variance, variancePerAnswer, interval } = shareOf([0, 10], [1])!;
    expect([value, variance, variancePerAnswer]).toEqual([100, null, null]);
    expect(interval!.low).toBeCloseTo(72.2467, 4);
  });

  it('of nobody is none', () => expect(shareOf([0, 0], [1])).toBeNull());

  it.each([[[5]], [[-1]], [[0, 0]]])('refuses the options %j', (chosen) => {
    expect(() => shareOf([1, 2, 3], chosen)).toThrow(RangeError);
  });

  it('refuses a top-2 box of two, and an item of one', () => {
    expect(() => topTwoBoxOf([1, 2])).toThrow(RangeError);
    expect(() => positiveShareOf([1])).toThrow(RangeError);
  });

  it('law: it is the mean of zeros and hundreds, and the others are the rest', () => {
    fc.assert(
      fc.property(counts, (list) => {
        const share = shareOf(list, [0])!;
        const first = list[0]!;
        const sample = sampleOf(valuesOf([answersIn(list) - first, first], [0, 100]))!;
        expect(share.value).toBeCloseTo(sample.mean, 9);
        expect(share.variancePerAnswer ?? 0).toBeCloseTo(sample.variance ?? 0, 6);
        expect((share.variance ?? 0) * share.n).toBeCloseTo(share.variancePerAnswer ?? 0, 6);
        const rest = list.map((_, option) => option).slice(1);
        expect(shareOf(list, rest)!.value).toBeCloseTo(100 - share.value, 9);
      }),
    );
  });
});
