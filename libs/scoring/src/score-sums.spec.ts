import fc from 'fast-check';
import { weightedMean } from '#statistics';
import { meanOfScale } from './mean-of-scale.js';
import { effectiveNOf, meanOfScores, noScores, plusScores, scoreSumsOf, type ScoreSums } from './score-sums.js';

const sumsOf = (values: readonly number[], weight = 1): ScoreSums =>
  scoreSumsOf(
    { n: values.length, sum: values.reduce((a, b) => a + b, 0), squares: values.reduce((a, b) => a + b ** 2, 0) },
    weight,
  );

describe('the mean of scores', () => {
  it.each([
    ['of nobody is none', noScores, null],
    ['of those who weigh nothing is none', sumsOf([50, 70], 0), null],
    ['of one has no error', sumsOf([40]), { value: 40, n: 1, variance: null, interval: null }],
    ['of all alike has no error', sumsOf([70, 70, 70]), { value: 70, n: 3, variance: null, interval: null }],
    ['of two', sumsOf([0, 100]), { value: 50, n: 2, variance: 2500, variancePerAnswer: 5000 }],
  ])('%s', (_, scores, estimate) => {
    if (estimate === null) expect(meanOfScores(scores)).toBeNull();
    else expect(meanOfScores(scores)).toMatchObject(estimate);
  });

  it('law: is the mean of the scale with its interval where all weigh the same', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 40 }), { minLength: 5, maxLength: 5 }), (counts) => {
        const values = counts.flatMap((count, at) => Array<number>(count).fill(25 * at));
        const [ours, theirs] = [meanOfScores(sumsOf(values)), meanOfScale(counts)];
        if (!ours || !theirs) return expect(ours).toBe(theirs);
        expect(ours.value).toBeCloseTo(theirs.value, 9);
        expect(ours.interval === null).toBe(theirs.interval === null);
        expect(ours.variance ?? 0).toBeCloseTo(theirs.variance ?? 0, 6);
      }),
    );
  });

  it('law: groups put together are the weighted mean of all their values', () => {
    const group = fc.record({
      weight: fc.double({ min: 0.3, max: 3, noNaN: true }),
      values: fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1, maxLength: 8 }),
    });
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 6 }), (groups) => {
        const scores = groups.map(({ values, weight }) => sumsOf(values, weight)).reduce(plusScores);
        const values = groups.flatMap((one) => one.values.map((value) => ({ value, weight: one.weight, count: 1 })));
        const [ours, theirs] = [meanOfScores(scores), weightedMean(values)];
        expect(ours?.value).toBeCloseTo(theirs?.value ?? NaN, 8);
        expect(Math.sqrt(ours?.variance ?? 0)).toBeCloseTo(theirs?.standardError ?? 0, 4);
        expect(effectiveNOf(scores)).toBeCloseTo(theirs?.effectiveN ?? NaN, 8);
      }),
    );
  });
});
