export * from './answers.js';
export * from './document/instrument.js';
export * from './document/item.js';
export * from './document/rules.js';
export * from './document/scale.js';
