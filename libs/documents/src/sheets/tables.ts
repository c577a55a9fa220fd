import { foldedName } from './folded-name.js';
import type { Sheet } from './sheet.js';
import { cellText, tableOf, type Report, type Table, type TableShape } from './table.js';

const mostRows = 50_000;

/** The sheets of a workbook, opened. */
export interface Tables<N extends string> {
  /** One that is not there has no rows. */
  readonly of: Readonly<Record<N, Table>>;
  /** The name of a sheet as it is written. */
  nameOf(name: N): string;
}

/**
 * Opens the sheets of a workbook, each found by its name, in which neither case nor blanks and underscores count. Null: one is
 * missing, unknown, there twice or longer than 50,000 rows; what else is wrong would be told again when that is mended.
 * @param needed the sheets that must be there
 */
export function tablesOf<N extends string>(
  sheets: readonly Sheet[],
  shapes: Readonly<Record<N, TableShape>>,
  needed: readonly NoInfer<N>[],
  report: Report,
): Tables<N> | null {
  const names = Object.keys(shapes) as N[];
  const byName = sheetsByName(sheets, names, needed, report);
  if (!byName) return null;
  const open = (name: N): Table =>
    tableOf(byName.get(foldedName(name)) ?? { name, rows: [shapes[name].names] }, shapes[name], report);
  return {
    of: Object.fromEntries(names.map((name) => [name, open(name)])) as Record<N, Table>,
    nameOf: (name) => byName.get(foldedName(name))?.name ?? name,
  };
}

/** A sheet with its header, as `tablesOf` reads it: no cell of it is taken for a formula. */
export function writtenSheet(name: string, header: readonly string[], rows: readonly (readonly string[])[]): Sheet {
  return { name, rows: [header, ...rows].map((row) => row.map(cellText)) };
}

function sheetsByName(
  sheets: readonly Sheet[],
  names: readonly string[],
  needed: readonly string[],
  report: Report,
): ReadonlyMap<string, Sheet> | null {
  const known = new Set(names.map(foldedName));
  const byName = new Map<string, Sheet>();
  let isFine = true;
  const refuse: Report = (...fault) => {
    isFine = false;
    report(...fault);
  };
  for (const sheet of sheets) {
    const name = foldedName(sheet.name);
    const place = { sheet: sheet.name, line: 1, where: sheet.name };
    if (byName.has(name)) refuse(place, 'twice', { line: 1 });
    else if (!known.has(name)) refuse(place, 'unknown', undefined, sheet.name);
    if (sheet.rows.length > mostRows) refuse({ ...place, line: mostRows + 1 }, 'tooMany', { max: mostRows });
    byName.set(name, sheet);
  }
  for (const name of needed) {
    if (!byName.has(foldedName(name))) refuse({ sheet: name, line: 1, where: name }, 'missing');
  }
  return isFine ? byName : null;
}
