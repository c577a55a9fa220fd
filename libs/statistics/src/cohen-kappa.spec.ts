import fc from 'fast-check';
import { agreementIn, cohenKappa, cohenKappaOfPairs, tableOfPairs, type JudgedPair } from './cohen-kappa.js';

/** Two radiologists on 85 mammograms: normal, benign, suspicious, cancer. Boyd et al. 1982, worked in Stata's manual of `kappa`. */
const mammograms = [[21, 12, 0, 0], [4, 17, 1, 0], [3, 9, 15, 2], [0, 0, 0, 1]]; // prettier-ignore

describe('cohenKappa', () => {
  it('AT-08: counts 20, 5, 10, 15', () => expect(cohenKappa([[20, 5], [10, 15]])).toBeCloseTo(0.4, 12)); // prettier-ignore

  it.each([
    ['unweighted', 0.6353, 0.3082, 0.4728],
    ['linear', 0.8667, 0.6911, 0.5684],
    ['quadratic', 0.9477, 0.8409, 0.6714],
  ] as const)('Stata’s manual, mammograms, %s', (weights, observed, expected, kappa) => {
    expect(agreementIn(mammograms, weights)?.observed).toBeCloseTo(observed, 4);
    expect(agreementIn(mammograms, weights)?.expected).toBeCloseTo(expected, 4);
    expect(cohenKappa(mammograms, weights)).toBeCloseTo(kappa, 4);
  });

  it.each([
    ['an empty table', []],
    ['a table of nothing', [[0, 0], [0, 0]]], // prettier-ignore
    ['one category that both always chose', [[7, 0], [0, 0]]], // prettier-ignore
    ['one category alone', [[7]]],
  ])('is null of %s', (_, table) => expect(cohenKappa(table)).toBeNull());

  it('is 0 when one of the two only ever says one thing', () => expect(cohenKappa([[5, 0], [3, 0]])).toBe(0)); // prettier-ignore

  it.each([
    ['no square', [[1, 2]]],
    ['less than nothing', [[-1]]],
    ['no number', [[NaN]]],
  ])('refuses %s', (_, table) => expect(() => cohenKappa(table)).toThrow(RangeError));
});

describe('cohenKappaOfPairs', () => {
  const pairs: JudgedPair[] = [['yes', 'yes'], ['yes', 'no'], ['no', 'no'], ['no', 'no']]; // prettier-ignore

  it('is that of their table: observed 3/4, expected (2·1 + 2·3)/16, kappa 1/2', () => {
    expect(tableOfPairs(pairs)).toEqual([[1, 1], [0, 2]]); // prettier-ignore
    expect(cohenKappaOfPairs(pairs)).toBe(0.5);
  });

  it('takes ordered categories for weights, also those that nobody chose', () => {
    const graded: JudgedPair[] = [[0, 1], [2, 2], [1, 1], [0, 0]]; // prettier-ignore
    // rows 2 1 1, columns 1 2 1: linear disagreement 1/4 observed, (2·2·1 + 2·1·2 + 1·1 + 1·1 + 1·2·1 + 1·2)/16 expected
    expect(cohenKappaOfPairs(graded, [0, 1, 2, 3], 'linear')).toBeCloseTo(1 - (1 / 4) / (14 / 16), 12); // prettier-ignore
  });

  it('refuses a category that is not in the list', () =>
    expect(() => cohenKappaOfPairs(pairs, ['yes'], 'linear')).toThrow(RangeError));
});

describe('laws of kappa', () => {
  const counts = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 3, maxLength: 3 });
  const square = fc.tuple(counts, counts, counts);

  it('independent judgements have none', () => {
    fc.assert(
      fc.property(counts, counts, (rows, columns) => {
        const table = rows.map((row) => columns.map((column) => row * column));
        for (const weights of ['unweighted', 'linear', 'quadratic'] as const) {
          const kappa = cohenKappa(table, weights);
          if (kappa !== null) expect(kappa).toBeCloseTo(0, 9);
        }
      }),
    );
  });

  it('who is called first does not matter, nor the order of unweighted categories', () => {
    fc.assert(
      fc.property(square, (table) => {
        const swapped = table.map((_, i) => table.map((row) => row[i]!));
        const turned = table.toReversed().map((row) => row.toReversed());
        for (const other of [swapped, turned]) expect(cohenKappa(other) ?? 9).toBeCloseTo(cohenKappa(table) ?? 9, 9);
      }),
    );
  });

  it('is at most 1, and 1 only without a disagreement; with two categories weights change nothing', () => {
    fc.assert(
      fc.property(fc.tuple(counts, counts), ([[a, b], [c, d]]) => {
        const table = [[a!, b!], [c!, d!]]; // prettier-ignore
        const kappa = cohenKappa(table);
        if (kappa === null) return;
        expect(kappa <= 1).toBe(true);
        expect(kappa > 1 - 1e-9).toBe(b === 0 && c === 0);
        expect(cohenKappa(table, 'quadratic')).toBeCloseTo(kappa, 9);
      }),
    );
  });
});
