import fc from 'fast-check';
import { newcombeInterval, roundHalfAway } from '#statistics';
import { changeBetween } from './change.js';
import { meanChangeInPoints, meanOfRelativeChanges, relativeChangeOfMean } from './change-definitions.js';
import type { Estimate } from './estimate.js';
import { indexOfItems } from './item-index.js';
import { meanOfScale } from './mean-of-scale.js';
import { netPromoterOf } from './net-promoter.js';
import { shareOf } from './share.js';

const counts = fc.array(fc.nat(500), { minLength: 5, maxLength: 5 }).filter((list) => list.some((count) => count > 0));

describe('changeBetween', () => {
  it('AT-10 shares by Newcombe, in percentage points: 56/70 − 48/80', () => {
    const { points, relative, comparison } = changeBetween(shareOf([14, 56], [1])!, shareOf([32, 48], [1])!);
    expect(points).toBe(20);
    expect(relative).toBeCloseTo(100 / 3, 10);
    expect(comparison!.method).toBe('shares');
    expect([comparison!.interval.low, comparison!.interval.high].map((end) => roundHalfAway(end, 2))).toEqual([
      5.24, 33.39,
    ]);
    expect(comparison!.standardError).toBeCloseTo(7.546680127869536, 10);
    expect(comparison!.difference / comparison!.standardError).toBeCloseTo(comparison!.t, 12);
  });

  it("AT-19 means by Welch: Student's sleep data on a scale of 0 to 100", () => {
    // hours h as points 50 + 10 h, so the scale is left nowhere
    const drug = (hours: readonly number[]) => indexOfItems(hours.map((gained) => [50 + gained * 5]))!;
    const one = drug([0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]);
    const two = drug([1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]);
    const { comparison } = changeBetween(one, two);
    expect(comparison!.t).toBeCloseTo(-1.8608, 4);
    expect(comparison!.df).toBeCloseTo(17.776, 3);
    expect(comparison!.p).toBeCloseTo(0.07939, 5);
    expect(comparison!.interval.low / 5).toBeCloseTo(-3.3654832, 7);
  });

  it('net promoters as means of +100, 0 and −100', () => {
    const now = netPromoterOf([0, 0, 0, 0, 0, 0, 20, 30, 0, 0, 50])!;
    const before = netPromoterOf([0, 0, 0, 0, 0, 0, 30, 40, 0, 0, 30])!;
    const { points, relative, comparison } = changeBetween(now, before);
    expect(points).toBe(30);
    expect(relative).toBeNull();
    expect(comparison!.standardError).toBeCloseTo(Math.sqrt((6100 + 6000) / 99), 10);
  });

  it('a percentage of nothing, or of less, is none', () => {
    const nothing = shareOf([10, 0], [1])!;
    expect(changeBetween(shareOf([5, 5], [1])!, nothing).relative).toBeNull();
    expect(changeBetween({ ...nothing, value: 3 }, { ...nothing, value: -3 }).relative).toBeNull();
  });

  it('ten who are all happy prove nothing about the others: points, but no comparison of means', () => {
    const { points, comparison } = changeBetween(meanOfScale([0, 0, 0, 0, 10])!, meanOfScale([9, 9, 9, 9, 9])!);
    expect(points).toBe(50);
    expect(comparison).toBeNull();
  });

  it('of shares they can be compared', () => {
    const { comparison } = changeBetween(shareOf([0, 10], [1])!, shareOf([50, 50], [1])!);
    const expected = newcombeInterval(10, 10, 50, 100)!;
    expect(comparison!.interval.low).toBeCloseTo(100 * expected.low, 12);
  });

  it('a share is not compared with a mean', () => {
    expect(() => changeBetween(shareOf([1, 2], [1])!, meanOfScale([1, 2])!)).toThrow(RangeError);
  });

  it('law: backwards in time the signs turn, and nothing is NaN', () => {
    const figures: ((list: readonly number[]) => Estimate)[] = [
      (list) => meanOfScale(list)!,
      (list) => shareOf(list, [3, 4])!,
    ];
    fc.assert(
      fc.property(counts, counts, fc.constantFrom(...figures), (a, b, figure) => {
        const forth = changeBetween(figure(a), figure(b));
        const back = changeBetween(figure(b), figure(a));
        expect(back.points).toBe(0 - forth.points);
        expect(Number.isFinite(forth.relative ?? 0)).toBe(true);
        if (!forth.comparison) return expect(back.comparison).toBeNull();
        const { difference, standardError, p, interval } = forth.comparison;
        expect([difference, standardError, p, interval.low, interval.high].every(Number.isFinite)).toBe(true);
        expect(difference).toBeCloseTo(forth.points, 9);
        expect(back.comparison!.interval.low).toBeCloseTo(-interval.high, 9);
        expect(back.comparison!.p).toBeCloseTo(p, 9);
      }),
    );
  });
});

describe('AT-23 three numbers that are all called "improvement"', () => {
  const agencies = [
    { before: 50, now: 60 },
    { before: 80, now: 84 },
  ];

  it('D1 mean of the relative changes: 12.5 %', () => expect(meanOfRelativeChanges(agencies)).toBe(12.5));
  it('D2 relative change of the mean: 10.8 %', () => {
    expect(roundHalfAway(relativeChangeOfMean(agencies)!, 1)).toBe(10.8);
  });
  it('D3 mean change in points: +7', () => expect(meanChangeInPoints(agencies)).toBe(7));

  it('86 → 93 is +7 points and +8.1 %', () => {
    const rise = [{ before: 86, now: 93 }];
    expect(meanChangeInPoints(rise)).toBe(7);
    expect([meanOfRelativeChanges(rise), relativeChangeOfMean(rise)].map((d) => roundHalfAway(d!, 1))).toEqual([
      8.1, 8.1,
    ]);
  });

  it('of no agencies there is none', () => {
    expect([meanOfRelativeChanges([]), relativeChangeOfMean([]), meanChangeInPoints([])]).toEqual([null, null, null]);
  });

  it('an agency that started at 0 has no relative change, and is not quietly left out', () => {
    const withZero = [...agencies, { before: 0, now: 30 }];
    expect(meanOfRelativeChanges(withZero)).toBeNull();
    expect(relativeChangeOfMean(withZero)).toBeCloseTo((100 * (174 - 130)) / 130, 10);
    expect(relativeChangeOfMean([{ before: 0, now: 5 }])).toBeNull();
  });
});
