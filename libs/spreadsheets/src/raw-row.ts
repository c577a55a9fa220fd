import { trimmed } from './values/text.js';

/** What is wrong with one cell, before its column's name is known. */
export interface Flaw {
  /** Counted from 0. */
  readonly column: number;
  readonly reason: 'tooLong' | 'notReadable';
  readonly value: string;
  /** For `tooLong`: the characters allowed. */
  readonly max?: number;
}

/** One record as the file has it, before it is held against the header. */
export interface RawRow {
  /** The physical line the record starts in (CSV) or the row's number (workbook), from 1. */
  readonly line: number;
  /** At most `limits.columns` of them. */
  readonly cells: readonly string[];
  /** How many cells there were, kept or not. */
  readonly width: number;
  /** The first thing wrong with the record, or null. */
  readonly flaw: Flaw | null;
}

/** A file of either kind, seen as rows. Each call of `batches` reads it from its beginning. */
export interface Source {
  readonly kind: 'csv' | 'xlsx';
  readonly delimiter: Delimiter | null;
  batches(): AsyncIterable<readonly RawRow[]>;
}

/** What separates the cells of a CSV. */
export type Delimiter = ',' | ';' | '\t';

/** How many cells there are up to the last that holds more than spaces and direction marks. */
export function filledIn(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => trimmed(cell) !== '') + 1;
}

/** Whether nothing stands in the row. */
export function isBlank(row: RawRow): boolean {
  return row.flaw === null && row.width <= row.cells.length && filledIn(row.cells) === 0;
}
