import type { Draft, Origin, Report, Tables, Texts } from '#documents';
import type { TextPlace } from '../places.js';
import type { SheetName } from './columns.js';
import { textKey } from './text-keys.js';

/** What a document is built from, and what is noted on the way. */
export interface Building {
  readonly tables: Tables<SheetName>;
  readonly texts: Texts;
  readonly origins: Map<string, Origin>;
  readonly report: Report;
}

/**
 * Puts a text into a draft, and where it stands into the origins. One that has no row is left out; should it be needed, it is
 * missed in the sheet of texts.
 */
export function putText(
  { tables, texts, origins }: Building,
  draft: Draft,
  path: string,
  of: TextPlace['of'],
  field: TextPlace['field'],
): void {
  const key = textKey(of, field);
  const found = texts.find(key);
  if (found) draft[field] = found.wording;
  const missed: Origin = () => ({ sheet: tables.nameOf('texts'), line: 1, where: key });
  origins.set(path === '' ? field : `${path}.${field}`, found?.origin ?? missed);
}
