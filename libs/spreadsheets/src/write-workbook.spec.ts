import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { temporaryFolder } from '../test/temporary-folder.js';
import type { Sheet } from '#documents';
import { readWorkbook, writeWorkbook } from './index.js';
import { bytesOfPart } from './xlsx/zip-part.js';
import { zipDirectory } from './xlsx/zip-directory.js';

const folder = temporaryFolder();
const withRows = (rows: Sheet['rows']): Sheet[] => [{ name: 'A', rows }];
const readBack = async (sheets: readonly Sheet[]) => readWorkbook(folder.write(await writeWorkbook(sheets)));

/** The parts of an archive as texts by their names. */
async function partsOf(archive: Buffer): Promise<Record<string, string>> {
  const file = folder.write(archive);
  const parts: Record<string, string> = {};
  for (const [name, entry] of await zipDirectory(file)) {
    const pieces: Buffer[] = [];
    for await (const piece of bytesOfPart(file, entry)) pieces.push(piece);
    parts[name] = Buffer.concat(pieces).toString();
  }
  return parts;
}

/** The first sheet as exceljs reads it: a reader that is not ours. */
async function opened(archive: Buffer): Promise<ExcelJS.Worksheet> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(archive as unknown as ArrayBuffer);
  return book.worksheets[0]!;
}

/** Without what a sheet does not store: empty cells at a row's end, empty rows at the sheet's end. */
function stored(rows: Sheet['rows']): Sheet['rows'] {
  const filled = rows.map((row) => row.slice(0, row.findLastIndex((cell) => cell !== '') + 1));
  return filled.slice(0, filled.findLastIndex((row) => row.length > 0) + 1);
}

describe('writeWorkbook', () => {
  it.each(['=1+1', '+1', '-1+1', '@SUM(A1)', '=HYPERLINK("x")', '\t=1', "'=1", '{=1}'])(
    'never writes a formula: %s',
    async (text) => {
      const archive = await writeWorkbook(withRows([['h'], [text]]));
      const xml = (await partsOf(archive))['xl/worksheets/sheet1.xml']!;
      expect(xml).toMatch(/<c r="A2"[^>]* t="s"><v>1<\/v><\/c>/);
      expect(xml).not.toMatch(/<f\b/);
      const cell = (await opened(archive)).getCell('A2');
      expect([cell.type, cell.value, cell.numFmt]).toEqual([ExcelJS.ValueType.String, text, '@']);
    },
  );

  it.each(['0', '7', '-12.5', '64.076', '0.30000000000000004', '0.0000001', '12345678901'])(
    'writes the plain decimal %s as a number',
    async (text) => {
      const cell = (await opened(await writeWorkbook(withRows([['h'], [text]])))).getCell('A2');
      expect([cell.type, cell.value]).toEqual([ExcelJS.ValueType.Number, Number(text)]);
    },
  );

  it.each(['007', '1e5', '-0', '+7', '7.', '.5', '7.50', ' 7', '1,000', '٧', '0x1F', 'Infinity', '784199012345678'])(
    'leaves the text %s a text',
    async (text) => {
      const cell = (await opened(await writeWorkbook(withRows([['h'], [text]])))).getCell('A2');
      expect([cell.type, cell.value]).toEqual([ExcelJS.ValueType.String, text]);
    },
  );

  it('has a bold header that stays in view, wrapped texts and columns neither too narrow nor too wide', async () => {
    const rows = [
      ['a', 'الاسم', 'نص'],
      ['1', 'وزارة الصحة\nووقاية المجتمع', 'ن'.repeat(500)],
    ];
    const sheet = await opened(await writeWorkbook(withRows(rows), { rightToLeft: true }));
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1, rightToLeft: true });
    expect([1, 2].map((row) => sheet.getCell(row, 2).font?.bold ?? false)).toEqual([true, false]);
    expect(sheet.getCell('C2').alignment).toMatchObject({ wrapText: true });
    expect([1, 2, 3].map((column) => sheet.getColumn(column).width)).toEqual([8, 16, 60]);
    const other = await opened(await writeWorkbook(withRows(rows)));
    expect(other.views[0]).toMatchObject({ rightToLeft: false });
  });

  it('carries its title', async () => {
    const parts = await partsOf(await writeWorkbook(withRows([]), { title: 'المنهجية <1>' }));
    expect(parts['docProps/core.xml']).toContain('<dc:title>المنهجية &lt;1&gt;</dc:title>');
  });

  it('gives the same bytes years later', async () => {
    const sheets = withRows([
      ['الرمز', 'x'],
      ['1', '007'],
    ]);
    const now = await writeWorkbook(sheets, { title: 'A' });
    const Today = globalThis.Date;
    globalThis.Date = class extends Today {
      constructor(given?: number | string) {
        super(given ?? Today.now() + 5e11);
      }
    } as DateConstructor;
    try {
      expect(new Date().getFullYear()).toBeGreaterThan(new Today().getFullYear() + 10);
      const later = await writeWorkbook(sheets, { title: 'A' });
      expect(await partsOf(later)).toEqual(await partsOf(now));
      expect(later.equals(now)).toBe(true);
    } finally {
      globalThis.Date = Today;
    }
  });

  it('is read back as it was, whatever the texts', async () => {
    const known = ['', '007', '1e5', '=1+1', '-0', '12.50', '12.5', '__proto__', 'constructor', 'TRUE', '#N/A', '10%'];
    const odd = ['_x000D_', '_x0041', '\r', '\r\n', '\u0001', '\u007F', '\uFFFE', '\u00A0', '\u200F', ']]>', '&amp;'];
    const piece = fc.oneof(
      fc.constantFrom(...odd, ' ', '\n', '\t', '"', "'", '<', '_', 'x0041', 'مركز', 'سعادة المتعاملين', '٣', '1', '.'),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    );
    const built = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));
    const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map(String);
    const cell = fc.oneof(fc.constantFrom(...known), number, built).filter((text) => !/\0|\p{Surrogate}/u.test(text));
    const rows = fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(rows, rows, async (first, second) => {
        const back = await readBack([
          { name: 'الأول', rows: first },
          { name: 'A & "B"', rows: second },
        ]);
        expect(back).toEqual([
          { name: 'الأول', rows: stored(first) },
          { name: 'A & "B"', rows: stored(second) },
        ]);
      }),
      { numRuns: 150 },
    );
  });

  it.each<[string, readonly Sheet[]]>([
    ['no sheet', []],
    ['a name twice', [...withRows([]), { name: 'a', rows: [] }]],
    ...['', 'x'.repeat(32), 'a/b', "'a", 'a\n', 'History'].map((name): [string, Sheet[]] => [
      `the name ${JSON.stringify(name)}`,
      [{ name, rows: [] }],
    ]),
    ['a text longer than Excel reads', withRows([['x'.repeat(32_768)]])],
    ['a NUL', withRows([['\0']])],
    ['half a pair', withRows([['\uD83D']])],
  ])('refuses what Excel does not open: %s', async (_, sheets) => {
    await expect(writeWorkbook(sheets)).rejects.toThrow(RangeError);
  });
});
