export * from './feed.js';
export * from './gate.js';
export * from './read/read-scheme.js';
export { schemePublishFaults } from './publish-faults.js';
export * from './schema.js';
export * from './scheme.js';
export { schemeContinuationFaults } from './versions/continuation.js';
export * from './versions/differences.js';
export * from './workbook/index.js';
