export { agreementOf, type OverallAgreement, type VisitAgreement } from './agreement-of.js';
export type { ComparedBy } from './compared-items.js';
export type { ItemAgreement } from './item-agreement.js';
export { leniencyOf, type JudgedVisit, type Leniency } from './leniency.js';
export { reliabilityOf, type Reliability } from './reliability.js';
export type { ScoreAgreement, ScoresAgreement } from './score-agreement.js';
