export { compileScheme } from './compile-scheme.js';
export * from './compiled-scheme.js';
export { judge } from './judge.js';
export * from './judge-agency.js';
export * from './judge-briefly.js';
export * from './judgement.js';
export * from './programme.js';
export * from './unit-evidence.js';
