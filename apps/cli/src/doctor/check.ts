import type { TextKey, TextParams } from '#contract';

/** What one check found: good with what is there, or a fault with what to do about it. */
export interface Finding {
  readonly good: boolean;
  readonly text: TextKey;
  readonly params?: TextParams;
}

export function good(text: TextKey, params?: TextParams): Finding {
  return { good: true, text, ...(params ? { params } : {}) };
}

export function fault(text: TextKey, params?: TextParams): Finding {
  return { good: false, text, ...(params ? { params } : {}) };
}

/** The first line of whatever was thrown, for the sentence of a finding. */
export function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n')[0] ?? '';
}
