import type { Fault } from '#contract';
import type { Draft } from './fields.js';
import type { OptionList } from './option-lists.js';
import type { Origin } from './sheet.js';
import type { Report } from './table.js';
import { missingText, type Texts } from './texts.js';

/** What a document is built with: its texts and lists, and what is noted on the way. */
export interface Building {
  readonly texts: Texts;
  readonly lists: ReadonlyMap<string, OptionList>;
  readonly usedLists: Set<string>;
  readonly origins: Map<string, Origin>;
  readonly faults: Fault[];
  /** The name of the sheet of texts. */
  readonly textSheet: string;
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
  const { texts, origins, faults, textSheet } = building;
  const found = texts.find(key);
  if (found) {
    draft[member] = found.wording;
    origins.set(path === '' ? member : `${path}.${member}`, found.origin);
  } else if (needed) faults.push(missingText(textSheet, key));
}
