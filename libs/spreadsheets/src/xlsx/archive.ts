import { textIn } from '../bytes.js';
import { limits } from '../limits.js';
import type { RawRow } from '../raw-row.js';
import { notATable, tooLarge } from '../refusals.js';
import type { CellContext } from './cell-text.js';
import { SheetReader, type Formulas } from './sheet-reader.js';
import { Relationships } from './workbook.js';
import { XmlReader, type XmlEvents } from './xml-reader.js';
import { zipDirectory, type ZipEntry } from './zip-directory.js';
import { bytesOfPart } from './zip-part.js';

/** The parts of one file, and their refusals. */
export class Archive {
  private readonly refusal = (): Error => notATable(this.file);

  private constructor(
    private readonly file: string,
    private readonly entries: ReadonlyMap<string, ZipEntry>,
  ) {}

  static async open(file: string): Promise<Archive> {
    return new Archive(file, await zipDirectory(file));
  }

  /** Bytes of all parts once inflated. */
  get inflatedSize(): number {
    return [...this.entries.values()].reduce((sum, entry) => sum + entry.size, 0);
  }

  async workbookPart(): Promise<string> {
    const links = await this.collect('_rels/.rels', new Relationships(), limits.workbook);
    const part = links.firstOf('officeDocument', '');
    if (part === null) throw this.refusal();
    return part;
  }

  /** Reads a whole part, of a bounded size, into what collects it. A part the workbook does not link is empty. */
  async collect<Collector extends XmlEvents>(name: string | null, into: Collector, most: number): Promise<Collector> {
    if (name === null) return into;
    if (this.entry(name).size > most) throw tooLarge(this.file, name, most);
    const xml = new XmlReader(into, this.refusal);
    for await (const text of this.textOf(name)) xml.read(text);
    xml.end();
    return into;
  }

  async *rowsOf(name: string, context: CellContext, formulas: Formulas = 'results'): AsyncGenerator<RawRow[]> {
    const sheet = new SheetReader(context, this.refusal, formulas);
    const xml = new XmlReader(sheet, this.refusal);
    for await (const text of this.textOf(name)) {
      xml.read(text);
      yield sheet.take();
    }
    xml.end();
  }

  private textOf(name: string): AsyncGenerator<string> {
    return textIn(bytesOfPart(this.file, this.entry(name)), this.file);
  }

  private entry(name: string): ZipEntry {
    const entry = this.entries.get(name);
    if (!entry) throw this.refusal();
    return entry;
  }
}
