import type { Draft } from './fields.js';
import type { Origin } from './sheet.js';
import { rowsBy, type Report, type Row, type Table } from './table.js';

/**
 * The sheet `statements`: what this version says of each thing of the one before it, `dropped` among them, as the member
 * `previous` of a document. Null: it says nothing.
 * @param things what is stated of: its column in the sheet, and its member in `previous`
 * @param previous what is known of the version before already
 */
export function statementsIn(
  { rows }: Table,
  { column, member }: { readonly column: string; readonly member: string },
  previous: Draft | undefined,
  origins: Map<string, Origin>,
  report: Report,
): Draft | null {
  if (!previous && rows.length === 0) return null;
  const stated = [...rowsBy(column, rows, report)];
  const dropped = stated.filter(([, row]) => row.cell('statement') === 'dropped');
  const kept = stated.filter(([, row]) => row.cell('statement') !== 'dropped');
  const origin = (row: Row) => () => row.placeOf('statement');
  for (const [code, row] of kept) origins.set(`previous.${member}.${code}`, origin(row));
  dropped.forEach(([, row], at) => origins.set(`previous.dropped[${at}]`, origin(row)));
  return {
    ...previous,
    [member]: Object.fromEntries(kept.map(([code, row]) => [code, row.cell('statement')])),
    dropped: dropped.map(([code]) => code),
  };
}

/** The rows of such a sheet: a code and what is stated of it, then what was dropped. */
export function statementRows(
  stated: Readonly<Record<string, string>>,
  dropped: readonly string[],
): readonly (readonly string[])[] {
  return [...Object.entries(stated), ...dropped.map((code) => [code, 'dropped'])];
}
