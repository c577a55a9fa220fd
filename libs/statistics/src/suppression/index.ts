export * from './attack.js';
export * from './average.js';
export * from './feasible-counts.js';
export { cellsOf } from './membership.js';
export * from './model.js';
export { searchLimit } from './small-group.js';
export * from './suppress.js';
