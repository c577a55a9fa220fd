import fc from 'fast-check';
import { hammingDistance, tellingBits } from './fingerprint.js';

const fingerprint = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
const text = (bits: bigint) => bits.toString(2).padStart(64, '0');

describe('hammingDistance', () => {
  it.each([
    ['Wikipedia, "Hamming distance": 0000 and 1111', 0b0000n, 0b1111n, 4],
    ['Wikipedia, "Hamming distance": 1011101 and 1001001', 0b1011101n, 0b1001001n, 2],
    ['the same', 42n, 42n, 0],
    ['all bits', 0n, 2n ** 64n - 1n, 64],
    ['text and number', `${'0'.repeat(63)}1`, 0n, 1],
    ['text that is too short', '01', 0n, null],
    ['text that is no bits', 'x'.repeat(64), 0n, null],
  ])('%s', (_, one, other, distance) => expect(hammingDistance(one, other)).toBe(distance));

  it('law: as many as there are ones in the difference, whether text or number', () => {
    fc.assert(
      fc.property(fingerprint, fingerprint, (one, other) => {
        const ones = text(one ^ other).replaceAll('0', '').length;
        expect(hammingDistance(one, other)).toBe(ones);
        expect(hammingDistance(text(one), text(other))).toBe(ones);
      }),
    );
  });
});

describe('tellingBits', () => {
  it.each([
    ['a black frame', '0'.repeat(64), false],
    ['a white frame', '1'.repeat(64), false],
    ['seven bits of noise', '0'.repeat(57) + '1'.repeat(7), false],
    ['a picture', '0110'.repeat(16), true],
    ['no fingerprint', '', false],
  ])('%s', (_, fingerprint, telling) => expect(tellingBits(fingerprint) !== null).toBe(telling));
});
