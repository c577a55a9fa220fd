import { deflateRawSync } from 'node:zlib';
import { Problem } from '#contract';
import ExcelJS from 'exceljs';
import { temporaryFolder } from '../test/temporary-folder.js';
import { workbookParts, zipOf, type Part } from '../test/zip-of.js';
import type { Sheet } from '#documents';
import { limits, readWorkbook, type WorkbookBounds } from './index.js';

const folder = temporaryFolder();
const megabyte = 1024 * 1024;
const sheet = 'xl/worksheets/sheet1.xml';
const links = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

async function written(fill: (book: ExcelJS.Workbook) => void): Promise<readonly Sheet[]> {
  const book = new ExcelJS.Workbook();
  fill(book);
  return readWorkbook(folder.write(Buffer.from(await book.xlsx.writeBuffer())));
}

const read = (content: Uint8Array, most?: WorkbookBounds) => readWorkbook(folder.write(content), most);
const readRows = async (rows: string, most?: WorkbookBounds, more?: Readonly<Record<string, string>>) =>
  (await read(zipOf(workbookParts(rows, more)), most)).map((found) => found.rows);
const text = (value: string, reference = '') => `<c ${reference} t="str"><v>${value}</v></c>`;

/** What a file is refused for: its code, which bound, and the faults. */
async function refusalOf(reading: Promise<unknown>): Promise<unknown[]> {
  const problem: unknown = await reading.then(
    () => 'read',
    (cause: unknown) => cause,
  );
  if (!(problem instanceof Problem)) return [problem];
  const { where, max } = problem.details.params ?? {};
  return [problem.code, where, max, ...(problem.details.faults ?? [])].filter((detail) => detail !== undefined);
}

/** The XML of a workbook's list of sheets, and of the links it follows. */
function listOf(sheets: readonly { target?: string; state?: string; kind?: string }[]): Record<string, string> {
  const tags = sheets.map(
    ({ state = 'visible' }, index) => `<sheet name="S${index}" state="${state}" id="r${index}"/>`,
  );
  const targets = sheets.map(({ target, kind = 'worksheet' }, index) =>
    target ? `<Relationship Id="r${index}" Type="${links}/${kind}" Target="${target}"/>` : '',
  );
  return {
    'xl/workbook.xml': `<workbook><sheets>${tags.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${targets.join('')}</Relationships>`,
  };
}

describe('readWorkbook', () => {
  it('gives all visible sheets in their order, with rows at their own places', async () => {
    const sheets = await written((book) => {
      const first = book.addWorksheet('الأسئلة');
      first.getRow(2).values = ['الرمز', 'نص'];
      first.getRow(5).values = [undefined, ' 007 '];
      first.getRow(9).getCell(3).font = { bold: true };
      book.addWorksheet('خفي', { state: 'hidden' }).addRow(['x']);
      book.addWorksheet('أخفى', { state: 'veryHidden' }).addRow(['x']);
      book.addWorksheet('فارغ');
      book.addWorksheet('A & B').addRow(['a']);
    });
    expect(sheets).toEqual([
      { name: 'الأسئلة', rows: [[], ['الرمز', 'نص'], [], [], ['', ' 007 ']] },
      { name: 'فارغ', rows: [] },
      { name: 'A & B', rows: [['a']] },
    ]);
  });

  it('gives a formula by its text, never by its result; a text that begins with = looks the same', async () => {
    const [found] = await written((book) =>
      book
        .addWorksheet('A')
        .addRow([
          { formula: 'A1+B1', result: 3 },
          { formula: 'B1&"x"' },
          '=A1+B1',
          { formula: '1/0', result: { error: '#DIV/0!' } },
          new Date('2024-03-31T00:00:00Z'),
          true,
          1.5,
        ]),
    );
    expect(found?.rows).toEqual([['=A1+B1', '=B1&"x"', '=A1+B1', '=1/0', '2024-03-31', 'TRUE', '1.5']]);
  });

  it.each([
    ['is filled down', '<f t="shared" si="0"/><v>7</v>', '='],
    ['has no result', '<f>A1</f>', '=A1'],
    ['is an array', '<f t="array" ref="A1:A2">SUM(B1:B2)</f><v>7</v>', '=SUM(B1:B2)'],
    ['stands after its result', '<v>7</v><f>A1</f>', '=A1'],
    ['is empty', '<f></f><v>7</v>', '='],
    ['is long', `<f>${'A'.repeat(300)}</f>`, `=${'A'.repeat(200)}`],
    ['is CDATA', '<f><![CDATA[A1<2]]></f>', '=A1<2'],
  ])('a formula that %s', async (_, parts, expected) => {
    expect(await readRows(`<row><c>${parts}</c></row>`)).toEqual([[[expected]]]);
  });

  it('passes over chart sheets', async () => {
    const list = listOf([{ target: 'charts/1.xml', kind: 'chartsheet' }, { target: 'worksheets/sheet1.xml' }]);
    expect(await read(zipOf(workbookParts('<row/>', list)))).toEqual([{ name: 'S1', rows: [] }]);
  });

  it('blank rows that are only formatted do not count', async () => {
    const blank = '<row r="1048576"><c s="1"/></row>';
    expect(await readRows(`<row>${text('a')}</row>${blank}`)).toEqual([[['a']]]);
  });
});

