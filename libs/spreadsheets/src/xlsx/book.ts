import { limits } from '../limits.js';
import { notATable } from '../refusals.js';
import { Archive } from './archive.js';
import type { CellContext } from './cell-text.js';
import { SharedTexts } from './shared-texts.js';
import { Styles } from './styles.js';
import { Relationships, relationshipsOf, Workbook } from './workbook.js';

/** A workbook of which the list of sheets is read, and no cell yet. */
export interface Book {
  readonly file: string;
  readonly archive: Archive;
  /** The part that lists the sheets, and the links from it. */
  readonly part: string;
  readonly links: Relationships;
  readonly workbook: Workbook;
}

export async function openBook(file: string): Promise<Book> {
  const archive = await Archive.open(file);
  const part = await archive.workbookPart();
  const links = await archive.collect(relationshipsOf(part), new Relationships(), limits.workbook);
  const workbook = await archive.collect(part, new Workbook(), limits.workbook);
  return { file, archive, part, links, workbook };
}

/** What the cells refer to: read before any sheet, wherever it stands in the archive, and kept in memory. */
export async function contextOf({ file, archive, part, links, workbook }: Book): Promise<CellContext> {
  const shared = new SharedTexts(() => notATable(file));
  const { texts } = await archive.collect(links.firstOf('sharedStrings', part), shared, limits.sharedTexts);
  const styles = await archive.collect(links.firstOf('styles', part), new Styles(), limits.styles);
  return { sharedTexts: texts, kinds: styles.kinds(), from1904: workbook.from1904 };
}
