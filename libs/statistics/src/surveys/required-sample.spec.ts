import fc from 'fast-check';
import { roundHalfAway } from '../rounding.js';
import { marginOfError, requiredSample } from './required-sample.js';

describe('requiredSample', () => {
  it.each([
    [50, 44],
    [100, 80],
    [200, 132],
    [500, 217],
    [1000, 278],
    [2000, 322],
    [5000, 357],
    [10000, 370],
    [1000000, 384],
  ])('AT-17 Krejcie & Morgan 1970: of %d people %d', (population, printed) => {
    expect(roundHalfAway(requiredSample({ population }), 0)).toBe(printed);
  });

  it('of very many people 384.146', () => expect(requiredSample({ population: null })).toBeCloseTo(384.1459, 4));

  it.each([
    [{ population: 0 }],
    [{ population: 100, margin: 0 }],
    [{ population: 100, share: 2 }],
    [{ population: 100, designEffect: 0 }],
  ])('refuses %j', (plan) => expect(() => requiredSample(plan)).toThrow(RangeError));
});

describe('marginOfError', () => {
  it('AT-17 Pew: ± 2.8 points of 3,930 respondents imply a design effect of 3.2', () => {
    expect(roundHalfAway(100 * marginOfError(3930, { population: null, designEffect: 3.2 })!, 1)).toBe(2.8);
  });

  it('of nobody is null; of everybody 0', () => {
    expect(marginOfError(0, { population: 10 })).toBeNull();
    expect(marginOfError(10, { population: 10 })).toBe(0);
    expect(marginOfError(1, { population: 1 })).toBe(0);
  });

  it('refuses more respondents than people', () => {
    expect(() => marginOfError(11, { population: 10 })).toThrow(RangeError);
  });

  it('law: the required sample has the margin it was required for', () => {
    const plan = fc.record({
      population: fc.option(fc.integer({ min: 2, max: 1e7 })),
      share: fc.double({ min: 0.05, max: 0.95, noNaN: true }),
      designEffect: fc.double({ min: 1, max: 4, noNaN: true }),
    });
    fc.assert(
      fc.property(plan, fc.double({ min: 0.005, max: 0.2, noNaN: true }), (asked, margin) => {
        expect(marginOfError(requiredSample({ ...asked, margin }), asked)).toBeCloseTo(margin, 9);
      }),
    );
  });
});
