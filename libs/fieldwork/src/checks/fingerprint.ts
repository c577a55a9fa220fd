/** A perceptual hash of 64 bits: a number, or its bits as text (`bit(64)` of PostgreSQL). */
export type Fingerprint = bigint | string;

/** The same as two words of 32 bits, which are quick to compare. */
export interface Bits {
  readonly high: number;
  readonly low: number;
}

/**
 * How many of 64 bits differ: 0 the same picture, about 32 two that have nothing to do with each other. Null when one of them
 * is not 64 bits.
 */
export function hammingDistance(one: Fingerprint, other: Fingerprint): number | null {
  const [bits, otherBits] = [bitsOf(one), bitsOf(other)];
  return bits === null || otherBits === null ? null : bitsBetween(bits, otherBits);
}

/** How many bits differ. */
export function bitsBetween(one: Bits, other: Bits): number {
  return onesIn(one.high ^ other.high) + onesIn(one.low ^ other.low);
}

/** Fewer bits than this, or fewer zeros, come of a plain surface: a dark or white frame says nothing of the place. */
const leastBits = 8;

/** The bits of a picture in which something is to be seen; null: of any other, or not 64 bits. */
export function tellingBits(fingerprint: Fingerprint): Bits | null {
  const bits = bitsOf(fingerprint);
  if (bits === null) return null;
  const ones = onesIn(bits.high) + onesIn(bits.low);
  return ones >= leastBits && ones <= 64 - leastBits ? bits : null;
}

function bitsOf(fingerprint: Fingerprint): Bits | null {
  if (typeof fingerprint === 'bigint') {
    const whole = BigInt.asUintN(64, fingerprint);
    return { high: Number(whole >> 32n), low: Number(whole & 0xffff_ffffn) };
  }
  if (!/^[01]{64}$/.test(fingerprint)) return null;
  return { high: parseInt(fingerprint.slice(0, 32), 2), low: parseInt(fingerprint.slice(32), 2) };
}

/** The ones in a word of 32 bits. Source: H. S. Warren, Hacker's Delight, figure 5-2. */
function onesIn(word: number): number {
  let ones = word - ((word >>> 1) & 0x5555_5555);
  ones = (ones & 0x3333_3333) + ((ones >>> 2) & 0x3333_3333);
  ones = (ones + (ones >>> 4)) & 0x0f0f_0f0f;
  return Math.imul(ones, 0x0101_0101) >>> 24;
}
