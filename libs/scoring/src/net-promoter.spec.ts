import fc from 'fast-check';
import { roundHalfAway, sampleOf } from '#statistics';
import { netPromoterOf } from './net-promoter.js';

/** Counts of 0…10 with all detractors at 6, passives at 7 and promoters at 10. */
const counts = (promoters: number, passives: number, detractors: number) => [
  ...[0, 0, 0, 0, 0, 0],
  ...[detractors, passives, 0, 0, promoters],
];

describe('netPromoterOf', () => {
  it('AT-22 shares 1/2, 1/3, 1/6 of 324: 33.3, variance of one answer 5/9, standard error 4.14 points', () => {
    const { value, variance, n } = netPromoterOf(counts(162, 108, 54))!;
    expect(value).toBeCloseTo(100 / 3, 10);
    expect(variance! * n).toBeCloseTo((100 ** 2 * 5) / 9, 8);
    expect(roundHalfAway(Math.sqrt(variance!), 2)).toBe(4.14);
  });

  it('AT-22 50/30/20 of 100: 30, standard error 7.810, 14.692 to 45.308', () => {
    const { value, variance, interval } = netPromoterOf(counts(50, 30, 20))!;
    expect(value).toBe(30);
    expect(roundHalfAway(Math.sqrt(variance!), 3)).toBe(7.81);
    expect([roundHalfAway(interval!.low, 3), roundHalfAway(interval!.high, 3)]).toEqual([14.692, 45.308]);
  });

  it('AT-22 adjusted Wald of the same: 29.126 ± 15.075', () => {
    const { value, interval } = netPromoterOf(counts(50, 30, 20))!.adjusted;
    expect(roundHalfAway(value, 3)).toBe(29.126);
    expect(roundHalfAway(interval.high - value, 3)).toBe(15.075);
  });

  it('9 and 10 promote, 7 and 8 are passive, 0 to 6 detract', () => {
    const { promoters, passives, detractors, n, value } = netPromoterOf([1, 1, 1, 1, 1, 1, 1, 10, 10, 100, 100])!;
    expect({ promoters, passives, detractors, n }).toEqual({ promoters: 200, passives: 20, detractors: 7, n: 227 });
    expect(value).toBeCloseTo((100 * 193) / 227, 10);
  });

  it.each([
    ['promote', counts(4, 0, 0), 100],
    ['are passive', counts(0, 4, 0), 0],
    ['detract', counts(0, 0, 4), -100],
  ])('where all %s only the adjusted interval can be given', (_, list, value) => {
    const result = netPromoterOf(list)!;
    expect(result).toMatchObject({ value, variance: null, variancePerAnswer: null, interval: null });
    expect(result.adjusted.interval.high - result.adjusted.interval.low).toBeGreaterThan(10);
  });

  it('one answer tells no spread', () => expect(netPromoterOf(counts(0, 0, 1))).toMatchObject({ variance: null }));
  it('of nobody is none', () => expect(netPromoterOf(counts(0, 0, 0))).toBeNull());
  it('refuses other scales', () => expect(() => netPromoterOf([1, 2, 3, 4, 5])).toThrow(RangeError));

  it('law: it is the mean of +100, 0 and −100; turned over, it changes its sign', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), fc.nat(200), (up, middle, down) => {
        fc.pre(up + middle + down > 0);
        const result = netPromoterOf(counts(up, middle, down))!;
        const points = [up, middle, down].flatMap((n, index) => Array.from({ length: n }, () => 100 - 100 * index));
        const sample = sampleOf(points)!;
        expect(result.value).toBeCloseTo(sample.mean, 9);
        expect(result.variancePerAnswer ?? 0).toBeCloseTo(sample.variance ?? 0, 6);
        const turned = netPromoterOf(counts(down, middle, up))!;
        expect(turned.value).toBeCloseTo(-result.value, 10);
        expect(turned.variance ?? 0).toBeCloseTo(result.variance ?? 0, 9);
        const { low, high } = result.adjusted.interval;
        expect(-100 <= low && low <= result.adjusted.value && result.adjusted.value <= high && high <= 100).toBe(true);
      }),
    );
  });
});
