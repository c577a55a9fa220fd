import { ServerRefusal, Unreachable } from '../server/refusals.js';

/**
 * What the outbox does about an error:
 * - pause: nothing goes just now, try all of it later
 * - skip: this one does not go just now, try the next
 * - refused: the server said no to this one
 * - signIn: the token is not taken; revoked: this tablet is withdrawn
 */
export type Setback =
  | { readonly kind: 'pause' | 'skip'; readonly retryAfterMs: number | null }
  | { readonly kind: 'refused'; readonly code: string; readonly detail: string }
  | { readonly kind: 'signIn' }
  | { readonly kind: 'revoked' };

/** Too many requests, down for a moment, no space for files: the same for every visit. */
const forAll: readonly number[] = [429, 503, 507];

/** What an error means; null: it is not the server's, nor the network's. */
export function setbackOf(error: unknown): Setback | null {
  if (error instanceof Unreachable) return { kind: 'pause', retryAfterMs: error.retryAfterMs };
  if (!(error instanceof ServerRefusal)) return null;
  const { status, code, detail, retryAfterMs } = error;
  if (status === 401) return { kind: code === 'device.revoked' ? 'revoked' : 'signIn' };
  if (forAll.includes(status)) return { kind: 'pause', retryAfterMs };
  if (status >= 500 || status === 408) return { kind: 'skip', retryAfterMs };
  return { kind: 'refused', code, detail };
}
