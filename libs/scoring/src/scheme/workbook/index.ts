export { schemeFromSheets } from './scheme-from-sheets.js';
export type { SchemeSheet } from './sheet.js';
export { sheetsOfScheme } from './sheets-of-scheme.js';
