import fc from 'fast-check';
import { numberIn } from './number-cell.js';

describe('numberIn', () => {
  it.each<[string, number | null]>([
    ['12.5', 12.5],
    ['٣٫٢٥', 3.25],
    ['۱۲', 12],
    ['−4', -4],
    ['+.5', 0.5],
    ['1e-7', 1e-7],
    ['1,5', null],
    ['1٬000', null],
    ['5 %', null],
    ['0x10', null],
    ['1e999', null],
    ['NaN', null],
    ['', null],
  ])('%s', (text, number) => expect(numberIn(text)).toBe(number));

  it('law: reads what is written', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (one) => {
        expect(numberIn(String(one))).toBe(one === 0 ? 0 : one);
      }),
    );
  });
});
