/** Whether a text can be stored and shown: no NUL, which PostgreSQL refuses, and no half of a surrogate pair. */
export function isPlainText(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

/** Names that would reach for the prototype of an object instead of a field. */
export const reservedNames: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
