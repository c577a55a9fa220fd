export * from './judgement.js';
export * from './unit-evidence.js';
