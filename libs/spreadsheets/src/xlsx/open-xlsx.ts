import { textIn } from '../bytes.js';
import { limits } from '../limits.js';
import type { RawRow, Source } from '../raw-row.js';
import { notATable, tooLarge } from '../refusals.js';
import type { CellContext } from './cell-text.js';
import { SharedTexts } from './shared-texts.js';
import { SheetReader } from './sheet-reader.js';
import { Styles } from './styles.js';
import { partAt, Relationships, relationshipsOf, Workbook } from './workbook.js';
import { XmlReader, type XmlEvents } from './xml-reader.js';
import { zipDirectory, type ZipEntry } from './zip-directory.js';
import { bytesOfPart } from './zip-part.js';

/**
 * The first visible worksheet of a workbook as rows. Shared texts and styles are read first, wherever they stand in
 * the archive, and stay in memory; the sheet itself is read a piece at a time.
 */
export async function openXlsx(file: string): Promise<Source> {
  const archive = new Archive(file, await zipDirectory(file));
  const part = await archive.workbookPart();
  const links = await archive.collect(relationshipsOf(part), new Relationships(), limits.workbook);
  const workbook = await archive.collect(part, new Workbook(), limits.workbook);
  const sheet = firstWorksheet(workbook, links, part);
  if (sheet === null) throw notATable(file);
  const { texts } = await archive.collect(
    links.firstOf('sharedStrings', part),
    new SharedTexts(() => notATable(file)),
    limits.sharedTexts,
  );
  const styles = await archive.collect(links.firstOf('styles', part), new Styles(), limits.styles);
  const context = { sharedTexts: texts, kinds: styles.kinds(), from1904: workbook.from1904 };
  return { kind: 'xlsx', delimiter: null, batches: () => archive.rowsOf(sheet, context) };
}

function firstWorksheet(workbook: Workbook, links: Relationships, part: string): string | null {
  const found = workbook.visibleSheetIds
    .map((id) => links.byId.get(id))
    .find((link) => link?.type.endsWith('/worksheet'));
  return found ? partAt(found.target, part) : null;
}

/** The parts of one file, and their refusals. */
class Archive {
  private readonly refusal = (): Error => notATable(this.file);

  constructor(
    private readonly file: string,
    private readonly entries: ReadonlyMap<string, ZipEntry>,
  ) {}

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

  async *rowsOf(name: string, context: CellContext): AsyncGenerator<RawRow[]> {
    const sheet = new SheetReader(context, this.refusal);
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
