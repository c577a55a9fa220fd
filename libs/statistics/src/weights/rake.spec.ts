import fc from 'fast-check';
import { roundHalfAway } from '../rounding.js';
import { postStratify } from './cell-weights.js';
import { rake } from './rake.js';
import type { Raking, RakePlan } from './rake.js';
import type { Margin, RakedCell } from './rake-input.js';

/** Kalton's sample: rows a1 to a4, columns b1 to b3. */
const kaltonCounts = [
  [20, 40, 40],
  [50, 140, 310],
  [100, 50, 50],
  [30, 100, 70],
];
const totalsOf = (name: string, totals: readonly number[]) =>
  totals.map((total, at) => ({ category: `${name}${at + 1}`, total }));
const kaltonMargins: readonly Margin[] = [
  { dimension: 'a', totals: totalsOf('a', [175, 550, 430, 345]) },
  { dimension: 'b', totals: totalsOf('b', [365, 415, 720]) },
];
const cellsOf = (counts: readonly (readonly number[])[]): readonly RakedCell[] =>
  counts.flatMap((row, a) => row.map((count, b) => ({ categories: [`a${a + 1}`, `b${b + 1}`], count })));
const kalton: RakePlan = { cells: cellsOf(kaltonCounts), margins: kaltonMargins };

function made(raking: Raking) {
  if (!raking.weights) throw new Error(`No weights: ${JSON.stringify(raking.faults)}`);
  return raking;
}

