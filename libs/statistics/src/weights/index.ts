export * from './cell-weights.js';
export * from './rake.js';
export type { Caps, Margin, RakeFault, RakedCell } from './rake-input.js';
export type { MarginReport, RakeReport } from './rake-report.js';
export * from './weighting-effect.js';
