export { CountsImport, type CountsImportRequest } from './counts-import.js';
export { Figures, type VersionedFigures } from './figures.js';
export { type ImportReceipt, type ImportRequest } from './import-request.js';
export { ResultsImport, type ResultsImportRequest } from './results-import.js';
export { ResultsModule } from './results.module.js';