describe('rake', () => {
  it('AT-16 Kalton & Flores-Cervantes: weights as printed, and to four decimals', () => {
    const { weights, report } = made(rake(kalton));
    const printed = (decimals: number) => weights.map((weight) => roundHalfAway(weight!, decimals));
    expect(printed(2)).toEqual([1.81, 1.45, 2.02, 1.08, 0.87, 1.21, 2.2, 1.76, 2.45, 1.83, 1.47, 2.04]);
    expect(printed(4)).toEqual([
      ...[1.8108, 1.4528, 2.0168, 1.0836, 0.8694, 1.2068],
      ...[2.1961, 1.7619, 2.4459, 1.8332, 1.4708, 2.0417],
    ]);
    expect(roundHalfAway(report.effect.designEffect, 4)).toBe(1.0997);
    expect(report).toMatchObject({ converged: true, capped: { low: 0, high: 0 }, effect: { n: 1000 } });
    expect(report.effect.weight).toBeCloseTo(1500, 6);
    for (const margin of report.margins) expect(margin.largestDifference).toBeLessThan(1e-5);
  });

  it('starts from the weights before: what was asked half as often stands for twice as many', () => {
    const margins = [{ dimension: 'sex', totals: totalsOf('', [300]) }];
    const cells = [
      { categories: ['1'], count: 50, weight: 1 },
      { categories: ['1'], count: 50, weight: 2 },
    ];
    expect(made(rake({ cells, margins })).weights).toEqual([2, 4]);
  });

  it('with too few rounds says that it did not converge, and by how much it misses', () => {
    const { report } = made(rake({ ...kalton, mostRounds: 1 }));
    expect(report).toMatchObject({ converged: false, rounds: 1 });
    expect(report.margins[0]!.largestDifference).toBeGreaterThan(1);
    expect(report.margins[1]!.largestDifference).toBeCloseTo(0, 9);
  });

  it('margins that no weights can meet do not converge, and give no NaN', () => {
    const cells = cellsOf([
      [10, 0],
      [0, 10],
    ]);
    const margins = [
      { dimension: 'a', totals: totalsOf('a', [30, 70]) },
      { dimension: 'b', totals: totalsOf('b', [60, 40]) },
    ];
    const { weights, report } = made(rake({ cells, margins, caps: null }));
    expect(report.converged).toBe(false);
    expect(report.margins[0]!.largestDifference).toBeCloseTo(30, 9);
    expect(weights).toEqual([6, null, null, 4]);
  });

  describe('with caps', () => {
    /** Few of a1 answered: each would stand for 40 people where the mean is 10. */
    const few: RakePlan = {
      cells: cellsOf([
        [5, 5],
        [45, 45],
      ]),
      margins: [
        { dimension: 'a', totals: totalsOf('a', [400, 600]) },
        { dimension: 'b', totals: totalsOf('b', [500, 500]) },
      ],
    };

    it('no weight is above 3 times the mean, and what is missing is reported', () => {
      const { weights, report } = made(rake(few));
      expect(weights.slice(0, 2)).toEqual([30, 30]);
      expect(report).toMatchObject({ converged: false, capped: { low: 0, high: 10 } });
      expect(report.margins[0]!.largestDifference).toBeCloseTo(100, 9);
    });

    it('without caps the totals are met', () => {
      const { weights, report } = made(rake({ ...few, caps: null }));
      expect(weights[0]).toBeCloseTo(40, 9);
      expect(report).toMatchObject({ converged: true, capped: { low: 0, high: 0 } });
    });

    it('rakes on, where others of the category can stand in: a cut cell costs no margin', () => {
      const cells = [
        { categories: ['a1'], count: 10, weight: 10 },
        { categories: ['a1'], count: 90, weight: 1 },
      ];
      const margins = [{ dimension: 'a', totals: totalsOf('a', [100]) }];
      const { weights, report } = made(rake({ cells, margins }));
      expect(weights[0]).toBe(3);
      expect(weights[1]).toBeCloseTo(70 / 90, 8);
      expect(report).toMatchObject({ converged: true, capped: { low: 0, high: 10 } });
    });

    it('whoever fitting left a last digit beside a bound counts as capped too', () => {
      const counts = [
        [19, 36, 34, 0],
        [45, 0, 18, 44],
        [32, 13, 14, 48],
      ];
      const { weights, report } = made(
        rake({
          cells: cellsOf(counts),
          margins: [
            { dimension: 'a', totals: totalsOf('a', [439.87120220539754, 996.0239610459658, 910.1048367486367]) },
            { dimension: 'b', totals: totalsOf('b', [661.0611528516515, 666.182359243658, 247.80288831176594, 770.9535995929245]) },
          ],
          caps: { low: 0.6, high: 1.6 },
        }),
      ); // prettier-ignore
      const lowest = Math.min(...weights.filter((weight) => weight !== null));
      expect(weights.filter((weight) => weight !== null && weight <= lowest * (1 + 1e-9))).toHaveLength(3);
      expect(report.capped).toEqual({ low: 19 + 34 + 14, high: 13 });
    });

    it('weights that pass beyond the caps only on the way are not cut', () => {
      expect(made(rake(kalton)).weights).toEqual(made(rake({ ...kalton, caps: null })).weights);
    });
  });

  it('a total that nobody answered for is named, and the others of its dimension stand for all', () => {
    const { weights, report } = made(
      postStratify([{ cell: 'men', count: 10 }, { cell: 'women', count: 10 }], [
        { category: 'men', total: 40 }, { category: 'women', total: 40 }, { category: 'not said', total: 20 },
      ]), // prettier-ignore
    );
    expect(weights).toEqual([5, 5]);
    expect(report.margins[0]!.unmet).toEqual([{ category: 'not said', total: 20 }]);
  });

  it('a total of 0 that nobody answered for is met', () => {
    const totals = [...totalsOf('', [40]), { category: 'none', total: 0 }];
    expect(made(postStratify([{ cell: '1', count: 4 }], totals)).report.margins[0]!.unmet).toEqual([]);
  });

  it.each([
    ['nobody answered', { ...kalton, cells: cellsOf([[0, 0, 0]]) }, [{ code: 'nobodyAnswered' }]],
    [
      'respondents of a category that is not known',
      { ...kalton, cells: [...kalton.cells, { categories: ['a5', 'b1'], count: 7 }] },
      [{ code: 'noKnownTotal', dimension: 'a', category: 'a5', count: 7 }],
    ],
    [
      'respondents of a category known to be empty',
      { cells: [{ categories: ['1'], count: 3 }], margins: [{ dimension: 'x', totals: totalsOf('', [0]) }] },
      [{ code: 'noKnownTotal', dimension: 'x', category: '1', count: 3 }],
    ],
    [
      'dimensions that know of different numbers of people',
      { ...kalton, margins: [kaltonMargins[0]!, { dimension: 'b', totals: totalsOf('b', [365, 415, 721]) }] },
      [{ code: 'totalsDisagree', dimension: 'b', sum: 1501, expected: 1500 }],
    ],
  ])('%s: no weights, and the reason', (_, plan: RakePlan, faults) => {
    expect(rake(plan)).toEqual({ weights: null, report: null, faults });
  });

  it.each([
    ['no dimension', { cells: [], margins: [] }],
    ['a cell of another dimension', { ...kalton, cells: [{ categories: ['a1'], count: 1 }] }],
    ['half a respondent', { ...kalton, cells: [{ categories: ['a1', 'b1'], count: 0.5 }] }],
    ['a weight of nothing', { ...kalton, cells: [{ categories: ['a1', 'b1'], count: 1, weight: 0 }] }],
    ['a category twice', { ...kalton, margins: [{ dimension: 'a', totals: [...totalsOf('a', [1]), ...totalsOf('a', [1])] }, kaltonMargins[1]!] }], // prettier-ignore
    ['a total below 0', { ...kalton, margins: [{ dimension: 'a', totals: totalsOf('a', [-1]) }, kaltonMargins[1]!] }],
    ['caps that leave no weight', { ...kalton, caps: { low: 2, high: 3 } }],
    ['no rounds', { ...kalton, mostRounds: 0 }],
    ['no epsilon', { ...kalton, epsilon: 0 }],
  ])('refuses %s', (_, plan: RakePlan) => expect(() => rake(plan)).toThrow(RangeError));

  describe('laws', () => {
    const count = fc.integer({ min: 1, max: 60 });
    const table = fc.array(fc.array(count, { minLength: 3, maxLength: 3 }), { minLength: 4, maxLength: 4 });
    const share = fc.integer({ min: 1, max: 20 });
    const margins = fc
      .tuple(fc.array(share, { minLength: 4, maxLength: 4 }), fc.array(share, { minLength: 3, maxLength: 3 }))
      .map(([a, b]): readonly Margin[] => {
        const part = (list: readonly number[]) => list.map((one) => (6000 * one) / list.reduce((x, y) => x + y, 0));
        return [
          { dimension: 'a', totals: totalsOf('a', part(a)) },
          { dimension: 'b', totals: totalsOf('b', part(b)) },
        ];
      });

    it('without caps and empty cells every margin is met', () => {
      fc.assert(
        fc.property(table, margins, (counts, known) => {
          const cells = cellsOf(counts);
          const { weights, report } = made(rake({ cells, margins: known, caps: null, mostRounds: 1000 }));
          expect(report.converged).toBe(true);
          for (const [at, { totals }] of known.entries()) {
            for (const { category, total } of totals) {
              const own = cells.map((cell, place) =>
                cell.categories[at] === category ? cell.count * weights[place]! : 0,
              );
              expect(Math.abs(own.reduce((x, y) => x + y, 0) - total)).toBeLessThan(1e-3);
            }
          }
        }),
        { numRuns: 50 },
      );
    });

    it('caps always hold, converged or not, and nothing is NaN', () => {
      fc.assert(
        fc.property(table, margins, (counts, known) => {
          const { weights, report } = made(rake({ cells: cellsOf(counts), margins: known }));
          const mean = 6000 / counts.flat().reduce((x, y) => x + y, 0);
          for (const weight of weights) {
            expect(weight).toBeGreaterThanOrEqual(0.3 * mean * (1 - 1e-12));
            expect(weight).toBeLessThanOrEqual(3 * mean * (1 + 1e-12));
          }
          expect(report.margins.every(({ largestDifference }) => Number.isFinite(largestDifference))).toBe(true);
        }),
        { numRuns: 50 },
      );
    });

    it('the order of cells changes nothing at all', () => {
      const order = fc.shuffledSubarray([...Array(12).keys()], { minLength: 12 });
      fc.assert(
        fc.property(table, margins, order, (counts, known, places) => {
          const cells = cellsOf(counts);
          const straight = made(rake({ cells, margins: known })).weights;
          const shuffled = made(rake({ cells: places.map((place) => cells[place]!), margins: known })).weights;
          expect(shuffled).toEqual(places.map((place) => straight[place]));
        }),
        { numRuns: 50 },
      );
    });

    it('weights before count by their proportions alone', () => {
      fc.assert(
        fc.property(table, margins, fc.constantFrom(1e-9, 0.1, 7, 1e12), (counts, known, by) => {
          const cells = cellsOf(counts).map((cell, at) => ({ ...cell, weight: 1 + (at % 3) }));
          const plain = made(rake({ cells, margins: known })).weights;
          const scaled = cells.map((cell) => ({ ...cell, weight: cell.weight * by }));
          const other = made(rake({ cells: scaled, margins: known })).weights;
          other.forEach((weight, at) => expect(weight! / plain[at]!).toBeCloseTo(1, 6));
        }),
        { numRuns: 50 },
      );
    });
  });
});

describe('postStratify', () => {
  it('w N_g / Σ w: 30 of 40 men and 20 of 60 women', () => {
    const cells = [
      { cell: 'men', count: 30 },
      { cell: 'women', count: 10, weight: 1 },
      { cell: 'women', count: 5, weight: 2 },
    ];
    const totals = [
      { category: 'men', total: 40 },
      { category: 'women', total: 60 },
    ];
    const { weights, report } = made(postStratify(cells, totals));
    expect(weights[0]).toBeCloseTo(40 / 30, 12);
    expect(weights[1]).toBeCloseTo(3, 12);
    expect(weights[2]).toBeCloseTo(6, 12);
    expect(report).toMatchObject({ converged: true, rounds: 2 });
  });
});
