import { numberKindOf, type NumberKind } from './number-kind.js';
import type { XmlEvents } from './xml-reader.js';
import { attributesOf } from './xml-text.js';

/** Collects what each style of a workbook makes of a number. */
export class Styles implements XmlEvents {
  private readonly formats = new Map<number, string>();
  private readonly formatIds: number[] = [];
  private section = '';

  open(name: string, tag: string): void {
    if (name === 'numFmts' || name === 'cellXfs') this.section = name;
    if (name === 'numFmt' && this.section === 'numFmts') {
      const attributes = attributesOf(tag);
      this.formats.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '');
    }
    if (name === 'xf' && this.section === 'cellXfs') {
      this.formatIds.push(Number(attributesOf(tag).get('numFmtId') ?? 0));
    }
  }

  close(name: string): void {
    if (name === this.section) this.section = '';
  }

  text(): void {}

  /** What each style, by its number in a cell, makes of a number. */
  kinds(): readonly NumberKind[] {
    return this.formatIds.map((id) => numberKindOf(id, this.formats.get(id)));
  }
}
