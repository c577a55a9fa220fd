import fc from 'fast-check';
import { roundHalfAway, welch } from '#statistics';
import { sampleBehind } from './estimate.js';
import type { Estimate } from './estimate.js';
import { meanOfScale } from './mean-of-scale.js';
import { shareOf } from './share.js';
import { leastCommonShare, stratifiedChange } from './stratified-change.js';
import type { Stratum } from './stratified-change.js';

const mean = (value: number, variancePerAnswer: number | null, n: number): Estimate => ({
  kind: 'mean',
  value,
  n,
  variance: variancePerAnswer && variancePerAnswer / n,
  variancePerAnswer,
  interval: null,
});
const stratum = (now: Estimate | null, before: Estimate | null): Stratum => ({
  weightCountNow: now?.n ?? 0,
  now,
  before,
});

const counts = fc.array(fc.nat(200), { minLength: 5, maxLength: 5 }).filter((list) => list.some((count) => count > 0));
const estimates = counts.map((list) => meanOfScale(list)!);
const common = fc.tuple(estimates, estimates).map(([now, before]) => stratum(now, before));

describe('stratifiedChange', () => {
  const desk = stratum(mean(82, 600, 120), mean(78, 650, 100));
  const phone = stratum(mean(70, 900, 40), mean(71, 800, 60));

  describe('AT-13 Californian schools of R survey, both cycles alike', () => {
    const schools = [
      { N: 4421, api: 674.43, variance: 15687.4192929, n: 100 },
      { N: 755, api: 625.82, variance: 11947.0893878, n: 50 },
      { N: 1018, api: 636.6, variance: 13824.8571429, n: 50 },
    ];
    const both = (estimate: Estimate, N: number) => ({ weightCountNow: N, now: estimate, before: estimate });

    it('stratified mean 662.29', () => {
      const { now, points } = stratifiedChange(
        schools.map(({ N, api, variance, n }) => both(mean(api, variance, n), N)),
      )!;
      expect(roundHalfAway(now, 2)).toBe(662.29);
      expect(now).toBeCloseTo(662.287363616, 6);
      expect(points).toBe(0);
    });

    it('standard error 9.4089 when the variances are those of a finite population', () => {
      const finite = schools.map(({ N, api, variance, n }) => both(mean(api, variance * (1 - n / N), n), N));
      expect(roundHalfAway(stratifiedChange(finite)!.comparison!.standardError / Math.SQRT2, 4)).toBe(9.4089);
    });
  });

  it('two strata by hand: ¾ · 4 − ¼ · 1 = 2.75, standard error 2.950989, df 287.2756, p 0.352175 (SciPy)', () => {
    const { now, before, points, commonShare, comparison } = stratifiedChange([desk, phone])!;
    expect([now, before, points, commonShare]).toEqual([79, 76.25, 2.75, 1]);
    expect(comparison!.method).toBe('stratified');
    expect(comparison!.standardError).toBeCloseTo(2.950988534937629, 10);
    expect(comparison!.df).toBeCloseTo(287.27555729194506, 8);
    expect(comparison!.p).toBeCloseTo(0.35217530283812687, 10);
    expect(comparison!.interval.low).toBeCloseTo(-3.0583012386859503, 8);
    expect(comparison!.interval.high).toBeCloseTo(8.55830123868595, 8);
  });

  it('what only one cycle has is left out, and the common share says how much that is', () => {
    const opened = stratum(mean(99, 10, 40), null);
    const closed = stratum(null, mean(20, 10, 80));
    const whole = stratifiedChange([desk, phone, opened, closed])!;
    expect(whole.points).toBe(2.75);
    expect(whole.commonShare).toBe(160 / 240); // of before; of now it is 160 / 200
    expect(whole.commonShare).toBeLessThan(leastCommonShare);
  });

  it('a shift between strata alone is no change', () => {
    const moved = [stratum(mean(90, 100, 900), mean(90, 100, 100)), stratum(mean(50, 100, 100), mean(50, 100, 900))];
    expect(stratifiedChange(moved)!.points).toBe(0);
  });

  it('a stratum without spread is lent that of the others, not taken for certain', () => {
    const unanimous = stratum(mean(100, null, 2), mean(70, 800, 60));
    const lent = stratum(mean(100, 600, 2), mean(70, 800, 60));
    expect(stratifiedChange([desk, unanimous])!.comparison!.standardError).toBeCloseTo(
      stratifiedChange([desk, lent])!.comparison!.standardError,
      12,
    );
  });

  it('where no stratum of a cycle shows any spread chance can not be judged', () => {
    expect(stratifiedChange([stratum(mean(100, null, 2), mean(70, 800, 60))])).toMatchObject({
      points: 30,
      comparison: null,
    });
  });

  it.each([
    ['nothing', []],
    ['nothing in common', [stratum(mean(80, 100, 10), null), stratum(null, mean(70, 100, 10))]],
    ['nothing of any weight', [{ ...desk, weightCountNow: 0 }]],
  ])('of %s there is no change', (_, strata) => expect(stratifiedChange(strata)).toBeNull());

  it('refuses to mix shares and means, and impossible weights', () => {
    expect(() => stratifiedChange([stratum(mean(80, 100, 10), shareOf([1, 2], [1]))])).toThrow(RangeError);
    expect(() => stratifiedChange([{ ...desk, weightCountNow: -1 }])).toThrow(RangeError);
  });

  it("law: a single stratum is Welch's test", () => {
    fc.assert(
      fc.property(estimates, estimates, (now, before) => {
        const expected = welch(sampleBehind(now), sampleBehind(before));
        const { comparison } = stratifiedChange([stratum(now, before)])!;
        expect(comparison?.p ?? -1).toBeCloseTo(expected?.p ?? -1, 9);
        expect(comparison?.df ?? -1).toBeCloseTo(expected?.df ?? -1, 6);
      }),
    );
  });

  it('law: order and scale of the weights do not matter; the points lie between those of the strata; no NaN', () => {
    fc.assert(
      fc.property(fc.array(common, { minLength: 1, maxLength: 8 }), (strata) => {
        const change = stratifiedChange(strata)!;
        const other = stratifiedChange(
          strata.toReversed().map((one) => ({ ...one, weightCountNow: 3 * one.weightCountNow })),
        )!;
        expect(other.points).toBeCloseTo(change.points, 9);
        expect(other.comparison?.p ?? -1).toBeCloseTo(change.comparison?.p ?? -1, 9);
        const each = strata.map(({ now, before }) => now!.value - before!.value);
        expect(change.points).toBeGreaterThanOrEqual(Math.min(...each) - 1e-9);
        expect(change.points).toBeLessThanOrEqual(Math.max(...each) + 1e-9);
        expect(change.commonShare).toBe(1);
        const { comparison } = change;
        if (comparison)
          expect([comparison.p, comparison.df, comparison.standardError].every(Number.isFinite)).toBe(true);
      }),
    );
  });
});
