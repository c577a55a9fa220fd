import { deflateRawSync } from 'node:zlib';
import { Problem } from '#contract';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { rowsIn, temporaryFolder } from '../../test/temporary-folder.js';
import { workbookParts, zipOf, type Part } from '../../test/zip-of.js';
import { limits, openTable } from '../index.js';
import { SheetReader } from './sheet-reader.js';
import { XmlReader } from './xml-reader.js';
import { zipDirectory } from './zip-directory.js';
import { bytesOfPart } from './zip-part.js';

const folder = temporaryFolder();
const sheet = 'xl/worksheets/sheet1.xml';
const megabyte = 1024 * 1024;

async function outcomeOf(content: Uint8Array): Promise<string> {
  try {
    await rowsIn(await openTable(folder.write(content)));
    return 'read';
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    return problem.code;
  }
}

/** A sound workbook with one part replaced. */
const withPart = (name: string, part: Omit<Part, 'name'>): Part[] =>
  workbookParts('<row><c><v>1</v></c></row>').map((sound) => (sound.name === name ? { name, ...part } : sound));

describe('hostile workbooks', () => {
  it('the sound one, from which the others are made, is read', async () => {
    expect(await outcomeOf(zipOf(withPart('', {})))).toBe('read');
  });

  const bomb = deflateRawSync(Buffer.alloc(64 * megabyte, ' '), { level: 9 });

  const tenGigabytes = Buffer.alloc(12);
  tenGigabytes.writeUInt16LE(1, 0);
  tenGigabytes.writeUInt16LE(8, 2);
  tenGigabytes.writeBigUInt64LE(10_000_000_000n, 4);

  it.each<[string, Omit<Part, 'name'>, string]>([
    ['10 GB by its own word', { packed: bomb, claimedSize: 0xffffffff, extra: tenGigabytes }, 'import.fileTooLarge'],
    ['64 MB of spaces in 64 kB', { packed: bomb, claimedSize: 64 * megabyte }, 'import.fileTooLarge'],
    ['64 MB that says it has 1 kB', { packed: bomb, claimedSize: 1_000 }, 'import.fileKind'],
  ])('a bomb is refused before it is inflated: %s', async (_, part, refusal) => {
    expect(bomb.length).toBeLessThan(megabyte / 4);
    const before = process.memoryUsage().rss;
    expect(await outcomeOf(zipOf(withPart(sheet, part)))).toBe(refusal);
    expect(await outcomeOf(zipOf(withPart('xl/sharedStrings.xml', part)))).toBe(refusal);
    expect(process.memoryUsage().rss - before).toBeLessThan(32 * megabyte);
  });

  it('a part is not inflated beyond what it says it has', async () => {
    const file = folder.write(zipOf(withPart(sheet, { packed: bomb, claimedSize: 100_000 })));
    const entry = (await zipDirectory(file)).get(sheet);
    let inflated = 0;
    const reading = (async () => {
      for await (const chunk of bytesOfPart(file, entry!)) inflated += chunk.length;
    })();
    await expect(reading).rejects.toThrow(Problem);
    expect(inflated).toBeGreaterThan(0);
    expect(inflated).toBeLessThanOrEqual(100_000);
  });

  it('a part that has to be kept in memory is refused above its own limit', async () => {
    const air = '<!---->'.repeat(limits.workbook / 7);
    const sound = '<workbook><sheets><sheet id="r1"/></sheets></workbook>';
    expect(await outcomeOf(zipOf(withPart('xl/workbook.xml', { content: air.slice(7 * 20) + sound })))).toBe('read');
    expect(await outcomeOf(zipOf(withPart('xl/workbook.xml', { content: air + sound })))).toBe('import.fileTooLarge');
  });

  it('many parts below the limit do not add up to more than it', async () => {
    const size = 8 * megabyte;
    const many = Array.from({ length: limits.zipInflated / size + 1 }, (_, index) => ({
      name: `xl/media/${index}`,
      content: 'x',
      claimedSize: size,
    }));
    expect(await outcomeOf(zipOf([...workbookParts(''), ...many]))).toBe('import.fileTooLarge');
    expect(await outcomeOf(zipOf([...workbookParts(''), ...many.slice(10)]))).toBe('read');
  });

  it('a million parts are refused, also when their count of 16 bits has run over', async () => {
    const entry = { name: 'x', content: '', stored: true };
    const parts = Array.from({ length: 2 ** 16 + 6 }, (_, index) => ({ ...entry, name: `x/${index}` }));
    expect(await outcomeOf(zipOf([...workbookParts(''), ...parts]))).toBe('import.fileTooLarge');
    expect(await outcomeOf(zipOf([...workbookParts(''), ...parts.slice(0, 20)], 6))).toBe('import.fileKind');
    expect(await outcomeOf(zipOf([...workbookParts(''), ...parts.slice(0, 5_000)]))).toBe('import.fileTooLarge');
    expect(await outcomeOf(zipOf([...workbookParts(''), ...parts.slice(0, 4_000)]))).toBe('read');
  });

  it.each<[string, Part[]]>([
    ['a path that climbs', [...workbookParts(''), { name: '../../etc/passwd', content: 'x' }]],
    ['a path that climbs backwards', [...workbookParts(''), { name: 'xl\\..\\x', content: 'x' }]],
    ['one name twice', [...workbookParts(''), { name: sheet, content: '<worksheet/>' }]],
    ['encryption', withPart(sheet, { content: '<worksheet/>', flags: 1 })],
    ['a wrong checksum', withPart(sheet, { content: '<worksheet/>', crc: 1 })],
    ['a part that ends early', withPart(sheet, { content: '<worksheet/>', claimedSize: 13 })],
    ['packed bytes that are none', withPart(sheet, { content: 'x', packed: Buffer.from([0xff, 0xff]) })],
    ['a sheet that ends within', withPart(sheet, { content: '<worksheet><sheetData>' })],
    ['a sheet that closes too much', withPart(sheet, { content: '<worksheet/></worksheet>' })],
    ['a sheet that is not UTF-8', withPart(sheet, { content: Buffer.from([0x3c, 0xff]) })],
    ['no sheet', withPart('xl/workbook.xml', { content: '<workbook><sheets/></workbook>' })],
    ['another kind of document', withPart('_rels/.rels', { content: '<Relationships/>' })],
    ['a link to a part that is not there', workbookParts('').filter((part) => part.name !== sheet)],
    ['nothing', []],
  ])('%s is refused', async (_, parts) => expect(await outcomeOf(zipOf(parts))).toBe('import.fileKind'));

  it.each([
    ['entities of its own', '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>'],
    ['an entity nobody knows', '<worksheet>&nbsp;</worksheet>'],
    ['a reference to half a pair', '<worksheet>&#xD800;</worksheet>'],
    ['a tag of 2 MB', `<worksheet a="${'a'.repeat(2 * megabyte)}"/>`],
    ['a text of 2 MB', `<worksheet>${'a'.repeat(2 * megabyte)}</worksheet>`],
    ['a comment of 2 MB', `<!--${'<'.repeat(2 * megabyte)}--><worksheet/>`],
    ['a row beyond the last', '<worksheet><sheetData><row r="1048577"/></sheetData></worksheet>'],
    ['rows out of order', '<worksheet><sheetData><row r="2"/><row r="1"/></sheetData></worksheet>'],
    ['a row that is no number', '<worksheet><sheetData><row r="1e400"/></sheetData></worksheet>'],
  ])('XML with %s is refused', async (_, content) =>
    expect(await outcomeOf(zipOf(withPart(sheet, { content })))).toBe('import.fileKind'),
  );

  it('a sheet that is nearly nothing but air is too large, and says by which bound', async () => {
    const content = `${'<!---->'.repeat(3 * megabyte)}<worksheet/>`;
    const file = folder.write(zipOf(withPart(sheet, { content })));
    await expect(openTable(file)).rejects.toMatchObject({
      code: 'import.fileTooLarge',
      details: { params: { file, where: sheet, max: limits.zipRatioFrom } },
    });
  });

  it('a cell and a row beyond the limits spoil their rows and no others', async () => {
    const text = (length: number) => `<c t="str"><v>${'x'.repeat(length)}</v></c>`;
    const many = text(limits.cell).repeat(12);
    const rows = `<row>${text(1)}</row><row>${text(limits.cell + 1)}</row><row>${many}</row><row>${text(2)}</row>`;
    const read = await rowsIn(await openTable(folder.write(zipOf(workbookParts(rows)))));
    expect(read.map((row) => row.fault?.params)).toEqual([{ max: limits.cell }, { max: limits.record }, undefined]);
  });

  it('a cell far to the right does not fill the memory with the empty ones before it', () => {
    const reader = new SheetReader({ sharedTexts: [], kinds: [], from1904: false }, () => new Error('refused'));
    new XmlReader(reader, () => new Error('refused')).read('<sheetData><row><c r="XFD1"><v>1</v></c></row>');
    const [row] = reader.take();
    expect(row?.width).toBe(16_384);
    expect(row?.cells.length).toBeLessThanOrEqual(limits.columns);
  });

  it('a tag full of names without values is read in linear time', async () => {
    // Each of these would take a pattern that tries again at every place about 10^11 steps.
    for (const tag of ['a'.repeat(1_000_000), ' '.repeat(1_000_000), 'a="'.repeat(300_000), '/'.repeat(1_000_000)]) {
      await outcomeOf(
        zipOf(withPart(sheet, { content: `<worksheet><sheetData><row ${tag}/></sheetData></worksheet>` })),
      );
    }
  });

  it('throws nothing but problems when bytes of a workbook change', async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('A').addRows([
      ['a', 'b'],
      ['نص', 1],
    ]);
    const sound = Buffer.from(await book.xlsx.writeBuffer());
    const change = fc.tuple(fc.nat({ max: sound.length - 1 }), fc.nat({ max: 255 }));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 5 }), async (changes) => {
        const broken = Buffer.from(sound);
        for (const [at, byte] of changes) broken[at] = byte;
        await outcomeOf(broken);
      }),
      { numRuns: 200 },
    );
  });

  it('throws nothing but problems when the XML of a sheet is anything', async () => {
    const piece = fc.constantFrom('<row>', '</row>', '<c t="s">', '<c r="ZZZ9">', '</c>', '<v>', '</v>', '1', '&', '<');
    const more = fc.constantFrom('<f>', '<sheetData>', '</sheetData>', '>', '"', '<is>', '<t>', '</t>', '<![CDATA[');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(piece, more), { maxLength: 20 }), async (pieces) => {
        const content = `<worksheet><sheetData>${pieces.join('')}</sheetData></worksheet>`;
        await outcomeOf(zipOf(withPart(sheet, { content })));
      }),
      { numRuns: 200 },
    );
  });
});
