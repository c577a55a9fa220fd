import { sha256 } from '@noble/hashes/sha2.js';
import { searchWork, type FirstBits } from './work-search.js';

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

/** Does the work for a stamp; as `searchWork`. It takes all there is of one processor: pages do it in a worker. */
export function workFor(stamp: string, bits: number, from = 0): Promise<string> {
  return searchWork(bits, firstBitsAfter(stamp), from);
}

/** The beginning is the same for all, so it is hashed once. */
function firstBitsAfter(stamp: string): FirstBits {
  const encoder = new TextEncoder();
  const begun = sha256.create().update(encoder.encode(`${stamp}.`));
  const firstOf = (number: number) => {
    const digest = begun
      .clone()
      .update(encoder.encode(number.toString(36)))
      .digest();
    return new DataView(digest.buffer, digest.byteOffset).getUint32(0);
  };
  return (from, count) => Promise.resolve(Array.from({ length: count }, (_, at) => firstOf(from + at)));
}
