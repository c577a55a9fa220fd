import { hash } from 'node:crypto';

const longest = 100;
const allowed = /^[\p{L}\p{M}\p{N}._@+-]+$/u;

/** A name as it is stored and compared: composed (NFC), in lower case, without blanks around it. */
export function foldedName(name: string): string {
  return name.trim().normalize('NFC').toLowerCase().normalize('NFC');
}

/** Whether a folded name can be an account's: 1 to 100 letters and digits of any script, and . _ @ + - */
export function isAccountName(folded: string): boolean {
  return folded.length <= longest && allowed.test(folded);
}

/** A folded name as buckets carry it: 128 bits of its SHA-256, so that they do not list who tried to sign in. */
export function nameMark(folded: string): string {
  return hash('sha256', folded, 'hex').slice(0, 32);
}
