import type { TextKey } from '#contract';
import { StoreRefusal } from '../store/store-refusal.js';

/** The words for what the store refused. */
export function storeTrouble(error: unknown): TextKey {
  return error instanceof StoreRefusal ? `tablet.trouble.${error.code}` : 'tablet.failed';
}
