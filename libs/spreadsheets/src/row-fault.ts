import type { Fault } from '#contract';
import type { Flaw } from './raw-row.js';

/** A column's name, or `#3` for the third one where it has none. */
export function columnAt(index: number, names: readonly string[]): string {
  return names[index] || `#${index + 1}`;
}

/** A flaw as readers of the report see it. */
export function faultOf(flaw: Flaw, line: number, names: readonly string[]): Fault {
  const { column, reason, value, max } = flaw;
  return { where: columnAt(column, names), line, value, reason, ...(max !== undefined && { params: { max } }) };
}

/** A row that is shorter or longer than the header; `where` is the first column without its cell, or without a name. */
export function columnsDiffer(line: number, found: number, names: readonly string[], expected = names.length): Fault {
  const where = columnAt(Math.min(found, expected), names);
  return { where, line, reason: 'columnsDiffer', params: { found, expected } };
}
