import fc from 'fast-check';
import { crossProductsOf } from './cross-products.js';
import type { DriverAnalysis } from './driver-analysis.js';
import { driversOf } from './drivers.js';
import type { Drivers } from './drivers.js';
import { relativeWeights } from './relative-weights.js';
import { shapleyShares } from './shapley.js';

/** R's `swiss`, as whole numbers: fertility, agriculture and infant mortality in tenths, Catholic in hundredths of a percent. */
const swiss = [
  [802,170,15,12,996,222], [831,451,6,9,8484,222], [925,397,5,5,9340,202], [858,365,12,7,3377,203], [769,435,17,15,516,206],
  [761,353,9,7,9057,266], [838,702,16,7,9285,236], [924,678,14,8,9716,249], [824,533,12,7,9767,210], [829,452,16,13,9138,244],
  [871,645,14,6,9861,245], [641,620,21,12,852,165], [669,675,14,7,227,191], [689,607,19,12,443,227], [617,693,22,5,282,187],
  [683,726,18,2,2420,212], [717,340,17,8,330,200], [557,194,26,28,1211,202], [543,152,31,20,215,108], [651,730,19,9,284,200],
  [655,598,22,10,523,180], [650,551,14,3,452,224], [566,509,22,12,1514,167], [574,541,20,6,420,153], [725,712,12,1,240,210],
  [742,581,14,8,523,238], [720,635,6,3,256,180], [605,608,16,10,772,163], [583,268,25,19,1846,209], [654,495,15,8,610,225],
  [755,859,3,2,9971,151], [693,849,7,6,9968,198], [773,897,5,2,10000,183], [705,782,12,6,9896,194], [794,649,7,3,9822,202],
  [650,759,9,9,9906,178], [922,846,3,3,9946,163], [793,631,13,13,9683,181], [704,384,26,12,562,203], [657,77,29,11,1379,205],
  [727,167,22,13,1122,189], [644,176,35,32,1692,230], [776,376,15,7,497,200], [676,187,25,7,865,195], [350,12,37,53,4234,180],
  [447,466,16,29,5043,182], [428,277,22,29,5833,193],
]; // prettier-ignore

/** NIST's Longley data: employment, price deflator in tenths, GNP, unemployed, armed forces, population, year. */
const longley = [
  [60323,830,234289,2356,1590,107608,1947], [61122,885,259426,2325,1456,108632,1948], [60171,882,258054,3682,1616,109773,1949],
  [61187,895,284599,3351,1650,110929,1950], [63221,962,328975,2099,3099,112075,1951], [63639,981,346999,1932,3594,113270,1952],
  [64989,990,365385,1870,3547,115094,1953], [63761,1000,363112,3578,3350,116219,1954], [66019,1012,397469,2904,3048,117388,1955],
  [67857,1046,419180,2822,2857,118734,1956], [68169,1084,442769,2936,2798,120445,1957], [66513,1108,444546,4681,2637,121950,1958],
  [68655,1126,482704,3813,2552,123366,1959], [69564,1142,502601,3931,2514,125368,1960], [69331,1157,518173,4806,2572,127852,1961],
  [70551,1169,554894,4007,2827,130081,1962],
]; // prettier-ignore

/** R's `mtcars`: mpg in tenths, cyl, disp in tenths, hp, gear. */
const mtcars = [
  [210,6,1600,110,4], [210,6,1600,110,4], [228,4,1080,93,4], [214,6,2580,110,3], [187,8,3600,175,3], [181,6,2250,105,3],
  [143,8,3600,245,3], [244,4,1467,62,4], [228,4,1408,95,4], [192,6,1676,123,4], [178,6,1676,123,4], [164,8,2758,180,3],
  [173,8,2758,180,3], [152,8,2758,180,3], [104,8,4720,205,3], [104,8,4600,215,3], [147,8,4400,230,3], [324,4,787,66,4],
  [304,4,757,52,4], [339,4,711,65,4], [215,4,1201,97,3], [155,8,3180,150,3], [152,8,3040,150,3], [133,8,3500,245,3],
  [192,8,4000,175,3], [273,4,790,66,4], [260,4,1203,91,5], [304,4,951,113,5], [158,8,3510,264,5], [197,6,1450,175,5],
  [150,8,3010,335,5], [214,4,1210,109,4],
]; // prettier-ignore

const analysed = ({ analysis, fault }: Drivers): DriverAnalysis => {
  if (!analysis) throw new Error(`No analysis: ${JSON.stringify(fault)}`);
  return analysis;
};
const of = (rows: readonly (readonly number[])[]) =>
  analysed(driversOf([crossProductsOf(rows)], 0, [...rows[0]!.keys()].slice(1)));
