import { hash } from 'node:crypto';

/** SHA-256 works on blocks of so many bytes, and gives so many. */
const [block, digest] = [64, 32];
/** Texts that are longer are none of ours. */
const most = 256;

/** A key as it is hashed with (RFC 2104): padded, with room for what comes after it. */
interface Pads {
  readonly inner: Buffer;
  readonly outer: Buffer;
}

const known = new WeakMap<Uint8Array, Pads>();

/**
 * The first 16 bytes of the HMAC-SHA-256 over a text of Latin letters, 256 at most, in hex. As two hashes at once, in memory that is
 * used again, it takes a tenth of the time of an HMAC object; every reader of a survey's first page costs one.
 * @param key at most 64 bytes
 */
export function stampTag(key: Uint8Array, said: string): string {
  const { inner, outer } = known.get(key) ?? padsOf(key);
  const length = inner.write(said, block, 'latin1');
  hash('sha256', inner.subarray(0, block + length), 'buffer').copy(outer, block);
  return hash('sha256', outer, 'hex').slice(0, digest);
}

function padsOf(key: Uint8Array): Pads {
  const padded = (pad: number, room: number) => {
    const bytes = Buffer.alloc(block + room, pad);
    key.forEach((byte, at) => bytes.writeUInt8(byte ^ pad, at));
    return bytes;
  };
  const pads = { inner: padded(0x36, most), outer: padded(0x5c, digest) };
  known.set(key, pads);
  return pads;
}
