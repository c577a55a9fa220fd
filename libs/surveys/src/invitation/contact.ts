import { createHmac } from 'node:crypto';
import { westernDigits } from '#documents';

/** Where somebody is invited: an e-mail address, or a telephone that takes SMS. */
export interface Contact {
  readonly kind: 'email' | 'sms';
  /** An e-mail address with its domain in small letters, or `+` and 7 to 15 digits. */
  readonly address: string;
}

// Narrower than what RFC 5321 allows: quoted names, comments and literal addresses are refused, and so is all that could end a header.
const emailForm = /^[^\s@<>()[\]\\,;:"\p{C}]{1,64}@[^\s@<>()[\]\\,;:"\p{C}.]+(\.[^\s@<>()[\]\\,;:"\p{C}.]+)+$/u;

/** An e-mail address as it is stored; null for what cannot be one. */
export function emailContact(text: string): Contact | null {
  const trimmed = text.trim().normalize('NFC');
  if (trimmed.length > 254 || !emailForm.test(trimmed)) return null;
  const at = trimmed.lastIndexOf('@');
  return { kind: 'email', address: trimmed.slice(0, at) + trimmed.slice(at).toLowerCase() };
}

/** A telephone with its country (`+971 50 123 4567`, `00971…`, Arabic digits too) as it is stored; null for what cannot be one. */
export function smsContact(text: string): Contact | null {
  const plain = westernDigits(text)
    .replaceAll(/[\s().\-\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/^00/, '+');
  return /^\+[1-9]\d{6,14}$/.test(plain) ? { kind: 'sms', address: plain } : null;
}

/** By which a contact is known again once it is forgotten: an HMAC, the same for an address in whatever letters. */
export function contactHash(key: Uint8Array, { kind, address }: Contact): Buffer {
  return createHmac('sha256', key).update(`${kind}:${address.toLowerCase()}`).digest();
}
