import { StoreRefusal } from './store-refusal.js';

/** What the browser's refusal to write means: no space, or something else. */
export function writeRefusal(error: unknown): StoreRefusal {
  if (error instanceof StoreRefusal) return error;
  return new StoreRefusal(isQuota(error) ? 'full' : 'failed', { cause: error });
}

/** The browser says it in the error, in the one inside it, or only in its words. */
function isQuota(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { name, message, inner } = error as { name?: unknown; message?: unknown; inner?: unknown };
  return [name, message].some((text) => String(text).includes('QuotaExceeded')) || isQuota(inner);
}
