import type { Language } from './language.js';

/** Clauses in a row, each with a sense of its own, as the language separates them. */
export function inClauses(language: Language, clauses: readonly string[]): string {
  return clauses.join(language === 'ar' ? '؛ ' : '; ');
}
