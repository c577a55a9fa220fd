export * from './beside-others.js';
export * from './cycle-figures.js';
export * from './evidence.js';
export * from './figure.js';
export * from './figure-change.js';
export * from './figures-of.js';
export { type Cohort } from './lineage.js';
export * from './published-series.js';
export { figuresSchema } from './schema.js';
