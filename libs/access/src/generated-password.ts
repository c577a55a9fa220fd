import { randomInt } from 'node:crypto';

/** Lower-case letters and digits that cannot be taken for one another: no i, l, o, 0, 1. */
const characters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A new password of 20 characters in four groups: 20 × log2(31) = 99 bits. */
export function generatedPassword(): string {
  const group = () => Array.from({ length: 5 }, () => characters[randomInt(characters.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}
