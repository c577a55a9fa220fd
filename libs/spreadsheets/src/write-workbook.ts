import type { Workbook, Worksheet } from 'exceljs';
import type { Sheet } from '#documents';
import { isText } from './values/text.js';
import { plainDecimal } from './xlsx/cell-text.js';
import { escapeCellText } from './xlsx/xml-text.js';
import { earliestZipTime, withoutTimes } from './xlsx/zip-times.js';

/** How a workbook looks and what it is called. */
export interface WorkbookLook {
  /** Whether the first column stands at the right, as in Arabic. */
  readonly rightToLeft?: boolean;
  /** The title in the file's properties. */
  readonly title?: string;
}

// Excel's own bounds: what is longer it offers to “repair”, which cuts it.
const longestText = 32_767;
const longestName = 31;
// A longer whole number is shown as 9.71501E+11, and is more likely a code or a telephone than an amount.
const longestWhole = 11;
const narrowest = 8;
const widest = 60;

/**
 * An .xlsx of these sheets, whose first rows are their headers: bold, and in view when one scrolls. A plain decimal
 * such as -12.5 becomes a number, unless it has more than 11 digits before its point; every other cell is a text and
 * stays what it is, 007, 1e5 and =1+1 as well: nothing becomes a formula. The same sheets give the same bytes at any
 * time, and `readWorkbook` gives them back, without the empty cells at the end of a row and empty rows at the end.
 *
 * Throws a RangeError for what Excel does not open: no sheet; a name that is empty, longer than 31 characters, taken
 * (whatever its case), or has a control character, one of `*?:\/[]`, or `'` at an end; a text of more than 32,767 characters; a NUL or half
 * a surrogate pair. Rows and columns beyond Excel's are not looked for: the whole is made in memory.
 */
export async function writeWorkbook(sheets: readonly Sheet[], look: WorkbookLook = {}): Promise<Buffer> {
  requireNames(sheets.map(({ name }) => name));
  // Loaded when first needed: it takes a quarter of a second that not every start has to wait for.
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.Workbook();
  describe(book, look.title);
  for (const { name, rows } of sheets) {
    const view = { state: 'frozen', ySplit: 1, rightToLeft: look.rightToLeft ?? false } as const;
    const sheet = book.addWorksheet(name, { views: [view] });
    rows.forEach((row, index) => writeRow(sheet, index + 1, row));
    widthsOf(rows).forEach((width, index) => (sheet.getColumn(index + 1).width = width));
  }
  return withoutTimes(Buffer.from(await book.xlsx.writeBuffer()));
}

function requireNames(names: readonly string[]): void {
  const taken = new Set(names.map((name) => name.toLowerCase()));
  if (names.length === 0 || taken.size < names.length) throw new RangeError('no sheet, or one name twice');
  const wrong = names.find(
    (name) => name === '' || name.length > longestName || name === 'History' || /[*?:/\\[\]\p{Cc}]|^'|'$/u.test(name),
  );
  if (wrong !== undefined) throw new RangeError(`a sheet cannot be called ${wrong}`);
}

function describe(book: Workbook, title: string | undefined): void {
  book.creator = 'Nujoom';
  book.lastModifiedBy = 'Nujoom';
  book.created = earliestZipTime;
  book.modified = earliestZipTime;
  if (title !== undefined) book.title = title;
}

const alignment = { wrapText: true, vertical: 'top' } as const;

function writeRow(sheet: Worksheet, line: number, cells: readonly string[]): void {
  cells.forEach((text, index) => {
    if (text === '') return;
    const cell = sheet.getCell(line, index + 1);
    const value = cellValue(text);
    cell.value = value;
    cell.alignment = alignment;
    // Excel's format for texts: they stay texts also when somebody edits the cell.
    if (typeof value === 'string') cell.numFmt = '@';
    if (line === 1) cell.font = { bold: true };
  });
}

function cellValue(text: string): string | number {
  if (text.length > longestText || !isText(text)) throw new RangeError('a cell too long, or no text');
  return isPlainDecimal(text) ? Number(text) : escapeCellText(text);
}

/** Whether a number says the same as the text: nothing of it, no leading or last zero, would be lost. */
function isPlainDecimal(text: string): boolean {
  const whole = /^-?(\d+)(?:\.\d+)?$/.exec(text)?.[1];
  return whole !== undefined && whole.length <= longestWhole && plainDecimal(Number(text)) === text;
}

/** The width of each column, in characters: that of its longest line, within bounds. */
function widthsOf(rows: readonly (readonly string[])[]): readonly number[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((text, column) => {
      const longest = Math.max(...text.split('\n', 1_000).map((line) => line.length));
      widths[column] = Math.min(widest, Math.max(widths[column] ?? narrowest, longest + 2));
    });
  }
  return widths;
}
