export { AnswersImport, type AnswersImportRequest, type AnswersReceipt } from './answers-import.js';
export { CountsImport, type CountsImportRequest } from './counts-import.js';
export { Figures, type VersionedFigures } from './figures.js';
export { type ImportReceipt, type ImportRequest } from './import-request.js';
export { IndicatorsImport, type IndicatorsImportRequest } from './indicators-import.js';
export { ResultsImport, type ResultsImportRequest } from './results-import.js';
export { ResultsModule } from './results.module.js';
export {
  type CentreStars,
  type ProgrammeStars,
  type StarChange,
  type StarLine,
  type StarSource,
} from './star-answers.js';
export { mostDrawn, StarTrials, type StarRobustness, type WhatIfStars } from './star-trials.js';
export { type FormAnswers, type ItemAnswers } from './star-trail.js';
export { mostStarLines, Stars } from './stars.js';
export { type CountedVisit } from './visit-trail.js';
