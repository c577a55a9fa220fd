export * from './feed.js';
export * from './gate.js';
export * from './scheme.js';
