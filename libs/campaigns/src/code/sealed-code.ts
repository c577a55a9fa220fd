import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { ways, type Way } from '../response/sent-response.js';

/** What a sealed code says: which place of which campaign, and the kind of way in. */
export interface WayIn {
  /** Of the place: 1 to 2³¹ − 1. */
  readonly place: number;
  readonly way: Way;
}

// Crockford's alphabet: no letter is taken for another, so that a code can be read out and typed.
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const tagBytes = 6;

/**
 * Seals a way in as a short code of 18 letters and digits for an address or a QR code: five bytes that say what it is and six of an HMAC, so
 * that nobody makes one up (48 bits, and a wrong one costs a request). It is not secret: who has it may answer.
 */
export function sealCode(key: Uint8Array, { place, way }: WayIn): string {
  const said = Uint8Array.of(ways.indexOf(way), place >>> 24, place >>> 16, place >>> 8, place);
  return lettersOf(Uint8Array.of(...said, ...tagOf(key, said)));
}

/** What a code says, or null for one that was not sealed with this key. Upper case and the letters o, i, l are read as they are meant. */
export function openCode(key: Uint8Array, code: string): WayIn | null {
  const bytes = bytesOf(code.toLowerCase().replaceAll('o', '0').replaceAll(/[il]/g, '1'));
  if (bytes === null) return null;
  const said = bytes.subarray(0, 5);
  const tag = tagOf(key, said);
  let different = 0;
  for (let at = 0; at < tagBytes; at++) different |= (tag[at] ?? 0) ^ (bytes[5 + at] ?? 0);
  const way = ways[said[0] ?? -1];
  if (different !== 0 || way === undefined) return null;
  return { way, place: new DataView(said.slice(1).buffer).getUint32(0) };
}

function tagOf(key: Uint8Array, said: Uint8Array): Uint8Array {
  return hmac(sha256, key, said).subarray(0, tagBytes);
}

const length = 18; // 11 bytes are 88 bits; 18 letters hold 90

function lettersOf(bytes: Uint8Array): string {
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  let letters = '';
  for (let at = 0; at < length; at++, value >>= 5n) letters = `${alphabet[Number(value & 31n)] ?? ''}${letters}`;
  return letters;
}

function bytesOf(letters: string): Uint8Array | null {
  if (letters.length !== length) return null;
  let value = 0n;
  for (const letter of letters) {
    const digit = alphabet.indexOf(letter);
    if (digit < 0) return null;
    value = (value << 5n) | BigInt(digit);
  }
  if (value >> 88n !== 0n) return null;
  return Uint8Array.from({ length: 11 }, (_, at) => Number((value >> BigInt(8 * (10 - at))) & 255n));
}
