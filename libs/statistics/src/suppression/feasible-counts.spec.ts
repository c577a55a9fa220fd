import fc from 'fast-check';
import { feasibleCounts, type TableLine } from './index.js';

const square: readonly TableLine[] = [
  { whole: 'row1', parts: ['X11', 'X12'] },
  { whole: 'row2', parts: ['X21', 'X22'] },
  { whole: 'column1', parts: ['X11', 'X21'] },
  { whole: 'column2', parts: ['X12', 'X22'] },
];

describe('feasibleCounts', () => {
  it('AT-29: rows sum to 7 and 3, columns to 6 and 4, so X11 is between 3 and 6', () => {
    const margins = new Map(Object.entries({ row1: 7, row2: 3, column1: 6, column2: 4 }));
    const ranges = feasibleCounts(square, margins);
    expect(ranges.get('X11')).toEqual({ low: 3, high: 6 });
    expect(ranges.get('X22')).toEqual({ low: 0, high: 3 });
  });

  it('AT-29: the one cell missing from a line is known', () => {
    const line = { whole: 'total', parts: ['x', 'y', 'z'] };
    const known = new Map(Object.entries({ total: 56_600, y: 47_600, z: 8_002 }));
    expect(feasibleCounts([line], known).get('x')).toEqual({ low: 998, high: 998 });
    known.delete('z');
    expect(feasibleCounts([line], known).get('x')).toEqual({ low: 0, high: 9_000 });
  });

  it('knows nothing of a table without a number', () =>
    expect(feasibleCounts(square, new Map(), 1).get('row1')).toEqual({ low: 2, high: Infinity }));

  it('law: the truth always lies within', () => {
    const count = fc.nat({ max: 20 });
    fc.assert(
      fc.property(fc.tuple(count, count, count, count), fc.array(fc.boolean()), ([a, b, c, d], shown) => {
        const truth = { row1: a + b, row2: c + d, column1: a + c, column2: b + d, X11: a, X12: b, X21: c, X22: d };
        const known = new Map(Object.entries(truth).filter((_, place) => shown[place]));
        for (const [cell, { low, high }] of feasibleCounts(square, known)) {
          const value = truth[cell as keyof typeof truth];
          expect(low <= value && value <= high).toBe(true);
        }
      }),
    );
  });
});
