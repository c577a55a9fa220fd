import type { TextPlace } from '../places.js';

/** The key of a text in the sheet `texts`: `title`, `note`, `criterion.access.guidance`. */
export function textKey(of: TextPlace['of'], field: TextPlace['field']): string {
  return of === null ? field : `${of.kind}.${of.code}.${field}`;
}
