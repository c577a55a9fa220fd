import { mkdirSync } from 'node:fs';
import { Problem } from '#contract';
import fc from 'fast-check';
import { rowsIn, shownRows, temporaryFolder } from '../test/temporary-folder.js';
import { limits, openTable } from './index.js';

const folder = temporaryFolder();
const tableOf = (content: string | Uint8Array) => openTable(folder.write(content));

async function refusalOf(file: string): Promise<unknown> {
  try {
    return await rowsIn(await openTable(file));
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    return { code: problem.code, ...problem.details };
  }
}

describe('openTable, CSV', () => {
  it('reads Arabic names and values', async () => {
    const table = await tableOf('الرمز,الاسم,النتيجة\nMOH,وزارة الصحة,٦٤٫٥\n');
    expect(table).toMatchObject({ kind: 'csv', delimiter: ',', header: ['الرمز', 'الاسم', 'النتيجة'] });
    const [row] = await rowsIn(table);
    if (!row || row.fault) throw new Error('a sound row was expected');
    expect([row.line, row.text('الاسم'), row.text('النتيجة')]).toEqual([2, 'وزارة الصحة', '٦٤٫٥']);
  });

  it('refuses to read a column there is none of', async () => {
    const [row] = await rowsIn(await tableOf('a\n1\n'));
    if (!row || row.fault) throw new Error('a sound row was expected');
    expect(() => row.text('b')).toThrow(RangeError);
  });

  it('drops a byte order mark and what surrounds a name', async () => {
    const table = await tableOf('\uFEFF\u200Fcode ;" name"\n1;2\n');
    expect(table).toMatchObject({ delimiter: ';', header: ['code', 'name'] });
    expect(await shownRows(table)).toEqual([[2, '1', '2']]);
  });

  it('can be read twice', async () => {
    const table = await tableOf('a\n1\n2\n');
    expect(await shownRows(table)).toEqual(await shownRows(table));
    expect(await shownRows(table)).toHaveLength(2);
  });

  it('can be left in the middle', async () => {
    const table = await tableOf('a\n1\n2\n');
    for await (const row of table.rows) {
      expect(row.line).toBe(2);
      break;
    }
  });

  it.each([
    ['nothing', '', []],
    ['a byte order mark', '\uFEFF', []],
    ['empty lines', '\r\n  \n,,\n', []],
    ['a header', 'a,b\n', ['a', 'b']],
  ])('%s is a table without rows', async (_, content, header) => {
    const table = await tableOf(content);
    expect(table.header).toEqual(header);
    expect(await rowsIn(table)).toEqual([]);
  });

  it('passes over empty rows, and counts their lines', async () => {
    const table = await tableOf('\n\na,b\n\n1,2\n,\n , \n"x\n\ny",3\n\n4,5');
    expect(await shownRows(table)).toEqual([
      [5, '1', '2'],
      [8, 'x\n\ny', '3'],
      [12, '4', '5'],
    ]);
  });

  it('hands over ragged rows with what is wrong', async () => {
    const rows = await rowsIn(await tableOf('a,b,c\n1,2\n1,2,3\n1,2,3,4\n'));
    expect(rows.map((row) => row.fault)).toEqual([
      { where: 'c', line: 2, reason: 'columnsDiffer', params: { found: 2, expected: 3 } },
      null,
      { where: '#4', line: 4, reason: 'columnsDiffer', params: { found: 4, expected: 3 } },
    ]);
  });

  it('lets go of columns at the end that have neither name nor content', async () => {
    const table = await tableOf('a,b,,\u200F\n1,2,,\n3,4,,x\n5,6\n\u200F,,,\n');
    expect(table.header).toEqual(['a', 'b']);
    expect(await shownRows(table)).toEqual([
      [2, '1', '2'],
      [3, 'columnsDiffer'],
      [4, 'columnsDiffer'],
    ]);
  });

  it('names the column of a cell that cannot be read or is too long', async () => {
    const long = 'x'.repeat(limits.cell + 1);
    const rows = await rowsIn(await tableOf(`a,b\n1,"2"x\n${long},2\n`));
    expect(rows.map((row) => row.fault)).toEqual([
      { where: 'b', line: 2, value: '2', reason: 'notReadable' },
      { where: 'a', line: 3, value: long.slice(0, 200), reason: 'tooLong', params: { max: limits.cell } },
    ]);
  });

  it('shortens what it shows, but never by half a character', async () => {
    const [row] = await rowsIn(await tableOf(`a\nx${'🌟'.repeat(limits.cell)}\n`));
    expect(row?.fault?.value).toBe(`x${'🌟'.repeat(99)}`);
  });

  it('finds the delimiter of a header longer than one reading', async () => {
    const name = 'x'.repeat(90_000);
    const table = await tableOf(`"${name},,,,";b;c\n1;2;3\n`);
    expect([table.delimiter, table.header.length]).toEqual([';', 3]);
  });
});

