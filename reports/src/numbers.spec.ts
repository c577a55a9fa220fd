import fc from 'fast-check';
import { inText, plain, range, score, signed, signedInText, signedPercent, signedText, whole } from './numbers.js';

const text = (cell: { readonly markup: string }) => cell.markup.replace(/<\/?bdi[^>]*>/g, '');

describe('a number in print', () => {
  it.each([
    [64.076, '64.1'],
    [64.05, '64.1'],
    [64.25, '64.3'],
    [-64.25, '\u221264.3'],
    [0.05, '0.1'],
    [0.04, '0.0'],
    [-0.04, '0.0'],
    [-0, '0.0'],
    [1.45, '1.5'],
    [99.95, '100.0'],
    [100, '100.0'],
  ])('%d is written %s: one decimal, half away from zero, and minus zero is zero', (value, expected) => {
    expect(plain(value, 1)).toBe(expected);
    expect(text(score(value))).toBe(expected);
  });

  it.each([
    [2.4, '+2.4'],
    [-2.4, '\u22122.4'],
    [0.04, '0.0'],
    [-0.04, '0.0'],
    [0, '0.0'],
    [0.05, '+0.1'],
    [-0.05, '\u22120.1'],
    [null, '—'],
  ])('a change of %p is written %s', (value, expected) => {
    expect(signedText(value)).toBe(expected);
    expect(text(signed(value))).toBe(expected);
    expect(signedInText(value)).toBe(`\u2066${expected}\u2069`);
  });

  it('has a sign that is U+2212, never a hyphen, and none where it is printed as zero', () => {
    fc.assert(
      fc.property(fc.double({ min: -1000, max: 1000, noNaN: true }), fc.constantFrom(0, 1, 2), (value, decimals) => {
        const shown = plain(value, decimals);
        expect(shown).not.toContain('-');
        expect(shown.startsWith('\u2212')).toBe(Number(shown.replace('\u2212', '-')) < 0);
        expect(plain(-value, decimals).replace('\u2212', '')).toBe(shown.replace('\u2212', ''));
      }),
    );
  });

  it('is isolated, so that Arabic beside it does not move its sign', () => {
    const interval = { low: -1.26, high: 0.04 };
    for (const cell of [score(1), score(null), signed(-1), whole(1), range(interval), signedPercent(1, 'ar')]) {
      expect(cell.markup).toMatch(/^<bdi dir="ltr">[^<]*<\/bdi>/);
    }
    expect(inText('2024-03')).toBe('\u20662024-03\u2069');
  });

  it.each([
    ['a range', range({ low: 63.14, high: 65.25 }), '63.1\u2009–\u200965.3'],
    ['a range of changes', range({ low: -1.26, high: 0.04 }, true), '\u22121.3\u2009–\u20090.0'],
    ['no range', range(null, true), '—'],
    ['thousands', whole(1234567), '1,234,567'],
    ['no answers', whole(0), '0'],
    ['no number', whole(null), '—'],
    ['no score', score(null), '—'],
    ['a relative change in English', signedPercent(12.5, 'en'), '+12.5\u00a0%'],
    ['a relative change in Arabic', signedPercent(-12.5, 'ar'), '\u221212.5٪'],
    ['no relative change', signedPercent(null, 'en'), '—'],
  ])('%s', (_, cell, expected) => expect(text(cell)).toBe(expected));
});
