import { hash, randomBytes } from 'node:crypto';

const form = /^[\w-]{43}$/;

/** A token nobody guesses: 256 random bits as 43 characters of base64url. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a token, so that a copy of the tables signs nobody in; null for what cannot be one. */
export function tokenHash(token: string | null | undefined): Buffer | null {
  return typeof token === 'string' && form.test(token) ? hash('sha256', token, 'buffer') : null;
}
