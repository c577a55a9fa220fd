import '#documents'; // zod without eval, before the first schema here

export * from './change.js';
export * from './change-across-break.js';
export * from './change-definitions.js';
export * from './counts.js';
export * from './definitions.js';
export * from './estimate.js';
export * from './item-index.js';
export * from './mean-of-scale.js';
export * from './net-promoter.js';
export * from './score.js';
export * from './score-sums.js';
export * from './series-breaks.js';
export * from './share.js';
export * from './stratified-change.js';
export * from './scheme/index.js';
export * from './judge/index.js';
export * from './what-if/index.js';
export * from './like-for-like/index.js';
export * from './robustness/index.js';
