export * from './sheet-cells.js';
