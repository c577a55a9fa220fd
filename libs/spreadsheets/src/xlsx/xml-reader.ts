import { limits } from '../limits.js';
import { decodeEntities, localName } from './xml-text.js';

const doubleQuote = 0x22;
const singleQuote = 0x27;
const closingBracket = 0x3e;

/** What a reader of XML is told, in the order of the document. Names come without their prefix. */
export interface XmlEvents {
  /** `tag` is what stands between the angle brackets; `attributesOf` reads it. */
  open(name: string, tag: string): void;
  close(name: string): void;
  text(text: string): void;
}

/**
 * Reads the XML of a workbook piece by piece, in memory bounded by its longest tag or text. It knows elements,
 * attributes, text, CDATA, the five entities of XML and character references. A DOCTYPE, and with it every entity
 * of its own, is refused.
 *
 * Ours, because exceljs 4.4 decodes each piece of bytes by itself: in a sheet of 20,000 Arabic names seven were
 * damaged where a letter fell between two pieces (open-xlsx.spec.ts reads such a sheet).
 */
export class XmlReader {
  private rest = '';
  private depth = 0;

  constructor(
    private readonly events: XmlEvents,
    private readonly refusal: () => Error,
  ) {}

  read(piece: string): void {
    const text = this.rest + piece;
    let at = 0;
    for (let next = 0; next !== -1 && at < text.length;) {
      next = text[at] === '<' ? this.readMarkup(text, at) : this.readText(text, at);
      if (next !== -1) at = next;
    }
    this.rest = text.slice(at);
    if (this.rest.length > limits.xmlPiece) throw this.refusal();
  }

  end(): void {
    if (this.rest.trim() !== '' || this.depth !== 0) throw this.refusal();
  }

  /** Each of these gives the place after what it read, or -1 when the text ends before that is complete. */
  private readText(text: string, at: number): number {
    const end = text.indexOf('<', at);
    if (end !== -1) this.events.text(this.plain(text.slice(at, end)));
    return end;
  }

  private readMarkup(text: string, at: number): number {
    if (text.startsWith('<?', at)) return after(text, '?>', at);
    if (text.startsWith('<!', at)) return this.readDeclaration(text, at);
    const end = tagEnd(text, at);
    if (end === -1) return -1;
    if (text[at + 1] === '/') this.close(localName(text.slice(at + 2, end)));
    else this.readOpening(text.slice(at + 1, end));
    return end + 1;
  }

  private readDeclaration(text: string, at: number): number {
    if (text.startsWith('<!--', at)) return after(text, '-->', at + 4);
    if (text.startsWith('<![CDATA[', at)) {
      const end = text.indexOf(']]>', at);
      if (end === -1) return -1;
      this.events.text(text.slice(at + '<![CDATA['.length, end));
      return end + 3;
    }
    if (text.length - at < '<![CDATA['.length) return -1;
    throw this.refusal();
  }

  private readOpening(tag: string): void {
    const name = localName(tag);
    this.depth += 1;
    this.events.open(name, tag);
    if (tag.endsWith('/')) this.close(name);
  }

  private close(name: string): void {
    this.depth -= 1;
    if (this.depth < 0) throw this.refusal();
    this.events.close(name);
  }

  private plain(text: string): string {
    const decoded = decodeEntities(text);
    if (decoded === null) throw this.refusal();
    return decoded;
  }
}

function after(text: string, mark: string, at: number): number {
  const found = text.indexOf(mark, at);
  return found === -1 ? -1 : found + mark.length;
}

/** The closing bracket of a tag; one within an attribute's quotes does not count. */
function tagEnd(text: string, at: number): number {
  let quote = 0;
  for (let index = at; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === quote) quote = 0;
    else if (quote === 0 && (code === doubleQuote || code === singleQuote)) quote = code;
    else if (quote === 0 && code === closingBracket) return index;
  }
  return -1;
}
