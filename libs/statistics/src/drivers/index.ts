export type { Correlated } from './correlated.js';
export * from './cross-products.js';
export type { Driver, DriverAnalysis, DriverFault } from './driver-analysis.js';
export * from './drivers.js';
export * from './relative-weights.js';
export * from './shapley.js';
