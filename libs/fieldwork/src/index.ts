import '#documents'; // zod without eval, before the first schema here

export * from './agreement/index.js';
export * from './checks/index.js';
export * from './plan/index.js';
export * from './export/export-file.js';
export * from './visit/device-work.js';
export * from './visit/sent-visit.js';
export * from './visit/visit-state.js';
