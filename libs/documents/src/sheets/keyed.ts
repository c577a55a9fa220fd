import { foldedName } from './folded-name.js';
import type { Column } from './column.js';
import { cellsOf } from './fields.js';
import { rowsBy, type Cells, type Report, type Table } from './table.js';

/**
 * The values of a sheet of keys and values, one key a row, as if the keys were its columns. In keys neither case nor blanks and
 * underscores count; one that is not among the columns is a fault.
 * @param sheet the name of the sheet as it is written: what has no row is missed there
 */
export function keyedCells(table: Table, sheet: string, columns: readonly Column[], report: Report): Cells {
  const rows = new Map([...rowsBy('key', table.rows, report)].map(([key, row]) => [foldedName(key), row]));
  const known = new Set(columns.map(({ name }) => foldedName(name)));
  for (const [key, row] of rows) if (!known.has(key)) report(row.placeOf('key'), 'unknown', undefined, row.cell('key'));
  return {
    cell: (key) => rows.get(foldedName(key))?.cell('value') ?? '',
    placeOf: (key) => rows.get(foldedName(key))?.placeOf('value') ?? { sheet, line: 1, where: key },
  };
}

/** The rows of such a sheet; a member that is absent has its key and an empty value. */
export function keyedRows(part: unknown, columns: readonly Column[]): readonly (readonly string[])[] {
  const values = cellsOf(part, columns);
  return columns.map(({ name }, at) => [name, values[at] ?? '']);
}
