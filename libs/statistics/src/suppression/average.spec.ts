import { averageMayBeShown } from './index.js';

describe('averageMayBeShown', () => {
  it.each([
    ['answers that differ', [0, 4, 6], true],
    ['29 who all said the same', [0, 29, 0], false],
    ['30 who all said the same', [0, 30, 0], true],
    ['one who thought otherwise', [1, 28, 0], true],
    ['nobody', [0, 0, 0], false],
    ['no answers to choose from', [], false],
  ])('domain note 6.10: %s', (_, counts, shown) => expect(averageMayBeShown(counts)).toBe(shown));

  it('may ask for more', () => expect(averageMayBeShown([40], 50)).toBe(false));

  it.each([[[-1]], [[1.5]], [[NaN]]])('refuses %s', (counts) =>
    expect(() => averageMayBeShown(counts)).toThrow(RangeError),
  );
});
