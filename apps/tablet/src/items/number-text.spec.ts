import { typedNumber } from './number-text.js';

it.each([
  ['', undefined],
  ['  ', undefined],
  ['64.5', 64.5],
  ['٦٤٫٥', 64.5],
  ['۱۲', 12],
  ['\u200f-3', -3],
  ['1 250', 1250],
  ['١٬٢٥٠', 1250],
  ['1,5', null],
  ['12a', null],
  ['-', null],
])('%p typed is %p', (text, number) => expect(typedNumber(text)).toBe(number));
