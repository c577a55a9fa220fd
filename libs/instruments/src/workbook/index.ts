export type { ReadSheets } from './read-result.js';
export { instrumentFromSheets } from './read-sheets.js';
export { sheetsOfInstrument } from './write-sheets.js';
export { instrumentFromXlsForm, type AboutForm } from './xlsform/instrument-from-xlsform.js';
