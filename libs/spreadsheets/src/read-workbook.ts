import { stat } from 'node:fs/promises';
import type { Sheet } from '#documents';
import { requireFile } from './bytes.js';
import { limits } from './limits.js';
import type { RawRow } from './raw-row.js';
import { cellRefused, notATable, tooLarge } from './refusals.js';
import { contextOf, openBook, type Book } from './xlsx/book.js';
import { isWorksheet, partAt } from './xlsx/workbook.js';

/** How much of a workbook is taken: bytes of its file; rows and cells, empty ones between others too, of all sheets. */
export interface WorkbookBounds {
  readonly bytes?: number;
  readonly rows?: number;
  readonly cells?: number;
}

const ordinary: Required<WorkbookBounds> = {
  bytes: limits.wholeBytes,
  rows: limits.wholeRows,
  cells: limits.wholeCells,
};
const emptyRow: readonly string[] = [];

/**
 * All visible worksheets of an .xlsx in their order, whole in memory: for workbooks that an office writes by hand.
 * Numbers, dates and percentages become texts as in `openTable`. A cell with a formula does not: it is `=` and the
 * formula, cut at 200 characters, or `=` alone where the formula is not stored with the cell. Readers refuse such a
 * cell, because a stored result may be old; a text that begins with `=` looks the same and is refused with it.
 *
 * Throws a `Problem` and nothing else: `import.fileUnreadable` for what is no ordinary file or may not be read;
 * `import.fileTooLarge` for more than `most` or `limits` allow, the bytes before anything is unpacked;
 * `import.fileKind` for what is no workbook, is broken, or lists a sheet that is not in it. A single cell that is too
 * long or no text is named in the faults of the last two.
 */
export async function readWorkbook(file: string, most: WorkbookBounds = {}): Promise<readonly Sheet[]> {
  const bounds = { ...ordinary, ...most };
  await requireFile(file);
  if ((await stat(file)).size > bounds.bytes) throw tooLarge(file, 'bytes', bounds.bytes);
  const book = await openBook(file);
  if (book.archive.inflatedSize > limits.wholeInflated) throw tooLarge(file, 'zip', limits.wholeInflated);
  const listed = worksheetsOf(book);
  const context = await contextOf(book);
  const rows = new Rows(file, bounds);
  const sheets: Sheet[] = [];
  for (const { name, part } of listed) {
    for await (const batch of book.archive.rowsOf(part, context, 'texts')) rows.add(name, batch);
    sheets.push({ name, rows: rows.take() });
  }
  return sheets;
}

/** A chart sheet has no cells and is passed over; a sheet that leads nowhere is refused: it may not go unread. */
function worksheetsOf({ file, workbook, links, part }: Book): readonly { name: string; part: string }[] {
  const linked = workbook.visibleSheets.map(({ id, name }) => {
    const link = links.byId.get(id);
    if (!link) throw notATable(file);
    return { name, link };
  });
  const found = linked
    .filter(({ link }) => isWorksheet(link))
    .map(({ name, link }) => ({ name, part: partAt(link.target, part) }));
  // One part under many names would be read many times, beyond what the archive's size allows for.
  const apart = new Set(found.map((sheet) => sheet.part)).size === found.length;
  if (found.length === 0 || !apart) throw notATable(file);
  return found;
}

/** Puts rows at their own places, and counts those of all sheets together. */
class Rows {
  private rows: (readonly string[])[] = [];
  private rowsBefore = 0;
  private cells = 0;

  constructor(
    private readonly file: string,
    private readonly bounds: Required<WorkbookBounds>,
  ) {}

  add(sheet: string, batch: readonly RawRow[]): void {
    for (const row of batch) {
      if (row.flaw) throw cellRefused(this.file, sheet, row.line, row.flaw);
      if (row.width > row.cells.length) throw tooLarge(this.file, sheet, limits.columns);
      if (row.width > 0) this.place(row);
    }
  }

  /** The rows of a sheet that has been read. */
  take(): readonly (readonly string[])[] {
    const rows = this.rows;
    this.rowsBefore += rows.length;
    this.rows = [];
    return rows;
  }

  private place({ line, cells }: RawRow): void {
    const { rows, cells: most } = this.bounds;
    this.cells += cells.length;
    if (this.rowsBefore + line > rows) throw tooLarge(this.file, 'rows', rows);
    if (this.cells > most) throw tooLarge(this.file, 'cells', most);
    while (this.rows.length < line - 1) this.rows.push(emptyRow);
    this.rows.push(cells);
  }
}
