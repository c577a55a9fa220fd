import type { Fault } from '#contract';
import { limits } from './limits.js';
import { filledIn, type RawRow } from './raw-row.js';
import { headerInvalid } from './refusals.js';
import { columnAt, columnsDiffer, faultOf } from './row-fault.js';
import { textFrom } from './values/text.js';

/** The first row that is not empty: the names of the columns. */
export interface Header {
  readonly line: number;
  /** Trimmed and composed as `textFrom` does it, none empty, none twice. */
  readonly names: readonly string[];
  /** How many cells the row has: more than names when it ends in empty ones. */
  readonly width: number;
  readonly positions: ReadonlyMap<string, number>;
}

/**
 * The header a row gives. Empty cells at its end name nothing and are let go. Everything that makes names unusable
 * is refused together, as one problem: an empty name between others, one that stands twice, more columns than
 * the limit.
 */
export function headerOf(row: RawRow, file: string): Header {
  const names: string[] = [];
  const faults: Fault[] = row.flaw ? [faultOf(row.flaw, row.line, [])] : [];
  if (row.width > limits.columns) faults.push(columnsDiffer(row.line, row.width, [], limits.columns));
  for (const cell of row.cells.slice(0, filledIn(row.cells))) {
    const reading = textFrom(cell);
    const name = reading.kind === 'text' ? reading.value : '';
    const where = name || columnAt(names.length, []);
    if (!name) faults.push({ where, line: row.line, reason: 'missing' });
    if (name && names.includes(name))
      faults.push({ where, line: row.line, reason: 'twice', params: { line: row.line } });
    names.push(name);
  }
  if (faults.length > 0) throw headerInvalid(file, faults);
  return { line: row.line, names, width: row.width, positions: new Map(names.map((name, index) => [name, index])) };
}
