import { normalQuantile, normalTwoSidedP, tQuantile, tTwoSidedP, z95 } from './distributions.js';

describe('distributions', () => {
  it('z95 to the last digit', () => expect(z95).toBeCloseTo(1.959963984540054, 14));

  // Printed in every table of Student's t; the last line from SciPy, where approximations begin to fail.
  it.each([
    [1, 12.7062047],
    [2, 4.3026527],
    [5, 2.5705818],
    [9, 2.2621572],
    [30, 2.0422725],
    [120, 1.9799304],
    [10_000_000, 1.9599642],
  ])('t(0.975) with %d degrees of freedom', (df, expected) => expect(tQuantile(0.975, df)).toBeCloseTo(expected, 7));

  it('quantiles undo probabilities', () => {
    for (const df of [1, 1.5, 4, 17.776, 300, 1e6]) {
      expect(tTwoSidedP(tQuantile(0.995, df), df)).toBeCloseTo(0.01, 12);
    }
    expect(normalTwoSidedP(normalQuantile(0.9))).toBeCloseTo(0.2, 12);
  });

  it('both sides count the same, and far out p is small but not wrong', () => {
    expect(normalTwoSidedP(-1.2)).toBe(normalTwoSidedP(1.2));
    expect(tTwoSidedP(-3, 7)).toBe(tTwoSidedP(3, 7));
    expect(tTwoSidedP(0, 7)).toBe(1);
    expect(tTwoSidedP(8, 100) / 2.2728648077280694e-12).toBeCloseTo(1, 10);
  });
});
