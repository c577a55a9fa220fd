import { hash, randomBytes } from 'node:crypto';

/** Crockford's alphabet: no letter that is taken for another when it is read out or typed. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The secret that enrols one device, once: 100 random bits as `XXXXX-XXXXX-XXXXX-XXXXX`. */
export function newEnrolmentCode(): string {
  const letters = Array.from(randomBytes(20), (byte) => alphabet[byte % 32]).join('');
  return (letters.match(/.{5}/g) ?? []).join('-');
}

/** What is stored of a code, however it was typed; null for what cannot be one. */
export function enrolmentHash(typed: string): Buffer | null {
  const letters = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{20}$/.test(letters) ? hash('sha256', letters, 'buffer') : null;
}
