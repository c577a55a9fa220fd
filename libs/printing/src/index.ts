export { findBrowser, NoBrowser, OLDEST_MAJOR } from './find-browser.js';
export { fonts, type EmbeddedFont } from './fonts.js';
export type { FoundBrowser } from './found-browser.js';
export { LazyPrinter } from './lazy-printer.js';
export { pdfText, type PdfFacts, type PdfPage } from './pdf-facts.js';
export { PrintFailed, type PrintFailure } from './print-failed.js';
export { Printer, type PrinterOptions, type PrintOptions } from './printer.js';
export { selfTest, type PrintFault, type SelfTest, type Typeface } from './self-test.js';
