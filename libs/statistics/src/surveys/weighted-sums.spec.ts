import fc from 'fast-check';
import { weightedMean } from './weighted-mean.js';
import { weightedMeanOfSums } from './weighted-sums.js';

const group = fc.record({
  weight: fc.double({ min: 0.1, max: 10, noNaN: true }),
  values: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 12 }),
});

describe('the weighted mean of sums', () => {
  it('is that of the values they were summed from', () => {
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 6 }), (groups) => {
        const values = groups.flatMap(({ weight, values }) => values.map((value) => ({ weight, value, count: 1 })));
        const sums = groups.map(({ weight, values }) => ({
          weight,
          n: values.length,
          sum: values.reduce((a, b) => a + b, 0),
          squares: values.reduce((a, b) => a + b * b, 0),
        }));
        const [one, other] = [weightedMean(values), weightedMeanOfSums(sums)];
        expect(other?.value).toBeCloseTo(one?.value ?? NaN, 8);
        expect(other?.effectiveN).toBeCloseTo(one?.effectiveN ?? NaN, 8);
        if (one?.standardError) expect(other?.standardError).toBeCloseTo(one.standardError, 6);
      }),
    );
  });

  it('of nothing is none', () => {
    expect(weightedMeanOfSums([])).toBeNull();
    expect(weightedMeanOfSums([{ weight: 1, n: 0, sum: 0, squares: 0 }])).toBeNull();
  });
});
