export {
  AssessmentWork,
  type CriterionSheet,
  type GradingSheet,
  type Sheet,
  type WorkItem,
} from './assessment-work.js';
export type { CycleStatus } from './cycle-status.js';
export type { Assessment, DueDays } from './assessment.queries.js';
export { AssessmentsModule } from './assessments.module.js';
export { Assignments, type AssignmentRequest, type ConflictReceipt, type ConflictRequest } from './assignments.js';
export { CycleCriteria } from './cycle-criteria.js';
export { criteriaOfScheme } from './criteria-of-scheme.js';
export { longestReason, type Criteria, type CriterionRule, type Judgement } from './criteria.js';
export { Evidence, type EvidencePlace, type EvidenceReceipt, type OpenedEvidence } from './evidence.js';
export type { EvidenceItem } from './evidence.queries.js';
export { largestFile } from './evidence-files.js';
export { Gradings, type GradingReceipt, type SentGrading } from './gradings.js';
export { GradingsImport, type GradingsImportReceipt, type GradingsImportRequest } from './gradings-import.js';
export { gradingsAt, settledGradings, type SettledCentre, type SettledGrading } from './settled-gradings.js';
export { slots, type Slot } from './settled.js';
export { Violations, type NotedViolation } from './violations.js';
export { violationsOpenOn, type Violation } from './violation.queries.js';
export type { CentreInCycle } from './visible.js';
