export { inClauses } from './clauses.js';
export { foldedForSearch } from './folded.js';
export { directionOf, languages, type Language } from './language.js';
export { Problem, faultReasons, type Fault, type FaultReason, type ProblemDetails } from './problem.js';
export { problemStatus, type ProblemCode } from './problem-codes.js';
export { mayDo, roles, verbs, type Role, type Verb } from './roles.js';
export { embedTexts, filled, kioskTexts, type EmbedKey, type KioskKey } from './texts/small-texts.js';
export { texts, textsIn, type Say, type TextKey, type TextParams } from './texts/index.js';
export { Code, Wording, wordingIn } from './wording.js';
