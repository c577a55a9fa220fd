import { posix } from 'node:path';
import type { XmlEvents } from './xml-reader.js';
import { attributesOf } from './xml-text.js';

/** One link from a part to another. */
export interface Relationship {
  readonly type: string;
  readonly target: string;
}

/** Collects the links of a `.rels` part by their ids. */
export class Relationships implements XmlEvents {
  readonly byId = new Map<string, Relationship>();

  open(name: string, tag: string): void {
    if (name !== 'Relationship') return;
    const attributes = attributesOf(tag);
    const [id = '', type = '', target = ''] = ['Id', 'Type', 'Target'].map((key) => attributes.get(key));
    this.byId.set(id, { type, target });
  }

  close(): void {}
  text(): void {}

  /** The part, named from the archive's root, that the first link of a kind leads to. */
  firstOf(kind: string, from: string): string | null {
    const found = [...this.byId.values()].find(({ type }) => type.endsWith(`/${kind}`));
    return found ? partAt(found.target, from) : null;
  }
}

/** The part a target names, seen from the part that names it. */
export function partAt(target: string, from: string): string {
  return posix.resolve('/', posix.dirname(from), target).slice(1);
}

/** Whether a link leads to a sheet of cells: not to one of charts, macros or dialogs. */
export function isWorksheet(link: Relationship): boolean {
  return link.type.endsWith('/worksheet');
}

/** The part that holds the links of another. */
export function relationshipsOf(part: string): string {
  return posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);
}

/** Collects the visible sheets of a workbook in their order, and how it counts its days. */
export class Workbook implements XmlEvents {
  readonly visibleSheets: { readonly id: string; readonly name: string }[] = [];
  /** Whether day 0 is 1 January 1904, as in workbooks of old Macs. */
  from1904 = false;

  open(name: string, tag: string): void {
    if (name === 'sheet') {
      const attributes = attributesOf(tag);
      const [id = '', name = '', state = 'visible'] = ['id', 'name', 'state'].map((key) => attributes.get(key));
      if (state === 'visible') this.visibleSheets.push({ id, name });
    }
    if (name === 'workbookPr') this.from1904 = /^(1|true)$/.test(attributesOf(tag).get('date1904') ?? '');
  }

  close(): void {}
  text(): void {}
}