describe('readWorkbook refuses', () => {
  it('a file above its bytes before it looks into it', async () => {
    const large = Buffer.alloc(5.1 * megabyte);
    expect(await refusalOf(read(large))).toEqual(['import.fileTooLarge', 'bytes', 5 * megabyte]);
    expect(await refusalOf(read(large.subarray(0, 5 * megabyte)))).toEqual(['import.fileKind']);
    const sound = zipOf(workbookParts(''));
    expect(await refusalOf(read(sound, { bytes: sound.length - 1 }))).toEqual([
      'import.fileTooLarge',
      'bytes',
      sound.length - 1,
    ]);
    expect(await refusalOf(read(sound, { bytes: sound.length }))).toEqual(['read']);
  });

  const spaces = (size: number) => deflateRawSync(Buffer.alloc(size, ' '), { level: 9 });

  it('a bomb', async () => {
    const bomb = { name: sheet, packed: spaces(64 * megabyte), claimedSize: 64 * megabyte };
    const parts = workbookParts('').map((part) => (part.name === sheet ? bomb : part));
    expect(await refusalOf(read(zipOf(parts)))).toEqual(['import.fileTooLarge', sheet, limits.zipRatioFrom]);
  });

  it('many parts that are small enough each, and too much together', async () => {
    const packed = spaces(16 * megabyte);
    const more = (count: number): Part[] =>
      Array.from({ length: count }, (_, index) => ({ name: `x/${index}`, packed, claimedSize: 16 * megabyte }));
    const file = zipOf([...workbookParts(''), ...more(8)]);
    expect(await refusalOf(read(file))).toEqual(['import.fileTooLarge', 'zip', limits.wholeInflated]);
    expect(await refusalOf(read(zipOf([...workbookParts(''), ...more(7)])))).toEqual(['read']);
  });

  it('51,000 rows, also when they are in two sheets or empty before the last', async () => {
    const rows = (count: number) => `<row>${text('a')}</row>`.repeat(count);
    const refused = ['import.fileTooLarge', 'rows', 50_000];
    expect(await refusalOf(readRows(rows(51_000)))).toEqual(refused);
    expect(await refusalOf(readRows(`<row r="51000">${text('a')}</row>`))).toEqual(refused);
    const second = 'xl/worksheets/sheet2.xml';
    const list = listOf([{ target: 'worksheets/sheet1.xml' }, { target: 'worksheets/sheet2.xml' }]);
    const two = (count: number) => ({
      ...list,
      [second]: `<worksheet><sheetData>${rows(count)}</sheetData></worksheet>`,
    });
    expect(await refusalOf(readRows(rows(25_000), {}, two(25_001)))).toEqual(refused);
    expect(await refusalOf(readRows(rows(25_000), {}, two(25_000)))).toEqual(['read']);
  });

  it('too many cells, the empty ones before others included', async () => {
    const far = (row: number) => `<row r="${row}">${text('a', `r="ALL${row}"`)}</row>`;
    const rows = (count: number) => Array.from({ length: count }, (_, index) => far(index + 1)).join('');
    expect(await refusalOf(readRows(rows(1_001)))).toEqual(['import.fileTooLarge', 'cells', 1_000_000]);
    expect(await refusalOf(readRows(rows(1_000)))).toEqual(['read']);
    expect(await refusalOf(readRows(`<row>${text('a').repeat(3)}</row>`, { cells: 2 }))).toEqual([
      'import.fileTooLarge',
      'cells',
      2,
    ]);
  });

  it('a cell beyond the last column rather than leaving it out', async () => {
    const rows = `<row>${text('a', 'r="ALM1"')}</row>`;
    expect(await refusalOf(readRows(rows))).toEqual(['import.fileTooLarge', 'A', limits.columns]);
  });

  it.each<[string, readonly { target?: string; state?: string; kind?: string }[]]>([
    ['that names a missing part', [{ target: 'worksheets/sheet1.xml' }, { target: 'worksheets/sheet9.xml' }]],
    ['that has no link', [{ target: 'worksheets/sheet1.xml' }, {}]],
    ['that names one part twice', [{ target: 'worksheets/sheet1.xml' }, { target: '/xl/worksheets/sheet1.xml' }]],
    ['that is hidden as a whole', [{ target: 'worksheets/sheet1.xml', state: 'hidden' }]],
    ['of charts alone', [{ target: 'charts/1.xml', kind: 'chartsheet' }]],
    ['of none', []],
  ])('a list of sheets %s', async (_, sheets) => {
    expect(await refusalOf(readRows('', {}, listOf(sheets)))).toEqual(['import.fileKind']);
  });

  it('a cell that is no text or too long, and says which', async () => {
    const broken = `<row/><row>${text('a')}<c t="s"><v>9</v></c></row>`;
    expect(await refusalOf(readRows(broken))).toEqual([
      'import.fileKind',
      { where: '#2', sheet: 'A', line: 2, value: '9', reason: 'notReadable' },
    ]);
    const long = `<row>${text('x'.repeat(limits.cell + 1))}</row>`;
    expect(await refusalOf(readRows(long))).toMatchObject([
      'import.fileTooLarge',
      'A',
      limits.cell,
      { where: '#1', sheet: 'A', line: 1, reason: 'tooLong' },
    ]);
  });

  it.each([
    ['nothing', ''],
    ['a CSV', 'a,b\n1,2\n'],
    ['an archive of 15 bytes', 'PK\x03\x04PK\x05\x06-------'],
  ])('%s', async (_, content) => expect(await refusalOf(read(Buffer.from(content)))).toEqual(['import.fileKind']));

  it('what is not there, and a folder', async () => {
    for (const path of ['none.xlsx', '.']) {
      expect(await refusalOf(readWorkbook(folder.path(path)))).toEqual(['import.fileUnreadable']);
    }
  });
});
