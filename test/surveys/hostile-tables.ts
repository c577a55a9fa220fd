import ExcelJS from 'exceljs';
import { openTable } from '#spreadsheets';
import { cellText, type Question } from './hostile-world.js';

/** The table that answers all questions in one row, and what it says. */
export function tableOf(questions: readonly Question[]) {
  const columns = questions.flatMap(({ code, asRemark }) => (asRemark ? [code, `${code}#comment`] : [code]));
  const row = questions.flatMap(({ text, asRemark }) => (asRemark ? ['yes', text] : [text]));
  const answers = questions.map(({ code, text, asRemark }) => [
    code,
    asRemark ? { value: 'yes', comment: cellText(text) } : { value: cellText(text) },
  ]);
  return {
    columns: ['id', 'centre', 'overall', ...columns],
    row: ['1', 'H-0', 'good', ...row],
    answers: { overall: { value: 'good' }, ...(Object.fromEntries(answers) as object) },
  };
}

/** No cell of a CSV begins with what a program for tables calculates, as that program splits it: quotes, then separators. */
export function expectNoFormulas(text: string): void {
  const cells = text.slice(1).split('\r\n').filter(Boolean).join('\r\n');
  let rest = cells;
  const formulas: string[] = [];
  while (rest !== '') {
    const [whole = '', quotedCell, plainCell = ''] = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(?:,|\r\n|$)/.exec(rest) ?? [];
    if (whole === '') throw new Error(`no cell: ${rest.slice(0, 80)}`);
    const cell = quotedCell?.replaceAll('""', '"') ?? plainCell;
    if (/^(?:\p{Cc}|[\s\p{Cf}]*[=+\-@＝＋－＠])/u.test(cell)) formulas.push(cell);
    rest = rest.slice(whole.length);
  }
  expect(formulas).toEqual([]);
}

/** All rows of a table, its header left out. */
export async function rowsOf(file: string): Promise<string[][]> {
  const table = await openTable(file);
  const rows: string[][] = [];
  for await (const row of table.rows) if (!row.fault) rows.push(table.header.map((column) => row.text(column)));
  return rows;
}

/** The cells of a workbook as a program for tables reads them, its first row left out. */
export async function cellsOf(workbook: Buffer): Promise<ExcelJS.Cell[][]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(workbook as unknown as ArrayBuffer);
  const rows: ExcelJS.Cell[][] = [];
  book.worksheets[0]?.eachRow((row, line) => {
    if (line > 1) rows.push([row.getCell(1), row.getCell(2)]);
  });
  return rows;
}
