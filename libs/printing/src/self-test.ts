import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { pdfText, type PdfFacts } from './pdf-facts.js';
import { PrintFailed } from './print-failed.js';
import type { Printer } from './printer.js';

/** What can be wrong with printing on a machine. */
export type PrintFault = 'print failed' | 'no glyphs' | 'reversed' | 'not shaped' | 'font not embedded';

/** What a self-test found; the fault is null when all is well. The detail is for the operator. */
export interface SelfTest {
  readonly ok: boolean;
  readonly fault: PrintFault | null;
  readonly detail: string;
}

/** A typeface to test: its name as its PostScript name begins, and its WOFF2 file. */
export interface Typeface {
  readonly name: string;
  readonly woff2: Uint8Array;
}

export const WORD = 'نجوم';
/** The same letters kept from joining, to compare with: they take more room than the word. */
export const LETTERS = [...WORD].join('\u200C');

/**
 * Prints an Arabic word in an embedded typeface (IBM Plex Sans Arabic unless given) and reads it back: its letters
 * must be there, in order, joined, and drawn by that typeface. Never rejects.
 */
export async function selfTest(printer: Printer, typeface?: Typeface): Promise<SelfTest> {
  try {
    const { name, woff2 } = typeface ?? (await plexArabic());
    const facts = await pdfText(await printer.print(page(woff2)));
    const fonts = facts.embeddedFonts.join(', ');
    const fault = faultIn(facts, name);
    return {
      ok: fault === null,
      fault,
      detail: fault ? `read «${facts.pages[0]?.text ?? ''}» in ${fonts || 'no embedded font'}` : fonts,
    };
  } catch (error) {
    if (!(error instanceof PrintFailed)) return { ok: false, fault: 'print failed', detail: String(error) };
    return { ok: false, fault: error.reason === 'font' ? 'font not embedded' : 'print failed', detail: error.message };
  }
}

/** What is wrong with the test page as read back. */
export function faultIn({ pages, embeddedFonts }: PdfFacts, typeface: string): PrintFault | null {
  const [word, letters] = pages[0]?.runs ?? [];
  if (word?.text === [...WORD].reverse().join('')) return 'reversed';
  if (word?.text !== WORD || !letters) return 'no glyphs';
  const isTypeface = (font: string): boolean => plain(font).startsWith(plain(typeface));
  if (embeddedFonts.length === 0 || !embeddedFonts.every(isTypeface)) return 'font not embedded';
  return word.length < letters.length ? null : 'not shaped';
}

async function plexArabic(): Promise<Typeface> {
  const file = '@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-400-normal.woff2';
  return { name: 'IBM Plex Sans Arabic', woff2: await readFile(createRequire(import.meta.url).resolve(file)) };
}

function plain(name: string): string {
  return name.replace(/[\s-]/g, '').toLowerCase();
}

function page(woff2: Uint8Array): string {
  const source = `url(data:font/woff2;base64,${Buffer.from(woff2).toString('base64')})`;
  const style = `@font-face { font-family: tested; src: ${source} } p { font: 40px tested; width: max-content }`;
  return [
    `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>${WORD}</title>`,
    `<style>${style}</style></head><body><p>${WORD}</p><p>${LETTERS}</p></body></html>`,
  ].join('');
}
