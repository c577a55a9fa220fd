export { schemeFromSheets } from './scheme-from-sheets.js';
export { sheetsOfScheme } from './sheets-of-scheme.js';
