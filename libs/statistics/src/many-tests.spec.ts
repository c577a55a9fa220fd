import fc from 'fast-check';
import { adjustedForManyTests } from './many-tests.js';

const benjaminiHochberg1995 = [
  0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
];
const p = fc.double({ min: 0, max: 1, noNaN: true });

describe('adjustedForManyTests', () => {
  it('AT-12 the fifteen tests of Benjamini & Hochberg 1995, as SciPy documents them', () => {
    const expected = [
      0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.06385714, 0.06385714, 0.0645, 0.0765, 0.486, 0.58118182, 0.714875,
      0.75323077, 0.81321429, 1,
    ];
    const adjusted = adjustedForManyTests(benjaminiHochberg1995);
    adjusted.forEach((q, index) => expect(q).toBeCloseTo(expected[index]!, 8));
    expect(adjusted.filter((q) => q! <= 0.05)).toHaveLength(4);
  });

  it('AT-12 keeps the order it was given', () => {
    const adjusted = adjustedForManyTests([0.5, 0.6, 0.1, 0.001]);
    [0.6, 0.6, 0.2, 0.004].forEach((q, index) => expect(adjusted[index]).toBeCloseTo(q, 12));
  });

  it('what was not tested stays so, and makes nothing stricter', () => {
    expect(adjustedForManyTests([null, 0.5, null, 0.6, 0.1, 0.001])).toEqual([
      null,
      ...adjustedForManyTests([0.5]).map(() => 0.6),
      null,
      ...adjustedForManyTests([0.5, 0.6, 0.1, 0.001]).slice(1),
    ]);
    expect(adjustedForManyTests([null, null])).toEqual([null, null]);
    expect(adjustedForManyTests([])).toEqual([]);
  });

  it('a single test is what it was', () => expect(adjustedForManyTests([0.03])).toEqual([0.03]));

  it.each([-0.1, 1.1, NaN])('refuses a p of %d', (value) => {
    expect(() => adjustedForManyTests([0.5, value])).toThrow(RangeError);
  });

  it('law: never below p nor above 1, nor above Bonferroni, and in the order of p', () => {
    fc.assert(
      fc.property(fc.array(p, { minLength: 1, maxLength: 40 }), (values) => {
        const adjusted = adjustedForManyTests(values) as number[];
        values.forEach((value, i) => {
          expect(adjusted[i]).toBeGreaterThanOrEqual(value);
          expect(adjusted[i]).toBeLessThanOrEqual(Math.min(1, value * values.length));
          values.forEach((other, j) => {
            if (value < other) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j]!);
            if (value === other) expect(adjusted[i]).toBe(adjusted[j]);
          });
        });
      }),
    );
  });

  it('law: the order of the tests does not matter', () => {
    fc.assert(
      fc.property(fc.array(p, { maxLength: 30 }), (values) => {
        expect(adjustedForManyTests(values.toReversed())).toEqual(adjustedForManyTests(values).toReversed());
      }),
    );
  });
});
