import fc from 'fast-check';
import { comparisonByT, paired, welch } from './comparison.js';
import type { Comparison } from './comparison.js';
import { sampleOf } from './sample.js';
import type { Sample } from './sample.js';

/** Student's sleep data: hours gained by ten patients with each of two drugs. */
const drugOne = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
const drugTwo = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
const of = (values: readonly number[]): Sample => sampleOf(values)!;
const numbersOf = ({ difference, standardError, t, df, p, interval }: Comparison) => [
  ...[difference, standardError, t, df, p],
  ...[interval.low, interval.high],
];

const samples = fc
  .record({
    mean: fc.double({ min: 0, max: 100, noNaN: true }),
    variance: fc.double({ min: 1e-6, max: 2500, noNaN: true }),
    n: fc.integer({ min: 2, max: 10_000_000 }),
  })
  .map((sample): Sample => sample);

describe('welch', () => {
  it("AT-19 Student's sleep data as independent groups, as R documents it", () => {
    const comparison = welch(of(drugOne), of(drugTwo))!;
    expect(comparison.t).toBeCloseTo(-1.8608, 4);
    expect(comparison.df).toBeCloseTo(17.776, 3);
    expect(comparison.p).toBeCloseTo(0.07939, 5);
    expect(comparison.interval.low).toBeCloseTo(-3.3654832, 7);
    expect(comparison.interval.high).toBeCloseTo(0.2054832, 7);
    expect(comparison.difference).toBeCloseTo(-1.58, 12);
  });

  it('unequal sizes and variances, as SciPy: t −1.5852725, df 4.1326494, p 0.1858123', () => {
    const comparison = welch(of([1, 2, 3, 4]), of([2.5, 9, 7, 30, 4]))!;
    expect(comparison.t).toBeCloseTo(-1.5852725334262252, 12);
    expect(comparison.df).toBeCloseTo(4.1326493721464646, 12);
    expect(comparison.p).toBeCloseTo(0.18581225413022495, 12);
    expect(comparison.interval.low).toBeCloseTo(-21.835599149882313, 10);
    expect(comparison.interval.high).toBeCloseTo(5.835599149882315, 10);
  });

  it.each([
    ['one value tells no spread', of([80]), of([70, 75])],
    ['on either side', of([70, 75]), of([80])],
    ['nor do two groups that are all alike', of([80, 80, 80]), of([70, 70])],
  ])('%s: no comparison', (_, a, b) => expect(welch(a, b)).toBeNull());

  it('with one group all alike the other judges alone', () => {
    const comparison = welch(of([80, 80, 80]), of([70, 75, 80]))!;
    expect(comparison.df).toBe(2);
    expect(comparison.standardError).toBeCloseTo(Math.sqrt(25 / 3), 12);
  });

  it('law: turning the sides over turns the signs, and nothing else', () => {
    fc.assert(
      fc.property(samples, samples, (a, b) => {
        const ab = welch(a, b)!;
        const ba = welch(b, a)!;
        expect(ba.difference).toBe(0 - ab.difference);
        expect(ba.t).toBeCloseTo(-ab.t, 9);
        expect(ba.p).toBeCloseTo(ab.p, 12);
        expect(ba.interval.low).toBeCloseTo(-ab.interval.high, 9);
        expect(ba.interval.high).toBeCloseTo(-ab.interval.low, 9);
      }),
    );
  });

  it('law: in other units the difference and its interval scale, t, df and p stay', () => {
    const scaled = ({ mean, variance, n }: Sample, by: number): Sample => ({
      mean: by * mean,
      variance: by ** 2 * variance!,
      n,
    });
    fc.assert(
      fc.property(samples, samples, fc.constantFrom(0.01, 4, 20), (a, b, by) => {
        const plain = welch(a, b)!;
        const large = welch(scaled(a, by), scaled(b, by))!;
        expect(large.interval.high / by).toBeCloseTo(plain.interval.high, 8);
        expect(large.standardError / by).toBeCloseTo(plain.standardError, 8);
        expect(large.df! / plain.df!).toBeCloseTo(1, 9);
        expect(large.p).toBeCloseTo(plain.p, 8);
      }),
    );
  });

  it('law: df between the smaller group and both together, p between 0 and 1, no NaN, p and interval agree on 0', () => {
    fc.assert(
      fc.property(samples, samples, (a, b) => {
        const comparison = welch(a, b)!;
        expect(numbersOf(comparison).every(Number.isFinite)).toBe(true);
        expect(comparison.df).toBeGreaterThanOrEqual((Math.min(a.n, b.n) - 1) * (1 - 1e-12));
        expect(comparison.df).toBeLessThanOrEqual((a.n + b.n - 2) * (1 + 1e-12));
        expect(comparison.p).toBeGreaterThanOrEqual(0);
        expect(comparison.p).toBeLessThanOrEqual(1);
        const { low, high } = comparison.interval;
        if (Math.abs(comparison.p - 0.05) > 1e-9) expect(comparison.p < 0.05).toBe(low > 0 || high < 0);
      }),
    );
  });
});

describe('paired', () => {
  it("AT-19 Student's sleep data, the same patients", () => {
    const comparison = paired(drugOne.map((hours, patient) => hours - drugTwo[patient]!))!;
    expect(comparison.t).toBeCloseTo(-4.0621, 4);
    expect(comparison.df).toBe(9);
    expect(comparison.p).toBeCloseTo(0.002833, 6);
    expect(comparison.interval.low).toBeCloseTo(-2.4598858, 7);
    expect(comparison.interval.high).toBeCloseTo(-0.7001142, 7);
  });

  it.each([
    ['none', []],
    ['one', [3]],
    ['all the same', [2, 2, 2, 2]],
    ['all the same but for what floats add', [84.1 - 84, 50.1 - 50, 0.3 - 0.2]],
  ])('no comparison of %s', (_, differences) => expect(paired(differences)).toBeNull());

  it('law: the opposite differences give the opposite comparison', () => {
    const differences = fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(differences, (values) => {
        const up = paired(values);
        const down = paired(values.map((value) => -value));
        expect(down?.t ?? 0).toBeCloseTo(-(up?.t ?? 0), 9);
        expect(down?.p).toBe(up?.p);
        if (up) expect(numbersOf(up).every(Number.isFinite)).toBe(true);
      }),
    );
  });
});

describe('comparisonByT', () => {
  it.each([
    [0, 5],
    [-1, 5],
    [NaN, 5],
    [1, 0],
  ])('refuses standard error %d with df %d', (standardError, df) => {
    expect(() => comparisonByT('welch', 1, standardError, df)).toThrow(RangeError);
  });
});
