import fc from 'fast-check';
import { fingerprintOf } from './fingerprint.js';

/** 9 × 8 grey values, from a rule of row and column. */
const grey = (rule: (row: number, column: number) => number) =>
  Uint8Array.from({ length: 72 }, (_, at) => rule(Math.floor(at / 9), at % 9));

describe('fingerprintOf', () => {
  it.each([
    ['a picture that grows lighter to the right is all ones', grey((_, column) => column * 10), '1'.repeat(64)],
    ['one that grows darker is all zeros', grey((_, column) => 200 - column * 10), '0'.repeat(64)],
    [
      'a light bar in the first row is seen before and behind it',
      grey((row, column) => (row === 0 && column === 1 ? 255 : 0)),
      `1${'0'.repeat(63)}`,
    ],
    ['a picture that is even has none', grey(() => 119), null],
    ['nor has one with a little grain', grey((row, column) => 119 + ((row + column) % 9)), null],
  ])('%s', (_, picture, fingerprint) => expect(fingerprintOf(picture)).toBe(fingerprint));

  it('does not change with the light', () =>
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 72, maxLength: 72, max: 100 }),
        fc.integer({ min: 0, max: 155 }),
        (one, more) => expect(fingerprintOf(one.map((value) => value + more))).toBe(fingerprintOf(one)),
      ),
    ));
});
