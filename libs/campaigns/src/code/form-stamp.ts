import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';

/** What a form is stamped with when it is handed out: whose answer it will be, for which way in, and since when. */
export interface FormStamp {
  /** The id of the response: a random UUID that the form carries to its end, so that it is stored once. */
  readonly response: string;
  /** The sealed code it was handed out for. */
  readonly code: string;
  /** ms since 1970 by the server's clock. */
  readonly at: number;
}

/**
 * Stamps a form: its parts in the open, and an HMAC over them, so that a program cannot pretend to have been given one long ago.
 * @param tag the first 16 bytes of the HMAC-SHA-256 over a text, in hex; where there is a quicker way to it than here
 */
export function stampForm(key: Uint8Array, { response, code, at }: FormStamp, tag = tagOf): string {
  const said = `${response}.${code}.${at.toString(36)}`;
  return `${said}.${tag(key, said)}`;
}

/** What a stamp says; null for one that was not made with this key. @param tag as in `stampForm` */
export function readStamp(key: Uint8Array, stamp: string, tag = tagOf): FormStamp | null {
  const said = stamp.slice(0, stamp.lastIndexOf('.'));
  const [response, code, at] = said.split('.');
  if (response === undefined || code === undefined || at === undefined) return null;
  return isSame(stamp.slice(said.length + 1), tag(key, said)) ? { response, code, at: parseInt(at, 36) } : null;
}

function tagOf(key: Uint8Array, said: string): string {
  const tag = hmac(sha256, key, new TextEncoder().encode(said)).subarray(0, 16);
  return Array.from(tag, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Takes the same time however much is alike. */
function isSame(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  let different = 0;
  for (let at = 0; at < one.length; at++) different |= one.charCodeAt(at) ^ other.charCodeAt(at);
  return different === 0;
}
