import { shownRows, temporaryFolder } from '../../test/temporary-folder.js';
import { workbookParts, zipOf, type Part } from '../../test/zip-of.js';
import { openTable } from '../index.js';

const folder = temporaryFolder();
const opened = (parts: readonly Part[]) => openTable(folder.write(zipOf(parts)));
const rowsOf = async (rows: string, more?: Readonly<Record<string, string>>) =>
  shownRows(await opened(workbookParts(`<row><c t="inlineStr"><is><t>a</t></is></c></row>${rows}`, more)));

describe('workbooks of other programs', () => {
  it('may give no references', async () => {
    const rows = '<row><c><v>1</v></c></row><row r="5"><c><v>2</v></c></row><row><c><v>3</v></c></row>';
    expect(await rowsOf(rows)).toEqual([
      [2, '1'],
      [5, '2'],
      [6, '3'],
    ]);
  });

  it('may write prefixes, CDATA, comments and references of characters', async () => {
    const sheet =
      '<?xml version="1.0"?><!-- > --><x:worksheet xmlns:x="y"><x:sheetData><x:row><x:c t="str">' +
      '<x:v><![CDATA[<n>]]></x:v></x:c></x:row><x:row><x:c t=\'str\' cm=">"><x:v>&#x646;&#1580;&amp;amp;</x:v>' +
      '</x:c></x:row></x:sheetData></x:worksheet>\n';
    const table = await opened(workbookParts('', { 'xl/worksheets/sheet1.xml': sheet }));
    expect(table.header).toEqual(['<n>']);
    expect(await shownRows(table)).toEqual([[2, 'نج&amp;']]);
  });

  it('may cut one text in pieces, and say how it is pronounced', async () => {
    const pieces = '<r><t>مر</t></r><r><rPr><b/></rPr><t>كز</t></r><rPh sb="0"><t>no</t></rPh>';
    const sharedStrings = `<sst><si>${pieces}</si><si><t/></si></sst>`;
    const rows =
      `<row><c t="inlineStr"><is>${pieces}</is></c></row>` +
      '<row><c t="s"><v>0</v></c></row><row><c t="s"><v>1</v></c></row>';
    expect(await rowsOf(rows, { 'xl/sharedStrings.xml': sharedStrings })).toEqual([
      [2, 'مركز'],
      [3, 'مركز'],
    ]);
  });

  it('may escape characters that XML cannot hold', async () => {
    expect(await rowsOf('<row><c t="str"><v>a_x000D_b _x005F_x000D_</v></c></row>')).toEqual([[2, 'a\rb _x000D_']]);
    const sharedStrings = '<sst><si><t>a_x000D_</t></si></sst>';
    const rows = '<row><c t="s"><v>0</v></c></row>';
    expect(await rowsOf(rows, { 'xl/sharedStrings.xml': sharedStrings })).toEqual([[2, 'a\r']]);
  });

  it('may store 64.076 as its neighbours in 17 digits, or with an exponent', async () => {
    const cell = (value: string) => `<row><c><v>${value}</v></c></row>`;
    expect(await rowsOf(cell('64.075999999999993') + cell('6.4076E1') + cell('1.5E-4'))).toEqual([
      [2, '64.076'],
      [3, '64.076'],
      [4, '0.00015'],
    ]);
  });

  it('may keep dates as ISO', async () => {
    expect(await rowsOf('<row><c t="d"><v>2024-03-31T00:00:00</v></c></row>')).toEqual([[2, '2024-03-31']]);
  });

  it('may store parts as they are, or declare sizes in 64 bits as Java does', async () => {
    const stored = workbookParts('<row><c><v>7</v></c></row>').map((part) => ({ ...part, stored: true }));
    expect((await opened(stored)).header).toEqual(['7']);
    const wide = stored.map((part) => {
      const extra = Buffer.alloc(24);
      extra.writeUInt16LE(0x9999, 0); // some other field comes first
      extra.writeUInt16LE(1, 4);
      extra.writeUInt16LE(16, 6);
      const size = BigInt(Buffer.byteLength(part.content ?? ''));
      extra.writeBigUInt64LE(size, 8);
      extra.writeBigUInt64LE(size, 16);
      return { ...part, extra, claimedSize: 0xffffffff, claimedPackedSize: 0xffffffff };
    });
    expect((await opened(wide)).header).toEqual(['7']);
  });

  it('may have neither shared texts nor styles', async () => {
    const link = 'http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet';
    const links = `<Relationships><Relationship Target="/xl/worksheets/../worksheets/sheet1.xml" Type="${link}" Id="r1"/></Relationships>`;
    const more = { 'xl/_rels/workbook.xml.rels': links };
    expect((await opened(workbookParts('<row><c s="3"><v>7</v></c></row>', more))).header).toEqual(['7']);
  });

  it.each([
    ['a shared text there is none of', '<c t="s"><v>9</v></c>'],
    ['a shared text of a broken number', '<c t="s"><v>-1</v></c>'],
    ['a number that is none', '<c><v>1x</v></c>'],
    ['a number beyond all numbers', '<c><v>1e999</v></c>'],
    ['a NUL', '<c t="str"><v>a_x0000_</v></c>'],
    ['half a pair', '<c t="str"><v>_xD83D_</v></c>'],
  ])('a cell with %s spoils its row and no other', async (_, cell) => {
    expect(await rowsOf(`<row>${cell}</row><row><c><v>1</v></c></row>`)).toEqual([
      [2, 'notReadable'],
      [3, '1'],
    ]);
  });

  it('a cell far to the right is one column too many', async () => {
    expect(await rowsOf('<row><c r="XFD2"><v>1</v></c></row>')).toEqual([[2, 'columnsDiffer']]);
  });
});
