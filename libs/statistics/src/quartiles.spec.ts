import fc from 'fast-check';
import { median, quarterOf, quartiles } from './quartiles.js';

const values = fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 1, maxLength: 40 });

describe('quartiles', () => {
  it.each([
    ["R's default (type 7), as NumPy", [3, 1, 4, 1, 5, 9, 2, 6], { q1: 1.75, median: 3.5, q3: 5.25 }],
    ['on the values when they fit', [50, 10, 30, 20, 40], { q1: 20, median: 30, q3: 40 }],
    ['of one value', [7], { q1: 7, median: 7, q3: 7 }],
  ])('%s', (_, list, expected) => expect(quartiles(list)).toEqual(expected));

  it('of nothing are nothing', () => {
    expect(quartiles([])).toBeNull();
    expect(median([])).toBeNull();
  });

  it('sort as numbers', () => expect(median([10, 9, 100])).toBe(10));
  it('refuse what is no number', () => expect(() => quartiles([1, NaN])).toThrow(RangeError));

  it('law: in order, between the extremes, whatever the order of the values', () => {
    fc.assert(
      fc.property(values, (list) => {
        const { q1, median: middle, q3 } = quartiles(list)!;
        expect([Math.min(...list), q1, middle, q3, Math.max(...list)]).toEqual(
          [Math.min(...list), q1, middle, q3, Math.max(...list)].sort((a, b) => a - b),
        );
        expect(quartiles(list.toReversed())).toEqual({ q1, median: middle, q3 });
      }),
    );
  });
});

describe('quarterOf', () => {
  const of = { q1: 20, median: 30, q3: 40 };

  it.each([
    [45, 'top', 'bottom'],
    [40, 'top', 'third'],
    [35, 'second', 'third'],
    [30, 'second', 'second'],
    [25, 'third', 'second'],
    [20, 'third', 'top'],
    [15, 'bottom', 'top'],
  ])('%d is %s when more is better, %s when less is', (value, more, less) => {
    expect(quarterOf(value, of, true)).toBe(more);
    expect(quarterOf(value, of, false)).toBe(less);
  });

  it('law: the mirrored group has mirrored quarters', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: -100, max: 100 }), (list, value) => {
        const mirrored = quartiles(list.map((member) => -member))!;
        expect(quarterOf(-value, mirrored, false)).toBe(quarterOf(value, quartiles(list)!, true));
      }),
    );
  });
});
