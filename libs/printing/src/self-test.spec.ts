import { readFile } from 'node:fs/promises';
import { findBrowser, Printer, selfTest, type PdfFacts } from './index.js';
import { faultIn, LETTERS, WORD } from './self-test.js';

const facts = (word: string, wordLength: number, fonts: string[] = ['Plex-Regular']): PdfFacts => {
  const run = { x: 0, y: 0, size: 40 };
  const runs = [
    { ...run, text: word, length: wordLength },
    { ...run, text: LETTERS, length: 100 },
  ];
  const pages = [{ text: '', width: 595, height: 842, runs }];
  return { pages, title: null, language: null, tagged: true, outline: [], embeddedFonts: fonts };
};

describe('what is read back', () => {
  it.each([
    ['is right when it is one joined word of the typeface', facts(WORD, 70), null],
    ['has no glyphs when nothing can be read', { ...facts(WORD, 70), pages: [] }, 'no glyphs'],
    ['has no glyphs when a letter is missing', facts('نجم', 70), 'no glyphs'],
    ['is reversed when its letters are', facts('موجن', 70), 'reversed'],
    ['is not shaped when its letters take the room of single ones', facts(WORD, 100), 'not shaped'],
    ['is by no embedded font', facts(WORD, 70, []), 'font not embedded'],
    ['is by another font', facts(WORD, 70, ['DejaVuSans']), 'font not embedded'],
  ])('%s', (_, read, fault) => expect(faultIn(read, 'Plex')).toBe(fault));
});

describe('the self-test', () => {
  let printer: Printer;
  beforeAll(async () => {
    printer = await Printer.open({ browser: await findBrowser() });
  });
  afterAll(() => printer.close());

  it('is passed here', async () => {
    expect(await selfTest(printer)).toEqual({ ok: true, fault: null, detail: 'IBMPlexSansArabic-Regular' });
  });

  it('finds a typeface without Arabic', async () => {
    const woff2 = await readFile('node_modules/@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-400-normal.woff2');
    expect((await selfTest(printer, { name: 'IBM Plex Sans', woff2 })).fault).not.toBeNull();
  });

  it('finds a typeface that cannot be read', async () => {
    const result = await selfTest(printer, { name: 'x', woff2: new Uint8Array(9) });
    expect(result).toMatchObject({ ok: false, fault: 'font not embedded' });
  });

  it('finds a printer that is closed', async () => {
    const closed = await Printer.open({ browser: await findBrowser() });
    await closed.close();
    expect(await selfTest(closed)).toMatchObject({
      ok: false,
      fault: 'print failed',
      detail: 'closed: the printer was closed',
    });
  });
});
