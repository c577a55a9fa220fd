import type { Fault, FaultReason } from '#contract';
import { faultAt } from '../read/fault-at.js';
import type { FaultParams } from '../read/fault-at.js';
import { foldedName } from './columns.js';
import type { SchemeSheet, SheetPlace } from './sheet.js';

/** Anything whose cells can be asked for by column. */
export interface Cells {
  /** The trimmed text in a column; '' when it is empty or there is no such column. */
  cell(column: string): string;
  placeOf(column: string): SheetPlace;
}

/** One row of a table that holds anything. */
export interface Row extends Cells {
  readonly line: number;
}

/** A sheet under its header. */
export interface Table {
  /** Columns that are not among the known ones, as they are written. */
  readonly extra: readonly string[];
  readonly rows: readonly Row[];
}

/** Which columns a sheet may have. */
export interface TableShape {
  readonly names: readonly string[];
  readonly needed: readonly string[];
  /** Whether a column of another name may stand here as well. */
  readonly allows?: (name: string) => boolean;
}

/** Takes note of what is wrong in a cell. */
export type Report = (place: SheetPlace, reason: FaultReason, params?: FaultParams, found?: string) => void;

export function reportTo(faults: Fault[]): Report {
  return ({ where, sheet, line }, reason, params, found) => {
    faults.push({ ...faultAt(where, reason, params, found === '' ? undefined : found), sheet, line });
  };
}

/** Opens a sheet: its header is checked against what it may have, formulas are refused, empty rows are passed over. */
export function tableOf({ name: sheet, rows }: SchemeSheet, shape: TableShape, report: Report): Table {
  const header = (rows[0] ?? []).map((name) => name.trim());
  const columns = headerColumns(sheet, header, shape, report);
  const known = new Set(shape.names.map(foldedName));
  return {
    extra: header.filter((name) => name !== '' && !known.has(foldedName(name))),
    rows: rows.flatMap((cells, index): Row[] => {
      const line = index + 1;
      if (index === 0 || cells.every((cell) => cell.trim() === '')) return [];
      reportCells(cells, header, { sheet, line, where: '' }, report);
      const cell = (column: string) => plainCell(cells[columns.get(foldedName(column)) ?? -1] ?? '');
      return [{ line, cell, placeOf: (where) => ({ sheet, line, where }) }];
    }),
  };
}

function headerColumns(
  sheet: string,
  header: readonly string[],
  { names, needed, allows }: TableShape,
  report: Report,
): ReadonlyMap<string, number> {
  const columns = new Map<string, number>();
  const known = new Set(names.map(foldedName));
  header.forEach((name, at) => {
    const folded = foldedName(name);
    if (folded === '') return;
    const place = { sheet, line: 1, where: name };
    if (columns.has(folded)) report(place, 'twice', { line: 1 });
    else if (!known.has(folded) && !allows?.(name)) report(place, 'unknown', undefined, name);
    columns.set(folded, at);
  });
  for (const name of needed) if (!columns.has(foldedName(name))) report({ sheet, line: 1, where: name }, 'missing');
  return columns;
}

function reportCells(cells: readonly string[], header: readonly string[], place: SheetPlace, report: Report): void {
  cells.forEach((cell, index) => {
    const text = cell.trim();
    const where = header[index] ?? '';
    if (text === '') return;
    if (where === '') {
      const params = { found: cells.length, expected: header.length };
      report({ ...place, where: String(index + 1) }, 'columnsDiffer', params, text);
    } else if (text.startsWith('=')) report({ ...place, where }, 'formula', undefined, text);
  });
}

/** One that begins with `=` is a formula, and refused already; after an apostrophe it is text. */
function plainCell(cell: string): string {
  const text = cell.trim();
  if (text.startsWith('=')) return '';
  return /^'+=/.test(text) ? text.slice(1) : text;
}

/** Text as a cell holds it, so that no spreadsheet takes it for a formula. */
export function cellText(text: string): string {
  return /^'*=/.test(text) ? `'${text}` : text;
}

/** The rows by what stands in a column: each must hold something there, and no two the same. */
export function rowsBy(column: string, rows: readonly Row[], report: Report): ReadonlyMap<string, Row> {
  const byKey = new Map<string, Row>();
  for (const row of rows) {
    const key = row.cell(column);
    const earlier = byKey.get(key);
    if (key === '') report(row.placeOf(column), 'missing');
    else if (earlier) report(row.placeOf(column), 'twice', { line: earlier.line }, key);
    else byKey.set(key, row);
  }
  return byKey;
}
