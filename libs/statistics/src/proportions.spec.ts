import fc from 'fast-check';
import { compareShares, newcombeInterval, wilsonInterval } from './proportions.js';
import { roundHalfAway } from './rounding.js';
import type { Interval } from './interval.js';

const fourDecimals = (interval: Interval | null) =>
  interval && [roundHalfAway(interval.low, 4), roundHalfAway(interval.high, 4)];
const answers = fc
  .tuple(fc.nat(2000), fc.nat(2000))
  .map(([yes, no]) => ({ s: yes, n: yes + no }))
  .filter(({ n }) => n > 0);

describe('wilsonInterval', () => {
  it.each([
    [81, 263, [0.2553, 0.3662]],
    [15, 148, [0.0624, 0.1605]],
    [0, 20, [0, 0.1611]],
    [1, 29, [0.0061, 0.1718]],
  ])('AT-09 Newcombe 1998a, Table I: %d of %d', (successes, n, printed) => {
    expect(fourDecimals(wilsonInterval(successes, n))).toEqual(printed);
  });

  it('is null when nobody was asked', () => expect(wilsonInterval(0, 0)).toBeNull());

  it('of nobody it begins at exactly 0, of everybody it ends at exactly 1', () => {
    for (let n = 1; n <= 1000; n += 1) {
      expect(wilsonInterval(0, n)!.low).toBe(0);
      expect(wilsonInterval(n, n)!.high).toBe(1);
    }
  });

  it('takes effective numbers that are not whole (ends found numerically from the score equation)', () => {
    expect(fourDecimals(wilsonInterval(7.5, 74))).toEqual([0.0512, 0.1909]);
  });

  it.each([
    [-1, 5],
    [6, 5],
    [NaN, 5],
    [1, Infinity],
  ])('refuses %d of %d', (successes, n) => expect(() => wilsonInterval(successes, n)).toThrow(RangeError));

  it('law: holds the share, stays within 0 and 1, is never without width', () => {
    fc.assert(
      fc.property(answers, ({ s, n }) => {
        const { low, high } = wilsonInterval(s, n)!;
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(s / n);
        expect(high).toBeGreaterThanOrEqual(s / n);
        expect(high).toBeGreaterThan(low);
      }),
    );
  });

  it('law: who did not choose is the mirror image of who did', () => {
    fc.assert(
      fc.property(answers, ({ s, n }) => {
        const yes = wilsonInterval(s, n)!;
        const no = wilsonInterval(n - s, n)!;
        expect(no.low).toBeCloseTo(1 - yes.high, 12);
        expect(no.high).toBeCloseTo(1 - yes.low, 12);
      }),
    );
  });

  it('law: its ends solve the score equation (p − end)² = z² end(1 − end)/n', () => {
    fc.assert(
      fc.property(answers, ({ s, n }) => {
        const { low, high } = wilsonInterval(s, n)!;
        for (const end of [low, high]) {
          expect((s / n - end) ** 2).toBeCloseTo((1.959963984540054 ** 2 * end * (1 - end)) / n, 12);
        }
      }),
    );
  });
});

describe('newcombeInterval', () => {
  it.each([
    [56, 70, 48, 80, [0.0524, 0.3339]],
    [9, 10, 3, 10, [0.1705, 0.809]],
    [5, 56, 0, 29, [-0.0381, 0.1926]],
  ])('AT-10 Newcombe 1998b, Table II: %d/%d − %d/%d', (s1, n1, s2, n2, printed) => {
    expect(fourDecimals(newcombeInterval(s1, n1, s2, n2))).toEqual(printed);
  });

  it('is null when one side asked nobody', () => {
    expect(newcombeInterval(1, 2, 0, 0)).toBeNull();
    expect(newcombeInterval(0, 0, 1, 2)).toBeNull();
  });

  it('law: holds the difference, stays within −1 and 1, and turns over when the sides do', () => {
    fc.assert(
      fc.property(answers, answers, (a, b) => {
        const { low, high } = newcombeInterval(a.s, a.n, b.s, b.n)!;
        const difference = a.s / a.n - b.s / b.n;
        expect(low).toBeGreaterThanOrEqual(-1 - 1e-12);
        expect(high).toBeLessThanOrEqual(1 + 1e-12);
        expect(low).toBeLessThanOrEqual(difference);
        expect(high).toBeGreaterThanOrEqual(difference);
        const turned = newcombeInterval(b.s, b.n, a.s, a.n)!;
        expect(turned.low).toBeCloseTo(-high, 12);
        expect(turned.high).toBeCloseTo(-low, 12);
      }),
    );
  });
});

describe('compareShares', () => {
  it('gives the p of the chi-square test without continuity correction (SciPy: chi2 = 7.0234114, p = 0.008045081)', () => {
    const comparison = compareShares(56, 70, 48, 80)!;
    expect(comparison.t ** 2).toBeCloseTo(7.023411371237456, 10);
    expect(comparison.p).toBeCloseTo(0.008045081368196585, 12);
    expect(comparison.difference).toBeCloseTo(0.2, 12);
    expect(comparison.standardError).toBeCloseTo(0.07546680127869536, 12);
    expect(comparison.df).toBeNull();
    expect(fourDecimals(comparison.interval)).toEqual([0.0524, 0.3339]);
  });

  it('sees no difference, and no certainty, where everybody agrees', () => {
    const { p, difference, interval } = compareShares(5, 5, 9, 9)!;
    expect([p, difference]).toEqual([1, 0]);
    expect(interval.high - interval.low).toBeGreaterThan(0.5);
  });

  it('law: no number is NaN, and p lies between 0 and 1', () => {
    fc.assert(
      fc.property(answers, answers, (a, b) => {
        const { difference, standardError, t, p, interval } = compareShares(a.s, a.n, b.s, b.n)!;
        expect([difference, standardError, t, p, interval.low, interval.high].every(Number.isFinite)).toBe(true);
        expect(p).toBeGreaterThanOrEqual(0);
        expect(p).toBeLessThanOrEqual(1);
      }),
    );
  });
});
