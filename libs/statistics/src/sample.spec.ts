import fc from 'fast-check';
import { meanInterval } from './mean-interval.js';
import { meanOf, sampleOf } from './sample.js';

const values = fc.array(fc.double({ min: -1000, max: 1000, noNaN: true }), { minLength: 1, maxLength: 50 });

describe('sampleOf', () => {
  it('divides by n − 1', () => expect(sampleOf([2, 4, 4, 4, 5, 5, 7, 9])).toEqual({ mean: 5, variance: 32 / 7, n: 8 }));
  it('of nothing is nothing', () => expect(sampleOf([])).toBeNull());
  it('of one value tells no spread', () => expect(sampleOf([7])).toEqual({ mean: 7, variance: null, n: 1 }));
  it('of equal values has none', () => expect(sampleOf([0.1, 0.1, 0.1])).toEqual({ mean: 0.1, variance: 0, n: 3 }));
  it('takes what floats add for none', () => expect(sampleOf([0.1 + 0.2, 0.3, 0.3])?.variance).toBe(0));
  it('refuses what is no number', () => expect(() => sampleOf([1, NaN])).toThrow(RangeError));

  it('law: the order does not matter, and a shift moves the mean only', () => {
    fc.assert(
      fc.property(values, (list) => {
        const sample = sampleOf(list)!;
        const turned = sampleOf(list.toReversed())!;
        const shifted = sampleOf(list.map((value) => value + 10))!;
        expect(turned.mean).toBeCloseTo(sample.mean, 9);
        expect(turned.variance ?? -1).toBeCloseTo(sample.variance ?? -1, 6);
        expect(shifted.mean).toBeCloseTo(sample.mean + 10, 9);
        expect(shifted.variance ?? -1).toBeCloseTo(sample.variance ?? -1, 6);
      }),
    );
  });
});

describe('meanOf', () => {
  it('of nothing is nothing', () => expect(meanOf([])).toBeNull());

  it('law: lies between the extremes', () => {
    fc.assert(
      fc.property(values, (list) => {
        expect(meanOf(list)).toBeGreaterThanOrEqual(Math.min(...list));
        expect(meanOf(list)).toBeLessThanOrEqual(Math.max(...list));
      }),
    );
  });
});

describe('meanInterval', () => {
  it("Student's t: 4 values of mean 2.5 and s² 5/3 give 2.5 ± 3.182446 · √(5/12)", () => {
    const interval = meanInterval(sampleOf([1, 2, 3, 4])!)!;
    expect(interval.high - 2.5).toBeCloseTo(3.182446 * Math.sqrt(5 / 12), 6);
    expect(interval.low + interval.high).toBeCloseTo(5, 12);
  });

  it.each([[[80]], [[100, 100, 100]]])('claims no certainty for %j', (list) => {
    expect(meanInterval(sampleOf(list)!)).toBeNull();
  });
});
