import '#documents'; // zod without eval, before the first schema here

export * from './plan/visit-plan.js';
export * from './visit/device-work.js';
export * from './visit/sent-visit.js';
export * from './visit/visit-state.js';
