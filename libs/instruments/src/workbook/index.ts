export { instrumentFromSheets } from './read-sheets.js';
export { locateFault, type Origin, type Origins, type ReadSheets, type Sheet, type SheetPlace } from './sheet.js';
export { sheetsOfInstrument } from './write-sheets.js';
export { instrumentFromXlsForm, type AboutForm } from './xlsform/instrument-from-xlsform.js';
