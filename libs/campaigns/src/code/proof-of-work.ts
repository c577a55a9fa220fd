import { sha256 } from '@noble/hashes/sha2.js';

/**
 * Whether work was done for a stamp: SHA-256 over `stamp.work` begins with as many zero bits ("hashcash", Back 2002). It costs the
 * sender some 2^bits hashes and us one.
 */
export function isWorked(stamp: string, work: string, bits: number): boolean {
  const digest = sha256(new TextEncoder().encode(`${stamp}.${work}`));
  const whole = bits >> 3;
  for (let at = 0; at < whole; at++) if (digest[at] !== 0) return false;
  return (digest[whole] ?? 0) >> (8 - (bits & 7)) === 0;
}

/** Does the work: the smallest number that will do, written in base 36. For tests, kiosks and scripts of pages. */
export function workFor(stamp: string, bits: number): string {
  for (let tried = 0; ; tried++) if (isWorked(stamp, tried.toString(36), bits)) return tried.toString(36);
}