const closeTo = (received: readonly number[], expected: readonly number[], digits: number) =>
  received.forEach((number, at) => expect(number).toBeCloseTo(expected[at]!, digits));

describe('driversOf', () => {
  it('R’s swiss data: R², standardized coefficients and the p of lm(Fertility ~ .)', () => {
    const { rSquared, adjustedRSquared, df, drivers, collinear, intercept } = of(swiss);
    expect(rSquared).toBeCloseTo(0.706735001593, 11);
    expect(adjustedRSquared).toBeCloseTo(0.670970977397, 11);
    expect(df).toBe(41);
    closeTo(drivers.map(({ standardized }) => standardized), [-0.3129212825, -0.164778222539, -0.670400780106, 0.347600028144, 0.251135976299], 11); // prettier-ignore
    closeTo(drivers.map(({ p }) => p!), [1.87271543852e-2, 0.315461723144, 2.43060459074e-5, 5.19007854517e-3, 7.3357153206e-3], 10); // prettier-ignore
    closeTo(
      drivers.map(({ coefficient }) => coefficient),
      [-0.17211, -2.58008, -8.7094, 0.010412, 1.07705],
      4,
    );
    closeTo(
      drivers.map(({ inflation }) => inflation),
      [2.284129, 3.67542, 2.774943, 1.93716, 1.107542],
      6,
    );
    expect(intercept).toBeCloseTo(669.1518, 4);
    expect(collinear).toBe(false);
  });

  it('R’s relaimpo on swiss, calc.relimp(type = "lmg"): the shares of R²', () => {
    const { method, drivers, rSquared } = of(swiss);
    const shares = drivers.map(({ importance }) => importance);
    expect(method).toBe('shapley');
    closeTo(shares, [0.0570912207681, 0.1711730289002, 0.2601346786244, 0.1055701503735, 0.1127659229265], 12);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(rSquared, 14);
  });

  it('relaimpo with weights 1 + (row mod 3): R² 0.694332891423, its shares, and tests on the effective number', () => {
    const cells = [1, 2, 3].map((weight) => ({
      ...crossProductsOf(swiss.filter((_, at) => 1 + ((at + 1) % 3) === weight)),
      weight,
    }));
    const { rSquared, drivers, effectiveN, n, df } = analysed(driversOf(cells, 0, [1, 2, 3, 4, 5]));
    expect(rSquared).toBeCloseTo(0.694332891423, 11);
    const shares = drivers.map(({ importance }) => importance);
    closeTo(shares, [0.0518208063017, 0.1549452302086, 0.2559770835712, 0.1019573530969, 0.1296324182449], 12);
    expect(effectiveN).toBeCloseTo((15 + 16 * 2 + 16 * 3) ** 2 / (15 + 16 * 4 + 16 * 9), 10);
    expect([n, df]).toEqual([47, effectiveN - 6]);
  });

  it('NIST’s Longley data: certified coefficients, their standard deviations, R²; and the warning they are famous for', () => {
    const { rSquared, intercept, residualSpread, drivers, collinear, conditionIndex, df } = of(longley);
    expect(rSquared).toBeCloseTo(0.995479004577296, 12);
    expect(residualSpread).toBeCloseTo(304.854073561965, 6);
    expect(intercept / -3482258.63459582).toBeCloseTo(1, 8);
    const certified = [
      [1.50618722713733, 8.49149257747669],
      [-0.035819179292591, 0.0334910077722432],
      [-2.02022980381683, 0.488399681651699],
      [-1.03322686717359, 0.214274163161675],
      [-0.0511041056535807, 0.22607320006937],
      [1829.15146461355, 455.478499142212],
    ];
    drivers.forEach(({ coefficient, standardError }, at) => {
      expect(coefficient / certified[at]![0]!).toBeCloseTo(1, 8);
      expect(standardError! / certified[at]![1]!).toBeCloseTo(1, 8);
    });
    expect(df).toBe(9);
    expect(drivers.map(({ inflation }) => Math.round(10 * inflation) / 10)).toEqual([
      135.5, 1788.5, 33.6, 3.6, 399.2, 759,
    ]);
    expect(collinear).toBe(true);
    expect(conditionIndex).toBeGreaterThan(30);
  });

  it('intervals: coefficient ± t(0.975, df) standard errors, as NumPy for Education in swiss', () => {
    const { interval, standardizedInterval, standardized } = of(swiss).drivers[2]!;
    closeTo([interval!.low, interval!.high], [-12.40573823, -5.01306303], 6);
    expect(standardizedInterval!.high - standardized).toBeCloseTo(standardized - standardizedInterval!.low, 12);
  });

  it('one driver is plain correlation', () => {
    const { drivers, rSquared, conditionIndex } = analysed(driversOf([crossProductsOf(swiss)], 0, [3]));
    expect(drivers[0]).toMatchObject({ question: 3, inflation: 1 });
    expect(drivers[0]!.standardized).toBeCloseTo(drivers[0]!.correlation, 12);
    expect(drivers[0]!.importance).toBeCloseTo(rSquared, 12);
    expect(conditionIndex).toBe(1);
  });

  it('beyond ten drivers the shares are Johnson’s', () => {
    let state = 1;
    const answer = () => (state = (state * 48271) % 2147483647) % 5; // Lehmer's random numbers
    const rows = Array.from({ length: 60 }, () => Array.from({ length: 13 }, answer));
    const { method, drivers, rSquared } = of(rows);
    expect(method).toBe('relativeWeights');
    expect(drivers.reduce((sum, { importance }) => sum + importance, 0)).toBeCloseTo(rSquared, 12);
  });

  it('drivers that explain everything leave nothing to judge chance by', () => {
    const rows = [[0, 0, 1], [3, 1, 1], [5, 2, 0], [9, 3, 2], [4, 1, 2], [8, 3, 1]].map(([, a = 0, b = 0]) => [2 * a + b, a, b]); // prettier-ignore
    const { rSquared, drivers, residualSpread } = of(rows);
    expect(rSquared).toBeCloseTo(1, 12);
    expect(residualSpread).toBe(0);
    expect(drivers[0]).toMatchObject({ standardError: null, interval: null, p: null, standardizedInterval: null });
    closeTo(
      drivers.map(({ coefficient }) => coefficient),
      [2, 1],
      10,
    );
  });

  describe('why there is none', () => {
    const rows = swiss.map(([y = 0, a = 0, b = 0]) => [y, a, b, a + b, 7]);
    const asked = (drivers: readonly number[], outcome = 0) => driversOf([crossProductsOf(rows)], outcome, drivers);

    it.each<[string, Drivers, object]>([
      ['nobody answered', driversOf([], 0, [1]), { code: 'nobodyAnswered' }],
      ['nobody weighs', driversOf([{ ...crossProductsOf(rows), weight: 0 }], 0, [1]), { code: 'nobodyAnswered' }],
      ['a driver without variance', asked([1, 4]), { code: 'driversAlike', questions: [4] }],
      ['an outcome without variance', asked([1, 2], 4), { code: 'outcomeAlike' }],
      ['a sum beside its parts', asked([1, 2, 3]), { code: 'driversDependent', questions: [1, 2, 3] }],
      [
        'as many respondents as coefficients',
        driversOf([crossProductsOf(swiss.slice(0, 6))], 0, [1, 2, 3, 4, 5]),
        { code: 'tooFewRespondents', effectiveN: 6, needed: 6 },
      ],
    ])('%s', (_, drivers, fault) => expect(drivers).toEqual({ analysis: null, fault }));

    it('what all answered alike is alike in cells of any weight', () => {
      const cells = [0.1, 0.7, 3.3].map((weight, at) => ({
        ...crossProductsOf(rows.slice(12 * at, 12 * at + 12)),
        weight,
      }));
      expect(driversOf(cells, 0, [1, 4]).fault).toEqual({ code: 'driversAlike', questions: [4] });
    });

    it('one who differs among ten million is a variance', () => {
      const n = 10_000_000;
      const cell = { n, sums: [3 * n, 4 * n - 1], products: [[10 * n], [12 * n - 3, 16 * n - 7]] };
      expect(driversOf([cell], 0, [1]).fault).toBeNull();
    });
  });

  it.each<[string, () => unknown]>([
    ['no drivers', () => driversOf([crossProductsOf(swiss)], 0, [])],
    ['a driver twice', () => driversOf([crossProductsOf(swiss)], 0, [1, 1])],
    ['the outcome as its own driver', () => driversOf([crossProductsOf(swiss)], 0, [0, 1])],
    ['a question that is not there', () => driversOf([crossProductsOf(swiss)], 0, [6])],
    ['cells of other questions', () => driversOf([crossProductsOf(swiss), crossProductsOf(mtcars)], 0, [1])],
    ['half an answer', () => crossProductsOf([[1, 0.5]])],
    ['rows of different length', () => crossProductsOf([[1, 2], [1]])],
    ['a weight below 0', () => driversOf([{ ...crossProductsOf(swiss), weight: -1 }], 0, [1])],
  ])('refuses %s', (_, refused) => expect(refused).toThrow(RangeError));

  describe('laws', () => {
    const rows = fc.array(fc.array(fc.nat(4), { minLength: 5, maxLength: 5 }), { minLength: 12, maxLength: 60 });
    const analysedRows = rows.filter((list) => driversOf([crossProductsOf(list)], 0, [1, 2, 3, 4]).analysis !== null);

    it('shares sum to R² and are not negative; no number is NaN; intervals hold their coefficient', () => {
      fc.assert(
        fc.property(analysedRows, (list) => {
          const { rSquared, drivers, conditionIndex } = of(list);
          expect(drivers.reduce((sum, { importance }) => sum + importance, 0)).toBeCloseTo(rSquared, 12);
          expect(rSquared >= 0 && rSquared <= 1 && conditionIndex >= 1).toBe(true);
          for (const { importance, inflation, coefficient, interval, p } of drivers) {
            expect(importance).toBeGreaterThanOrEqual(0);
            expect(inflation).toBeGreaterThanOrEqual(1);
            expect(Number.isFinite(coefficient)).toBe(true);
            if (!interval) continue;
            expect(interval.low).toBeLessThanOrEqual(coefficient);
            expect(interval.high).toBeGreaterThanOrEqual(coefficient);
            expect(p! >= 0 && p! <= 1).toBe(true);
          }
        }),
      );
    });

    it('equal weights are none, however respondents are spread over cells', () => {
      fc.assert(
        fc.property(analysedRows, fc.double({ min: 0.01, max: 50, noNaN: true }), (list, weight) => {
          const [one, other] = [list.slice(0, 5), list.slice(5)].map((part) => ({ ...crossProductsOf(part), weight }));
          const split = analysed(driversOf([other!, one!], 0, [1, 2, 3, 4]));
          const whole = of(list);
          expect(split.effectiveN).toBeCloseTo(list.length, 9);
          expect(split.rSquared).toBeCloseTo(whole.rSquared, 9);
          split.drivers.forEach(({ importance }, at) =>
            expect(importance).toBeCloseTo(whole.drivers[at]!.importance, 9),
          );
        }),
      );
    });

    it('drivers in another order are the same drivers', () => {
      fc.assert(
        fc.property(analysedRows, (list) => {
          const turned = analysed(driversOf([crossProductsOf(list)], 0, [4, 2, 1, 3]));
          const plain = new Map(of(list).drivers.map((driver) => [driver.question, driver]));
          for (const { question, importance, standardized } of turned.drivers) {
            expect(importance).toBeCloseTo(plain.get(question)!.importance, 9);
            expect(standardized).toBeCloseTo(plain.get(question)!.standardized, 9);
          }
        }),
      );
    });
  });
});

