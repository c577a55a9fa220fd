import { hash } from 'node:crypto';

/** What the bytes of a key become before they are hashed (RFC 2104): both, once a key. */
const padded = new WeakMap<Uint8Array, readonly [inner: Buffer, outer: Buffer]>();

/**
 * The first 16 bytes of the HMAC-SHA-256 over a text of Latin letters, in hex. As two hashes at once it takes a tenth of the time of an
 * HMAC object; every reader of a survey's first page costs one.
 * @param key at most 64 bytes
 */
export function stampTag(key: Uint8Array, said: string): string {
  const [inner, outer] = padded.get(key) ?? padOf(key);
  const first = hash('sha256', Buffer.concat([inner, Buffer.from(said, 'latin1')]), 'buffer');
  return hash('sha256', Buffer.concat([outer, first]), 'hex').slice(0, 32);
}

function padOf(key: Uint8Array): readonly [Buffer, Buffer] {
  const pads = [0x36, 0x5c].map((pad) => Buffer.alloc(64, pad)) as [Buffer, Buffer];
  for (const pad of pads) key.forEach((byte, at) => pad.writeUInt8((pad[at] ?? 0) ^ byte, at));
  padded.set(key, pads);
  return pads;
}
