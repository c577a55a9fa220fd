export type { Alternative } from './alternatives.js';
export type { Drawing } from './drawn-schemes.js';
export type { Range } from './ranges.js';
export * from './robustness.js';
export type { StarDistribution } from './star-distribution.js';
export { numbersFrom, type NumberSource } from './xoshiro.js';
