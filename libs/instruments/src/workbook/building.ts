import type { Fault } from '#contract';
import { faultAt, type Draft, type Origin, type Report, type Tables, type Texts } from '#documents';
import type { SheetName } from './columns.js';
import type { OptionList } from './option-lists.js';

/** What a document is built from, and what is noted on the way. */
export interface Building {
  readonly tables: Tables<SheetName>;
  readonly texts: Texts;
  readonly lists: ReadonlyMap<string, OptionList>;
  readonly usedLists: Set<string>;
  readonly origins: Map<string, Origin>;
  readonly faults: Fault[];
  readonly report: Report;
}

/** Puts the text of a key into a draft; one that is needed and has no row is a fault. */
export function putText(
  building: Building,
  draft: Draft,
  path: string,
  member: string,
  key: string,
  needed: boolean,
): void {
  const { tables, texts, origins, faults } = building;
  const found = texts.find(key);
  if (found) {
    draft[member] = found.wording;
    origins.set(path === '' ? member : `${path}.${member}`, found.origin);
  } else if (needed) faults.push({ ...faultAt(key, 'missing'), sheet: tables.nameOf('texts') });
}