describe('openTable, refusals', () => {
  const kind = (file: string) => ({ code: 'import.fileKind', params: { file } });
  const header = (file: string) => ({ code: 'import.headerInvalid', params: { file } });
  const utf16 = Buffer.from('a,b\n1,2\n', 'utf16le');

  it.each([
    ['Latin-1', Buffer.from('name\nM\xfcller\n', 'latin1')],
    ['Windows Arabic', Buffer.from([0x61, 0x0a, 0xc7, 0xe1, 0xd5, 0xcd, 0xc9])],
    ['UTF-16 with its mark', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16])],
    ['UTF-16 without it', utf16],
    ['a letter cut off at the end', Buffer.from('a\nب').subarray(0, 3)],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
    ['an .xls workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
    ['a NUL far behind', `a\n${'1\n'.repeat(100_000)}\0\n`],
    ['the beginning of an archive', 'PK\x03\x04'],
  ])('%s is no table', async (_, content) => {
    const file = folder.write(content);
    expect(await refusalOf(file)).toEqual(kind(file));
  });

  it('does not mistake a letter between two readings for a broken one', async () => {
    const table = await tableOf(`a\n${'ب'.repeat(70_000)}\n${'جهة\n'.repeat(100_000)}`);
    expect((await shownRows(table)).slice(1).every(([, cell]) => cell === 'جهة')).toBe(true);
  });

  it('what is not there, or no ordinary file, cannot be read', async () => {
    mkdirSync(folder.path('folder'));
    for (const file of [folder.path('nothing'), folder.path('folder'), '/dev/zero', 'a\0b', '']) {
      expect(await refusalOf(file)).toEqual({ code: 'import.fileUnreadable', params: { file } });
    }
  });

  it('refuses names that are empty or stand twice, all at once', async () => {
    const file = folder.write('\na,,\u200Fa ,b,b\n1,2,3,4,5\n');
    expect(await refusalOf(file)).toEqual({
      ...header(file),
      faults: [
        { where: '#2', line: 2, reason: 'missing' },
        { where: 'a', line: 2, reason: 'twice', params: { line: 2 } },
        { where: 'b', line: 2, reason: 'twice', params: { line: 2 } },
      ],
    });
  });

  it('refuses a header that cannot be read', async () => {
    const file = folder.write('a,"b"c\n1,2\n');
    const faults = [{ where: '#2', line: 1, value: 'b', reason: 'notReadable' }];
    expect(await refusalOf(file)).toEqual({ ...header(file), faults });
  });

  it('refuses more columns than the limit', async () => {
    const names = Array.from({ length: limits.columns + 1 }, (_, index) => `c${index}`);
    const params = { found: limits.columns + 1, expected: limits.columns };
    const file = folder.write(names.join(','));
    expect(await refusalOf(file)).toMatchObject({
      ...header(file),
      faults: [{ line: 1, reason: 'columnsDiffer', params }],
    });
    expect((await tableOf(names.slice(1).join(','))).header).toHaveLength(limits.columns);
  });

  it('refuses a quote that is never closed, and names its line', async () => {
    const file = folder.write('a,b\n1,2\n3,"4\n5,6\n');
    const faults = [{ where: '#2', line: 3, value: '4\n5,6\n', reason: 'notReadable' }];
    expect(await refusalOf(file)).toEqual({ code: 'import.quoteNotClosed', params: { file, line: 3 }, faults });
  });

  it('throws nothing but problems, whatever the bytes', async () => {
    const text = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', '\r', 'ب', '\0', ' ') });
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      text.map((content) => new TextEncoder().encode(content)),
      fc.uint8Array({ maxLength: 300 }).map((rest) => Uint8Array.from([0x50, 0x4b, 3, 4, ...rest])),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (content) => void (await refusalOf(folder.write(content)))),
      { numRuns: 300 },
    );
  });
});
