import fc from 'fast-check';
import { roundHalfAway } from './rounding.js';

describe('roundHalfAway', () => {
  it.each([
    [1.005, 2, 1.01],
    [84.665, 2, 84.67],
    [84.66499999999999, 2, 84.66],
    [2.5, 0, 3],
    [-2.5, 0, -3],
    [-1.005, 2, -1.01],
    [0.5, 0, 1],
    [0.49999999999999994, 0, 0],
    [0.05, 0, 0],
    [99.95, 1, 100],
    [9.5, 0, 10],
    [1.45, 1, 1.5],
    [8.575, 2, 8.58],
    [7, 2, 7],
    [-0, 0, 0],
    [-0.4, 0, 0],
    [5e-7, 6, 0.000001],
    [4.9e-7, 6, 0],
    [5e-324, 2, 0],
    [1.5e-10, 10, 2e-10],
    [123456789012345.67, 1, 123456789012345.7],
    [1e21, 2, 1e21],
    [-1.7976931348623157e308, 3, -1.7976931348623157e308],
  ])('%d to %d decimals is %d', (value, decimals, rounded) => expect(roundHalfAway(value, decimals)).toBe(rounded));

  it('AT-03 differences are taken before rounding: 75 and 75, and yet +1', () => {
    const [now, before] = [75.43647583, 74.63572484];
    expect([roundHalfAway(now, 0), roundHalfAway(before, 0)]).toEqual([75, 75]);
    expect(roundHalfAway(now - before, 0)).toBe(1);
    expect(now - before).toBeCloseTo(0.800751, 6);
  });

  it('AT-27 the published trio: 95.8, 93.8 and 86.7 are printed as 96, 94 and 87', () => {
    expect([95.8, 93.8, 86.7].map((value) => roundHalfAway(value, 0))).toEqual([96, 94, 87]);
  });

  it.each([
    [NaN, 0],
    [Infinity, 0],
    [1, -1],
    [1, 0.5],
    [1, NaN],
  ])('refuses %d to %d decimals', (value, decimals) => {
    expect(() => roundHalfAway(value, decimals)).toThrow(RangeError);
  });

  it('law: one digit more than kept is rounded as by hand, in whole numbers', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10_000_000, max: 10_000_000 }), fc.integer({ min: 0, max: 6 }), (k, decimals) => {
        const byHand = Math.trunc((Math.abs(k) + 5) / 10) * Math.sign(k);
        expect(roundHalfAway(Number(`${k}e-${decimals + 1}`), decimals)).toBe(Number(`${byHand || 0}e-${decimals}`));
      }),
    );
  });

  it('law: twice is once, signs mirror, order stays, never further than half a unit, never −0', () => {
    const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(number, number, fc.integer({ min: 0, max: 8 }), (a, b, decimals) => {
        const rounded = roundHalfAway(a, decimals);
        expect(roundHalfAway(rounded, decimals)).toBe(rounded);
        expect(roundHalfAway(-a, decimals)).toBe(0 - rounded);
        expect(Object.is(rounded, -0)).toBe(false);
        expect(Math.abs(rounded - a)).toBeLessThanOrEqual(0.5 * 10 ** -decimals + 1e-9);
        if (a <= b) expect(rounded).toBeLessThanOrEqual(roundHalfAway(b, decimals));
      }),
    );
  });
});
