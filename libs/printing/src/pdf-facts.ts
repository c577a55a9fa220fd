import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { runsOf, textOf, type Run } from './pdf-text.js';

/** What a PDF says of itself and what can be read in it. */
export interface PdfFacts {
  readonly pages: readonly PdfPage[];
  /** Null when the PDF has none. */
  readonly title: string | null;
  /** The language it declares for its text, for example `ar`; null when it declares none. */
  readonly language: string | null;
  /** Whether its structure is marked for screen readers. */
  readonly tagged: boolean;
  /** The titles of the outline, from top to bottom, at every level. */
  readonly outline: readonly string[];
  /** The typefaces it brings along (PostScript names), sorted. */
  readonly embeddedFonts: readonly string[];
}

export interface PdfPage {
  /** In reading order, Arabic as one types it; headers and footers last. */
  readonly text: string;
  /** In points: an A4 page is about 595 by 842. */
  readonly width: number;
  readonly height: number;
  /** The lines that the text is made of, with their place and length on paper, in points. */
  readonly runs: readonly Run[];
}

interface Outlined {
  readonly title: string;
  readonly items: readonly Outlined[];
}
interface Font {
  readonly name?: string;
  readonly missingFile?: boolean;
}

/**
 * pdf.js, once it is needed: it replaces the runtime's decoding of base64 by one of its own, which puppeteer then
 * uses, and which takes ten times the processor's time of everything else that node does for a print.
 */
const pdfJs = () => import('pdfjs-dist/legacy/build/pdf.mjs');

/** Reads a PDF. Rejects if it is none. For checks, not for every print: it takes longer than printing. */
export async function pdfText(pdf: Uint8Array): Promise<PdfFacts> {
  const { getDocument } = await pdfJs();
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0, fontExtraProperties: true });
  try {
    return await factsOf(await task.promise);
  } finally {
    await task.destroy();
  }
}

async function factsOf(document: PDFDocumentProxy): Promise<PdfFacts> {
  const info = (await document.getMetadata()).info as { Title?: string; Language?: string | null };
  const language = info.Language || null;
  const pages: PdfPage[] = [];
  const fonts = new Set<string>();
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    pages.push(await pageOf(page, language));
    for (const name of await embeddedFontsOf(page)) fonts.add(name);
  }
  return {
    pages,
    title: info.Title || null,
    language,
    tagged: isMarked(await document.getMarkInfo()),
    outline: titlesIn(await document.getOutline()),
    embeddedFonts: [...fonts].sort(),
  };
}

async function pageOf(page: PDFPageProxy, language: string | null): Promise<PdfPage> {
  const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
  const runs = runsOf(items, await page.getStructTree(), language);
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  return { text: textOf(runs), width: right - left, height: top - bottom, runs };
}

async function embeddedFontsOf(page: PDFPageProxy): Promise<string[]> {
  const { OPS } = await pdfJs();
  const { fnArray, argsArray } = await page.getOperatorList();
  const ids = new Set(argsArray.filter((_, i) => fnArray[i] === OPS.setFont).map((args: [string]) => args[0]));
  const fonts = [...ids].map((id) => page.commonObjs.get(id) as Font);
  return fonts.filter((font) => !font.missingFile).map((font) => (font.name ?? '').replace(/^[A-Z]{6}\+/, ''));
}

/** It is a Map, whatever its declaration says. */
function isMarked(info: object | null): boolean {
  return (info as ReadonlyMap<string, boolean> | null)?.get('Marked') === true;
}

function titlesIn(outline: readonly Outlined[] | null): string[] {
  return (outline ?? []).flatMap(({ title, items }) => [title, ...titlesIn(items)]);
}
