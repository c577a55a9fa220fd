import fc from 'fast-check';
import { wilsonInterval } from '../proportions.js';
import { roundHalfAway } from '../rounding.js';
import { sampleOf } from '../sample.js';
import { normalInterval } from './normal-interval.js';
import { stratifiedMean, stratifiedShare, stratifiedTotal } from './stratified-mean.js';
import type { SampledStratum } from './stratified-mean.js';

/** R's `survey` package, California schools: elementary, high and middle. */
const schools = [
  { population: 4421, n: 100 },
  { population: 755, n: 50 },
  { population: 1018, n: 50 },
];
const of = (means: readonly number[], variances: readonly number[]): readonly SampledStratum[] =>
  schools.map(({ population, n }, at) => ({ population, sample: { mean: means[at]!, variance: variances[at]!, n } }));
const api00 = of([674.43, 625.82, 636.6], [15687.4192929, 11947.0893878, 13824.8571429]);
const enroll = of([416.78, 1320.7, 832.48], [27576.880404, 450339.928571, 156307.275102]);
const gain = of([38.56, 8.46, 26.4], [764.4913, 580.131, 466.2449]);

describe('stratifiedMean', () => {
  it('AT-13 R survey, California schools: api00 662.29, standard error 9.4089', () => {
    const { value, standardError, designEffect, n, df } = stratifiedMean(api00)!;
    expect(value).toBeCloseTo(662.287363616, 6);
    expect(standardError).toBeCloseTo(9.40894080278, 6);
    expect(designEffect).toBeCloseTo(1.186371, 6);
    expect([n, df]).toEqual([200, 197]);
  });

  it('AT-13 its 95 % interval 643.846–680.729 is the normal one; Student’s is wider', () => {
    const estimate = stratifiedMean(api00)!;
    const normal = normalInterval(estimate)!;
    expect([roundHalfAway(normal.low, 3), roundHalfAway(normal.high, 3)]).toEqual([643.846, 680.729]);
    expect(estimate.interval!.low).toBeLessThan(normal.low);
    expect(estimate.interval!.high).toBeGreaterThan(normal.high);
  });

  it('AT-13 the gain of the same schools: 32.893, standard error 2.0511 by its formula', () => {
    const { value, standardError } = stratifiedMean(gain)!;
    const variance =
      (4421 / 6194) ** 2 * (1 - 100 / 4421) * 7.644913 +
      (755 / 6194) ** 2 * (1 - 50 / 755) * 11.60262 +
      (1018 / 6194) ** 2 * (1 - 50 / 1018) * 9.324898;
    expect(roundHalfAway(value, 3)).toBe(32.893);
    expect(standardError).toBeCloseTo(Math.sqrt(variance), 10);
    expect(roundHalfAway(standardError!, 4)).toBe(2.0511);
  });

  it('AT-14 fpc: mean 5.448148, standard error 0.6160407, from the samples of its strata', () => {
    const strata = [
      { population: 15, sample: sampleOf([2.8, 4.1, 6.8, 6.8, 9.2]) },
      { population: 12, sample: sampleOf([3.7, 6.6, 4.2]) },
    ];
    expect(stratifiedMean(strata)!.value).toBeCloseTo(5.448148, 6);
    expect(stratifiedMean(strata)!.standardError).toBeCloseTo(0.6160407, 7);
    expect(stratifiedTotal(strata)!.value).toBeCloseTo(147.1, 10);
    expect(stratifiedTotal(strata)!.standardError).toBeCloseTo(16.6331, 4);
  });

  it('people of whom nobody was asked leave no mean; a stratum without people is none', () => {
    const unasked = { population: 10, sample: null };
    expect(stratifiedMean([...api00, unasked])).toBeNull();
    expect(stratifiedMean([...api00, { ...unasked, population: 0 }])).toEqual(stratifiedMean(api00));
    expect(stratifiedMean([])).toBeNull();
  });

  it('one answer tells no spread, unless it is all there is', () => {
    const single = { population: 10, sample: sampleOf([50]) };
    expect(stratifiedMean([...api00, single])).toMatchObject({ standardError: null, interval: null });
    expect(stratifiedMean([...api00, { ...single, population: 1 }])!.standardError).toBeGreaterThan(0);
    expect(stratifiedMean([{ ...single, population: 1 }])).toMatchObject({ interval: { low: 50, high: 50 } });
  });

  it.each([[9], [-1], [Infinity]])('refuses ten answers of %d people', (population) => {
    const sample = { mean: 1, variance: 1, n: 10 };
    expect(() => stratifiedMean([{ population, sample }])).toThrow(RangeError);
  });

  it('law: between the extremes, and the order of strata does not matter', () => {
    const stratum = fc.record({
      population: fc.integer({ min: 100, max: 1e6 }),
      sample: fc.record({
        mean: fc.double({ min: 0, max: 100, noNaN: true }),
        variance: fc.double({ min: 0.1, max: 2500, noNaN: true }),
        n: fc.integer({ min: 2, max: 100 }),
      }),
    });
    fc.assert(
      fc.property(fc.array(stratum, { minLength: 1, maxLength: 8 }), (strata) => {
        const { value, standardError } = stratifiedMean(strata)!;
        const means = strata.map(({ sample }) => sample.mean);
        expect(value).toBeGreaterThanOrEqual(Math.min(...means) - 1e-9);
        expect(value).toBeLessThanOrEqual(Math.max(...means) + 1e-9);
        const turned = stratifiedMean(strata.toReversed())!;
        expect(turned.value).toBeCloseTo(value, 12);
        expect(turned.standardError).toBeCloseTo(standardError!, 12);
      }),
    );
  });
});

describe('stratifiedTotal', () => {
  it('AT-13 enrolment 3687178, standard error 114642', () => {
    const { value, standardError, interval } = stratifiedTotal(enroll)!;
    expect([roundHalfAway(value, 0), roundHalfAway(standardError!, 0)]).toEqual([3687178, 114642]);
    expect(interval!.low).toBeLessThan(value);
  });

  it('of nothing is null', () => expect(stratifiedTotal([])).toBeNull());
});

describe('stratifiedShare', () => {
  const met = [91, 26, 35].map((successes, at) => ({ ...schools[at]!, successes }));

  it('AT-13 schools that met the target: 0.82795, standard error 0.0243', () => {
    const { value, standardError, interval } = stratifiedShare(met)!;
    expect(roundHalfAway(value, 5)).toBe(0.82795);
    expect(roundHalfAway(standardError!, 4)).toBe(0.0243);
    const simple = (value * (1 - value)) / standardError! ** 2;
    expect(interval).toEqual(wilsonInterval(value * simple, simple));
  });

  it('where all say yes the interval is still honest', () => {
    const { value, standardError, interval } = stratifiedShare(schools.map((school) => ({ ...school, successes: school.n })))!; // prettier-ignore
    expect([value, standardError, interval!.high]).toEqual([1, 0, 1]);
    expect(interval!.low).toBeLessThan(0.98);
  });

  it('where everybody was asked it is the share itself', () => {
    const { value, interval } = stratifiedShare([{ population: 4, n: 4, successes: 3 }])!;
    expect([value, interval]).toEqual([0.75, { low: 0.75, high: 0.75 }]);
  });

  it('refuses more yeses than answers', () => {
    expect(() => stratifiedShare([{ population: 9, n: 3, successes: 4 }])).toThrow(RangeError);
  });
});
