export { ReportPrinter } from './report-printer.js';
export { mostAttempts, printTask } from './scorecard.queries.js';
export { type ScorecardState } from './scorecard.entity.js';
export { Scorecards, type PrintedScorecard, type PrintRequest } from './scorecards.js';
export { ScorecardsModule } from './scorecards.module.js';
export { figuresHashOf, pageOf, programmeName, type Subject } from './subject.js';
