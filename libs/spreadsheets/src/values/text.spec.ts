import fc from 'fast-check';
import { textFrom, trimmed } from './text.js';

describe('textFrom', () => {
  it.each([
    [
      'spaces and direction marks at the ends are no part of a text',
      '\u200F\u061C  وزارة الصحة \u200E\u00A0',
      'وزارة الصحة',
    ],
    ['marks within it are', 'نجوم\u200E (A)', 'نجوم\u200E (A)'],
    ['letters are composed', 'ا\u0653ل', 'آل'],
    ['a byte order mark at the start goes', '\uFEFFcode', 'code'],
    ['line breaks within stay', ' a\r\nb ', 'a\r\nb'],
    ['a pair of surrogates is one character', '🌟', '🌟'],
  ])('%s', (_, cell, value) => expect(textFrom(cell)).toEqual({ kind: 'text', value }));

  it.each(['', '   ', '\u200F\u200E', '\u00A0\t\n'])('nothing but padding is missing: %j', (cell) =>
    expect(textFrom(cell)).toEqual({ kind: 'missing' }),
  );

  it.each([
    ['a NUL', 'a\0b'],
    ['the first half of a pair', 'a\uD83D'],
    ['the second half of a pair', '\uDE00a'],
  ])('%s is no text', (_, cell) => expect(textFrom(cell)).toEqual({ kind: 'fault', reason: 'notReadable' }));

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (cell) => {
        const once = textFrom(cell);
        if (once.kind === 'text') expect(textFrom(once.value)).toEqual(once);
      }),
    );
  });

  it('looks at each character of a long run of spaces once', () => {
    // A pattern for the end would need 10^12 steps here, and this test as many years.
    const long = `x${' '.repeat(1_000_000)}x`;
    expect(trimmed(long)).toBe(long);
  });
});
