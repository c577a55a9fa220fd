import type { Report, Row } from './table.js';

/**
 * Rows by the code of the parent they name in a column; one that names none, or none that is there, is a fault. Each family can
 * be taken once: the first of two parents of one code gets it, so that no workbook grows by being read.
 */
export function familiesOf(
  rows: readonly Row[],
  column: string,
  parents: readonly Row[],
  report: Report,
): (parent: string) => readonly Row[] {
  const families = new Map<string, Row[]>(parents.map((row) => [row.cell('code'), []]));
  families.delete('');
  for (const row of rows) {
    const code = row.cell(column);
    const family = families.get(code);
    if (family) family.push(row);
    else report(row.placeOf(column), code === '' ? 'missing' : 'unknown', undefined, code);
  }
  return (parent) => {
    const family = families.get(parent) ?? [];
    families.delete(parent);
    return family;
  };
}

/** Rows by what stands in a column, in the order of their first rows; one in which nothing stands there is a fault. */
export function groupsBy(column: string, rows: readonly Row[], report: Report): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const name = row.cell(column);
    const group = groups.get(name);
    if (name === '') report(row.placeOf(column), 'missing');
    else if (group) group.push(row);
    else groups.set(name, [row]);
  }
  return groups;
}
