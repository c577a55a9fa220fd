export { limits } from './limits.js';
export { readWorkbook, type WorkbookBounds } from './read-workbook.js';
export type { Delimiter } from './raw-row.js';
export type { FaultyRow, Row, SoundRow } from './row.js';
export { openTable, type Table } from './table.js';
export type { DecimalStyle } from './values/figure.js';
export { numberFrom, wholeNumberFrom, type NumberReading, type WholeNumberReading } from './values/number.js';
export { textFrom, type TextReading } from './values/text.js';
export { writeWorkbook, type WorkbookLook } from './write-workbook.js';
