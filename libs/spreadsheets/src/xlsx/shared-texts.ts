import { limits } from '../limits.js';
import type { XmlEvents } from './xml-reader.js';
import { unescapeCellText } from './xml-text.js';

/**
 * Collects the texts that cells share. Pieces in several fonts are joined; how a text is pronounced (`rPh`, in
 * Japanese workbooks) is no part of it.
 */
export class SharedTexts implements XmlEvents {
  readonly texts: string[] = [];
  private current = '';
  private inText = false;
  private inPhonetic = false;

  constructor(private readonly refusal: () => Error) {}

  open(name: string): void {
    if (name === 'si') this.current = '';
    if (name === 'rPh') this.inPhonetic = true;
    if (name === 't') this.inText = !this.inPhonetic;
  }

  close(name: string): void {
    if (name === 't') this.inText = false;
    if (name === 'rPh') this.inPhonetic = false;
    if (name !== 'si') return;
    if (this.texts.length >= limits.sharedTextCount) throw this.refusal();
    this.texts.push(unescapeCellText(this.current));
  }

  text(text: string): void {
    if (this.inText) this.current += text;
  }
}
