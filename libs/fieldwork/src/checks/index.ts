export type {
  CheckContext,
  CheckedVisit,
  EarlierComment,
  KnownPhoto,
  Neighbour,
  VisitWindow,
} from './check-context.js';
export { contextOf } from './check-context.js';
export { answeredIn, commentsIn, type Answered, type WrittenComment } from './answered.js';
export { contradictionFaults, contradictionsOf, type Contradicting } from './contradictions.js';
export { metresBetween, type Point, type RoughPoint } from './distance.js';
export { findingCodes, findingText, findingWeight, serious } from './finding.js';
export type { Finding, FindingCode, FindingWeight } from './finding.js';
export { findingsOf } from './findings-of.js';
export { hammingDistance, type Fingerprint } from './fingerprint.js';
export { isOpenAt, OpeningHours, OpenSpan } from './opening-hours.js';
export { minutesSpent, neighbourOf } from './presence.js';
