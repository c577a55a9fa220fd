export * from './layout.js';
export * from './tally.js';
export * from './contribution.js';
export * from './packed-contribution.js';
