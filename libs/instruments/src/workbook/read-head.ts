import { putText, type Building } from './building.js';
import { foldedName, instrumentColumns } from './columns.js';
import { fieldsIn, originOf, type Cells, type Draft } from './fields.js';
import { optionDrafts } from './read-items.js';
import { rowsBy, type Row, type Table } from './table.js';

const schema = 'nujoom.instrument/1';

/** The sheet `instrument`: one key a row, its value beside it. */
export function headIn(building: Building, table: Table, sheet: string): Draft {
  const rows = new Map([...rowsBy('key', table.rows, building.report)].map(([key, row]) => [foldedName(key), row]));
  const cells: Cells = {
    cell: (key) => rows.get(foldedName(key))?.cell('value') ?? '',
    placeOf: (key) => rows.get(foldedName(key))?.placeOf('value') ?? { sheet, line: 1, where: key },
  };
  const known = new Set(instrumentColumns.map(({ name }) => foldedName(name)));
  for (const [key, row] of rows) {
    if (!known.has(key)) building.report(row.placeOf('key'), 'unknown', undefined, row.cell('key'));
  }
  building.origins.set('', originOf(cells, instrumentColumns, 'key'));
  const head: Draft = { schema, ...fieldsIn(cells, instrumentColumns, building.report) };
  putText(building, head, '', 'title', 'title', true);
  putText(building, head, '', 'intro', 'intro', false);
  return head;
}

/** The lists of the sheet `options` that are scales; one that is neither a scale nor used is a fault. */
export function scalesIn(building: Building): readonly Draft[] {
  const scales = [...building.lists.values()].filter(({ kind }) => kind !== null);
  const drafts = scales.map(({ code, kind, origin }, at): Draft => {
    building.origins.set(`scales[${at}]`, origin);
    return { code, kind, options: optionDrafts(building, code, `scales[${at}].options`) };
  });
  for (const { code, first } of building.lists.values()) {
    if (!building.usedLists.has(code)) building.report(first.placeOf('list'), 'noEffect', undefined, code);
  }
  return drafts;
}

/** The sheet `statements`: what this version says of each item of the one before it; null: nothing. */
export function statementsIn(building: Building, { rows }: Table, head: Draft): Draft | null {
  const previous = head['previous'] as Draft | undefined;
  if (!previous && rows.length === 0) return null;
  const stated = [...rowsBy('item', rows, building.report)];
  const dropped = stated.filter(([, row]) => row.cell('statement') === 'dropped');
  const kept = stated.filter(([, row]) => row.cell('statement') !== 'dropped');
  for (const [code, row] of kept) building.origins.set(`previous.items.${code}`, statementOrigin(row));
  dropped.forEach(([, row], at) => building.origins.set(`previous.dropped[${at}]`, statementOrigin(row)));
  return {
    ...previous,
    items: Object.fromEntries(kept.map(([code, row]) => [code, row.cell('statement')])),
    dropped: dropped.map(([code]) => code),
  };
}

const statementOrigin = (row: Row) => () => row.placeOf('statement');
