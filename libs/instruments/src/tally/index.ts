export * from './layout.js';
export * from './tally.js';
