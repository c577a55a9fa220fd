import { readFile } from 'node:fs/promises';
import { findBrowser, pdfText, Printer, type FoundBrowser } from './index.js';

const plex = (name: string): string => `node_modules/@fontsource/${name}-400-normal.woff2`;
const face = async (family: string, name: string): Promise<string> => {
  const file = (await readFile(plex(name))).toString('base64');
  return `@font-face { font-family: ${family}; src: url(data:font/woff2;base64,${file}) format('woff2') }`;
};

let found: FoundBrowser;
let printer: Printer;
let style: string;

beforeAll(async () => {
  found = await findBrowser();
  printer = await Printer.open({ browser: found });
  style = `<style>
    ${await face('Plex', 'ibm-plex-sans/files/ibm-plex-sans-latin')}
    ${await face('PlexArabic', 'ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic')}
    * { font: 14px Plex, PlexArabic }
    @page { margin: 20mm; @bottom-center { content: 'صفحة ' counter(page) ' من ' counter(pages); font: 9pt Plex, PlexArabic } }
    h1 { break-before: page } h1:first-child { break-before: auto }
  </style>`;
});
afterAll(() => printer.close());

const arabic = (body: string, title = 'بطاقة الأداء'): string =>
  `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>${title}</title>${style}</head><body>${body}</body></html>`;
const english = (body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Scorecard &amp; more</title>${style}</head><body>${body}</body></html>`;

/** The bytes without the two dates that say when it was printed. */
const undated = (pdf: Uint8Array): string =>
  Buffer.from(pdf)
    .toString('latin1')
    .replace(/\(D:\d+/g, '');

describe('a printed document', () => {
  it('in Arabic says what it is and reads as it was written', async () => {
    const facts = await pdfText(
      await printer.print(
        arabic(`<h1>بطاقة أداء الجهة 2026</h1><p>ارتفعت الدرجة <bdi dir="ltr">+2.4</bdi> نقطة في مركز <bdi>Al Noor (1)</bdi> هذا العام.</p>
                <h1>التغير في الخير</h1><table><tr><th>المركز</th><th>الدرجة</th></tr><tr><td>نجوم</td><td>٩٣٫٥</td></tr></table>`),
      ),
    );
    expect(facts).toMatchObject({ title: 'بطاقة الأداء', language: 'ar', tagged: true });
    expect(facts.outline).toEqual(['بطاقة أداء الجهة 2026', 'التغير في الخير']);
    expect(facts.embeddedFonts).toEqual(['IBMPlexSans-Regular', 'IBMPlexSansArabic-Regular']);
    expect(facts.pages.map((page) => page.text)).toEqual([
      'بطاقة أداء الجهة 2026\nارتفعت الدرجة +2.4 نقطة في مركز Al Noor (1) هذا العام.\nصفحة 1 من 2',
      'التغير في الخير\nالمركز الدرجة\nنجوم ٩٣٫٥\nصفحة 2 من 2',
    ]);
    expect(facts.pages[0]?.width).toBeCloseTo(595, -1);
    expect(facts.pages[0]?.height).toBeCloseTo(842, -1);
  });

  it('in English does too, with Arabic inside', async () => {
    const facts = await pdfText(
      await printer.print(english('<h1>Results of 2026</h1><p>The centre نجوم الخير has 93.5.</p>')),
    );
    expect(facts).toMatchObject({
      title: 'Scorecard & more',
      language: 'en',
      tagged: true,
      outline: ['Results of 2026'],
    });
    expect(facts.pages[0]?.text).toMatch(/^Results of 2026\nThe centre نجوم الخير has 93\.5\.\n/);
  });

  it('takes its paper from the document and its title from the caller', async () => {
    const html = english('<style>@page { size: 400px 300px; margin: 0 }</style><p>x</p>');
    const facts = await pdfText(await printer.print(html, { title: 'Another <title>' }));
    expect(facts.title).toBe('Another <title>');
    expect(facts.pages[0]?.width).toBeCloseTo(300, 0);
    expect(facts.pages[0]?.height).toBeCloseTo(225, 0);
  });

  it('shows its embedded images, also one that only print shows', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="20"><text y="15">drawn</text></svg>';
    const image = `data:image/svg+xml,${encodeURIComponent(svg)}`;
    const rule = `p { background: url("${image}"); height: 40px }`;
    const always = await printer.print(english(`<style>${rule}</style><p></p>`));
    const inPrint = await printer.print(english(`<style>@media print { ${rule} }</style><p></p>`));
    const never = await printer.print(english(`<style>@media screen { ${rule} }</style><p></p>`));
    expect(undated(inPrint)).toBe(undated(always));
    expect(undated(never)).not.toBe(undated(always));
    expect((await pdfText(await printer.print(english(`<img src="${image}">`)))).pages[0]?.text).toContain('drawn');
  });

  it('is the same whether its shell was read for it or for another', async () => {
    const fresh = await Printer.open({ browser: found, pages: 1 });
    const card = arabic('<h1>الأولى</h1><p>one</p>', 'الأولى');
    const first = await fresh.print(card);
    await fresh.print(arabic('<style>* { color: red }</style><h1>الثانية</h1>', 'الثانية'));
    const again = await fresh.print(card);
    await fresh.close();
    expect(undated(again)).toBe(undated(first));
  });

  it('leaves its own policy behind', async () => {
    const one = await Printer.open({ browser: found, pages: 1 });
    const card = arabic('<style>p { color: red }</style><p>next</p>');
    const alone = await one.print(card);
    const strict = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'">`;
    await one.print(card.replace('<title>', `${strict}<title>`));
    const after = await one.print(card);
    await one.close();
    expect(undated(after)).toBe(undated(alone));
  });

  it('leaves nothing to the next, even under names the browser knows', async () => {
    const one = await Printer.open({ browser: found, pages: 1 });
    const next = arabic('<p>next</p>');
    const alone = await one.print(next);
    await one.print(
      arabic(
        '<form name="body"><input name="fonts">first</form><form name="documentElement"></form><img name="fonts">' +
          '<meta http-equiv="content-language" content="en"><meta name="color-scheme" content="dark"><base target="x">',
      ),
    );
    const after = await one.print(next);
    await one.close();
    expect(undated(after)).toBe(undated(alone));
  });
});

describe('a document that cannot be printed', () => {
  it('is refused by name, and the next one is printed', async () => {
    const style = '<style>@font-face { font-family: Broken; src: url(data:font/woff2;base64,AAAA) }</style>';
    const refused = expect(printer.print(english(`${style}<p>x</p>`))).rejects;
    await refused.toMatchObject({ name: 'PrintFailed', reason: 'font', message: expect.stringContaining('Broken') });
    expect((await pdfText(await printer.print(english('<p>next</p>')))).pages[0]?.text).toContain('next');
  });
});

describe('many documents', () => {
  it('each come out as their own', async () => {
    const names = Array.from({ length: 60 }, (_, i) => `مركز رقم ${i}`);
    const pdfs = await Promise.all(names.map((name) => printer.print(arabic(`<p>${name}</p>`, name))));
    const facts = await Promise.all(pdfs.map(pdfText));
    expect(facts.map(({ title, pages }) => [title, pages[0]?.text.split('\n')[0]])).toEqual(
      names.map((name) => [name, name]),
    );
  });
});
