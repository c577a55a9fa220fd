import type { Source } from '../raw-row.js';
import { notATable } from '../refusals.js';
import { contextOf, openBook, type Book } from './book.js';
import { isWorksheet, partAt } from './workbook.js';

/**
 * The first visible worksheet of a workbook as rows. Shared texts and styles are read first, wherever they stand in
 * the archive, and stay in memory; the sheet itself is read a piece at a time.
 */
export async function openXlsx(file: string): Promise<Source> {
  const book = await openBook(file);
  const sheet = firstWorksheet(book);
  if (sheet === null) throw notATable(file);
  const context = await contextOf(book);
  return { kind: 'xlsx', delimiter: null, batches: () => book.archive.rowsOf(sheet, context) };
}

function firstWorksheet({ workbook, links, part }: Book): string | null {
  const found = workbook.visibleSheets.map(({ id }) => links.byId.get(id)).find((link) => link && isWorksheet(link));
  return found ? partAt(found.target, part) : null;
}
