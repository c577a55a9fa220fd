import fc from 'fast-check';
import { plainDecimal } from './cell-text.js';
import { numberKindOf } from './number-kind.js';

describe('plainDecimal', () => {
  it.each([
    [0.645, 2, '64.5'],
    [0.07, 2, '7'],
    [-0.001, 2, '-0.1'],
    [1.5e-9, 2, '0.00000015'],
    [1.5e22, 0, '15000000000000000000000'],
    [5e-324, 0, `0.${'0'.repeat(323)}5`],
    [0, 2, '0'],
    [-0, 0, '0'],
  ])('writes %d, its point moved by %d', (value, shift, text) => expect(plainDecimal(value, shift)).toBe(text));

  it('writes every number without exponent, and loses nothing', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = plainDecimal(value);
        expect(text).toMatch(/^-?\d+(\.\d+)?$/);
        expect(Number(text)).toBe(value + 0);
        expect(Number(`${plainDecimal(value, 2)}e-2`)).toBe(value + 0);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('numberKindOf', () => {
  it.each([
    ['General', 'number'],
    ['0.00', 'number'],
    ['#,##0.00;[Red]-#,##0.00', 'number'],
    ['0.00E+00', 'number'],
    ['0 "days"', 'number'],
    ['0\\d', 'number'],
    ['_-* #,##0_d', 'number'],
    ['[h]:mm:ss', 'number'],
    ['@', 'number'],
    ['0%', 'percent'],
    ['[Blue]0.0%;-0.0%', 'percent'],
    ['0"%"', 'number'],
    ['yyyy-mm-dd', 'date'],
    ['[$-2060401]d mmmm yyyy', 'date'],
    ['mmm', 'date'],
    ['hh:mm', 'time'],
    ['h:mm AM/PM', 'time'],
    ['[$-F400]h:mm:ss', 'time'],
    ['dd/mm/yyyy hh:mm', 'date'],
  ])('%s is a %s', (code, kind) => expect(numberKindOf(200, code)).toBe(kind));

  it.each([
    [0, 'number'],
    [9, 'percent'],
    [14, 'date'],
    [20, 'time'],
    [46, 'number'],
    [164, 'number'],
  ])('of its own formats, %d is a %s', (id, kind) => expect(numberKindOf(id)).toBe(kind));
});
