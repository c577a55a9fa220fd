import ExcelJS from 'exceljs';
import { shownRows, temporaryFolder } from '../../test/temporary-folder.js';
import { numberFrom, openTable, type Table } from '../index.js';

const folder = temporaryFolder();

/** A workbook as exceljs writes it, with one sheet unless `fill` adds more. */
async function workbook(fill: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void): Promise<Table> {
  const book = new ExcelJS.Workbook();
  fill(book.addWorksheet('أ'), book);
  return openTable(folder.write(Buffer.from(await book.xlsx.writeBuffer())));
}

/** The texts of values that stand below each other in one column. */
async function textsOf(values: readonly ExcelJS.CellValue[], format?: string): Promise<unknown[]> {
  const table = await workbook((sheet) => {
    sheet.addRow(['a', 'value']);
    for (const value of values) {
      const cell = sheet.addRow(['x', value]).getCell(2);
      if (format) cell.numFmt = format;
    }
  });
  return (await shownRows(table)).map((row) => row[2]);
}

describe('openTable, workbook', () => {
  it('reads Arabic names and values', async () => {
    const table = await workbook((sheet) => {
      sheet.addRow(['الرمز', ' الاسم\u200F', 'النتيجة']);
      sheet.addRow(['MOH', 'وزارة الصحة', 64.076]);
      sheet.addRow(['MOE', 'وزارة & <التعليم> "&amp;"', 70]);
    });
    expect(table).toMatchObject({ kind: 'xlsx', delimiter: null, header: ['الرمز', 'الاسم', 'النتيجة'] });
    expect(await shownRows(table)).toEqual([
      [2, 'MOH', 'وزارة الصحة', '64.076'],
      [3, 'MOE', 'وزارة & <التعليم> "&amp;"', '70'],
    ]);
  });

  it('gives numbers as they are meant', async () => {
    const values = [64.076, 0.1 + 0.2, 1e-7, 1e21, -0.5, 0, 2 ** 53, 1 / 3];
    const expected = [
      '64.076',
      '0.30000000000000004',
      '0.0000001',
      '1000000000000000000000',
      '-0.5',
      '0',
      '9007199254740992',
      '0.3333333333333333',
    ];
    expect(await textsOf(values)).toEqual(expected);
  });

  it('gives a percentage as it is shown, like a CSV of the same sheet', async () => {
    const texts = await textsOf([0.645, 0.07, 1, 0.12345], '0.0%');
    expect(texts).toEqual(['64.5%', '7%', '100%', '12.345%']);
    expect(numberFrom(String(texts[0]))).toMatchObject({ value: 64.5 });
  });

  it('gives dates in ISO, with a time only when there is one', async () => {
    const days = [new Date('2024-03-31T00:00:00Z'), new Date('2024-02-29T14:05:09Z'), new Date('1900-03-01T00:00:00Z')];
    expect(await textsOf(days)).toEqual(['2024-03-31', '2024-02-29T14:05:09', '1900-03-01']);
    expect(await textsOf([45382, 0.5, -1, 60], 'dd/mm/yyyy')).toEqual(['2024-03-31', '0.5', '-1', '60']);
    expect(await textsOf([0.5, 45382.75], 'hh:mm')).toEqual(['12:00:00', '2024-03-31T18:00:00']);
    expect(await textsOf([1.5], '[h]:mm')).toEqual(['1.5']);
    expect(await textsOf([5], '0 "days"')).toEqual(['5']);
  });

  it('counts days from 1904 where the workbook does', async () => {
    const table = await workbook((sheet, book) => {
      book.properties.date1904 = true;
      sheet.addRow(['day']);
      sheet.addRow([43920]).getCell(1).numFmt = 'yyyy-mm-dd';
    });
    expect(await shownRows(table)).toEqual([[2, '2024-03-31']]);
  });

  it('gives texts, truth, results of formulas, links and errors', async () => {
    const values: ExcelJS.CellValue[] = [
      'plain',
      { richText: [{ text: 'جزء ', font: { bold: true } }, { text: 'وجزء' }] },
      true,
      false,
      { formula: 'A1+1', result: 64.5 },
      { formula: 'A1&"x"', result: 'نص <&>' },
      { formula: 'A1=1', result: true },
      { formula: 'A1', result: new Date('2024-03-31T00:00:00Z') },
      { text: 'الموقع', hyperlink: 'https://example.org/?a=1&b=2' },
      { error: '#N/A' },
      { formula: '1/0', result: { error: '#DIV/0!' } },
      ' spaces stay ',
      'two\nlines',
    ];
    expect(await textsOf(values)).toEqual([
      'plain',
      'جزء وجزء',
      'TRUE',
      'FALSE',
      '64.5',
      'نص <&>',
      'TRUE',
      '2024-03-31',
      'الموقع',
      '#N/A',
      '#DIV/0!',
      ' spaces stay ',
      'two\nlines',
    ]);
  });

  it('does not take a formula that was never calculated for an empty cell', async () => {
    const table = await workbook((sheet) => {
      sheet.addRow(['a', 'b']);
      sheet.addRow([1, { formula: 'A2+1' }]);
    });
    expect(await shownRows(table)).toEqual([[2, 'notReadable']]);
  });

  it('passes over empty rows and keeps the numbers of the others; what is missing at the end is empty', async () => {
    const table = await workbook((sheet) => {
      sheet.getRow(3).values = ['a', 'b', 'c'];
      sheet.getRow(5).values = ['1'];
      sheet.getRow(7).values = [undefined, undefined, '3'];
      sheet.getRow(8).values = [' '];
      sheet.getRow(9).values = ['1', '2', '3', '4'];
    });
    expect(await shownRows(table)).toEqual([
      [5, '1', '', ''],
      [7, '', '', '3'],
      [9, 'columnsDiffer'],
    ]);
  });

  it('reads the first sheet that is visible', async () => {
    const table = await workbook((sheet, book) => {
      sheet.addRow(['hidden']);
      sheet.state = 'hidden';
      const second = book.addWorksheet('B');
      second.addRow(['hidden too']);
      second.state = 'veryHidden';
      book.addWorksheet('C').addRow(['shown']);
      book.addWorksheet('D').addRow(['later']);
    });
    expect(table.header).toEqual(['shown']);
  });

  it('is empty when the sheet is', async () => {
    const table = await workbook(() => undefined);
    expect(table.header).toEqual([]);
    expect(await shownRows(table)).toEqual([]);
  });

  it('can be read twice, and left in the middle', async () => {
    const table = await workbook((sheet) => sheet.addRows([['a'], [1], [2]]));
    for await (const row of table.rows) {
      expect(row.line).toBe(2);
      break;
    }
    expect(await shownRows(table)).toEqual([
      [2, '1'],
      [3, '2'],
    ]);
  });

  // The reader of exceljs 4.4 damages 7 of these names, and takes its parts in the order they were written in.
  it.each([true, false])('damages no letter of 20,000 names, whatever the order of the parts', async (shared) => {
    const file = folder.path(`streamed-${shared}.xlsx`);
    const writer = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: file, useSharedStrings: shared });
    const sheet = writer.addWorksheet('A');
    sheet.addRow(['الاسم']).commit();
    for (let row = 0; row < 20_000; row += 1) sheet.addRow([`جهة حكومية رقم ${row}`]).commit();
    await writer.commit();
    const rows = await shownRows(await openTable(file));
    expect(rows).toHaveLength(20_000);
    expect(rows.filter(([line, name]) => name !== `جهة حكومية رقم ${Number(line) - 2}`)).toEqual([]);
  });
});
