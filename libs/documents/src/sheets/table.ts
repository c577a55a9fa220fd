import type { Fault, FaultReason } from '#contract';
import { faultAt, type FaultParams } from '../faults/fault-at.js';
import { foldedName } from './folded-name.js';
import type { Sheet, SheetPlace } from './sheet.js';

/** Anything whose cells can be asked for by column. */
export interface Cells {
  /** The trimmed text in a column; '' when it is empty or there is no such column. */
  cell(column: string): string;
  /** The cell's place, with the name of its column as it is written. */
  placeOf(column: string): SheetPlace;
}

/** One row of a table that holds anything. */
export interface Row extends Cells {
  readonly line: number;
}

/** A sheet under a header that was found good. */
export interface Table {
  /** Names of columns that are not among the known ones, as they are written. */
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

/** What collects faults into a list. */
export function reportTo(faults: Fault[]): Report {
  return ({ where, sheet, line }, reason, params, found) =>
    faults.push({ ...faultAt(where, reason, params, found === '' ? undefined : found), sheet, line });
}

/**
 * Opens a sheet: its header is checked against what it may have, formulas are refused, empty rows are passed over. In the
 * names of columns neither case nor blanks and underscores count.
 */
export function tableOf(sheet: Sheet, shape: TableShape, report: Report): Table {
  const header = (sheet.rows[0] ?? []).map((name) => name.trim());
  const columns = headerColumns(sheet, header, shape, report);
  const placeOf = (line: number, where: string) => ({ sheet: sheet.name, line, where });
  const rows = sheet.rows.flatMap((cells, index): Row[] => {
    const line = index + 1;
    if (index === 0 || cells.every((cell) => cell.trim() === '')) return [];
    reportRow(cells, header, (where) => placeOf(line, where), report);
    return [
      {
        line,
        cell: (column) => plainCell(cells[columns.get(foldedName(column)) ?? -1] ?? ''),
        placeOf: (column) => placeOf(line, header[columns.get(foldedName(column)) ?? -1] ?? column),
      },
    ];
  });
  const known = new Set(shape.names.map(foldedName));
  return { extra: header.filter((name) => name !== '' && !known.has(foldedName(name))), rows };
}

function headerColumns(
  sheet: Sheet,
  header: readonly string[],
  { names, needed, allows }: TableShape,
  report: Report,
): ReadonlyMap<string, number> {
  const columns = new Map<string, number>();
  const known = new Set(names.map(foldedName));
  header.forEach((name, at) => {
    if (name === '') return;
    const place = { sheet: sheet.name, line: 1, where: name };
    if (columns.has(foldedName(name))) report(place, 'twice', { line: 1 });
    else if (!known.has(foldedName(name)) && !allows?.(name)) report(place, 'unknown', undefined, name);
    columns.set(foldedName(name), at);
  });
  for (const name of needed) {
    if (!columns.has(foldedName(name))) report({ sheet: sheet.name, line: 1, where: name }, 'missing');
  }
  return columns;
}

function reportRow(
  cells: readonly string[],
  header: readonly string[],
  at: (where: string) => SheetPlace,
  report: Report,
) {
  cells.forEach((cell, index) => {
    const text = cell.trim();
    const name = header[index] ?? '';
    if (text === '') return;
    if (name === '')
      report(at(`${index + 1}`), 'columnsDiffer', { found: cells.length, expected: header.length }, text);
    else if (text.startsWith('=')) report(at(name), 'formula', undefined, text);
  });
}

/** The text of a cell. One that begins with `=` is a formula, already refused; after an apostrophe it is text. */
function plainCell(cell: string): string {
  const text = cell.trim();
  if (text.startsWith('=')) return '';
  return /^'+=/.test(text) ? text.slice(1) : text;
}

/** Text as a cell holds it, so that no spreadsheet takes it for a formula. */
export function cellText(text: string): string {
  const bare = text.trim(); // as it will be read: blanks before the sign do not make it text
  return /^'*=/.test(bare) ? `'${bare}` : text;
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