describe('shapleyShares and relativeWeights', () => {
  const correlatedOf = (rows: readonly (readonly number[])[]) => {
    const at = [...rows[0]!.keys()];
    const correlation = (i: number, j: number) =>
      analysed(driversOf([crossProductsOf(rows)], i, [j])).drivers[0]!.correlation;
    return {
      between: at.slice(1).map((i) => at.slice(1).map((j) => (i === j ? 1 : correlation(i, j)))),
      withOutcome: at.slice(1).map((i) => correlation(0, i)),
    };
  };

  it('by hand: r₁₂ = 0.5, with the outcome 0.6 and 0.4; with two drivers both agree', () => {
    const two = { between: [[1, 0.5], [0.5, 1]], withOutcome: [0.6, 0.4] }; // prettier-ignore
    const rSquared = 0.28 / 0.75;
    const shares = [(0.36 + rSquared - 0.16) / 2, (0.16 + rSquared - 0.36) / 2];
    closeTo(shapleyShares(two), shares, 14);
    closeTo(relativeWeights(two), shares, 14);
  });

  it('R’s rwa on mtcars, mpg of cyl, disp, hp and gear', () => {
    closeTo(relativeWeights(correlatedOf(mtcars)), [0.228479725928, 0.22214687054, 0.232174439299, 0.096388603215], 11);
  });

  it('relaimpo’s lmg on the same cars', () => {
    closeTo(
      shapleyShares(correlatedOf(mtcars)),
      [0.2470520332352, 0.2434995947956, 0.2109128995443, 0.0777251114079],
      12,
    );
  });

  it('Johnson’s weights of swiss', () => {
    closeTo(relativeWeights(correlatedOf(swiss)), [0.048416895812, 0.154708249806, 0.271964104646, 0.114680029948, 0.116965721381], 11); // prettier-ignore
  });

  it('refuse what depends on each other, and Shapley more than ten', () => {
    const same = { between: [[1, 1], [1, 1]], withOutcome: [0.5, 0.5] }; // prettier-ignore
    expect(() => shapleyShares(same)).toThrow(RangeError);
    expect(() => relativeWeights(same)).toThrow(RangeError);
    const withOutcome = Array.from({ length: 11 }, () => 0);
    expect(() => shapleyShares({ between: [], withOutcome })).toThrow(RangeError);
  });
});
