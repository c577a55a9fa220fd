import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';

/**
 * What a document is known by: SHA-256 in 64 small hex digits over its canonical JSON (RFC 8785), the same whatever the order
 * of its keys and the way its numbers were written.
 * @throws Error for what no JSON holds: NaN, an infinity, half a surrogate pair, a circle; and RangeError for undefined
 */
export function contentHash(document: unknown): string {
  const canonical = canonicalize(document);
  if (canonical === undefined) throw new RangeError('Only what JSON can hold has a hash');
  return bytesToHex(sha256(utf8ToBytes(canonical)));
}
