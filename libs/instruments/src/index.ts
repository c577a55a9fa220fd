import '#documents'; // zod without eval, before the first schema here

export * from './answers.js';
export { check } from './check/check.js';
export { compileInstrument } from './check/compile.js';
export { commentLength } from './check/compile-item.js';
export type { CompiledInstrument } from './check/compiled.js';
export { statesOf } from './check/states.js';
export { minutesOf } from './check/values/moments.js';
export { isCondition, readCondition, type Condition } from './conditions/condition.js';
export type { ConditionValue } from './conditions/evaluation.js';
export { scopesOf } from './conditions/scope.js';
export * from './document/instrument.js';
export * from './document/item.js';
export { answerCodesOf, placesOf, scalesOf, type Place } from './document/places.js';
export * from './document/rules.js';
export * from './document/scale.js';
export { instrumentSchema } from './document/schema.js';
export { publishFaults } from './publish-faults.js';
export { readInstrument, type ReadInstrument } from './read/read-instrument.js';
export { comparability } from './versions/comparability.js';
export { continuationFaults } from './versions/continuation.js';
export { madeOf } from './versions/made-of.js';
export * from './score/index.js';
export * from './workbook/index.js';
export * from './tally/index.js';
export * from './table/index.js';
