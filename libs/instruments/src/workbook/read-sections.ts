import { putText, type Building } from './building.js';
import { dimensionColumns, sectionColumns } from './columns.js';
import { fieldsIn, originOf, type Draft } from './fields.js';
import { itemIn } from './read-items.js';
import { rowsBy, type Row, type Table } from './table.js';
import { textKeys } from './texts.js';

/** The sheet `dimensions` with its texts. */
export function dimensionsIn(building: Building, { rows }: Table): readonly Draft[] {
  rowsBy('code', rows, building.report);
  return rows.map((row, at) => {
    const dimension = fieldsIn(row, dimensionColumns, building.report);
    const path = `dimensions[${at}]`;
    building.origins.set(path, originOf(row, dimensionColumns, 'code'));
    putText(building, dimension, path, 'title', textKeys.dimension(row.cell('code'), 'title'), true);
    return dimension;
  });
}

/** The sheets `sections`, `items` and `constraints` with their texts; items in the order of their rows. */
export function sectionsIn(building: Building, sections: Table, items: Table, constraints: Table): readonly Draft[] {
  const { report } = building;
  const known = rowsBy('code', sections.rows, report);
  const asked = rowsBy('code', items.rows, report);
  const itemsOf = grouped('section', items.rows, known, building);
  const constraintsOf = grouped('item', constraints.rows, asked, building);
  return sections.rows.map((row, at) => {
    const path = `sections[${at}]`;
    const section = sectionIn(building, row, path);
    const own = itemsOf.get(row.cell('code')) ?? [];
    section['items'] = own.map((item, index) =>
      itemIn(building, item, `${path}.items[${index}]`, constraintsOf.get(item.cell('code')) ?? []),
    );
    return section;
  });
}

function sectionIn(building: Building, row: Row, path: string): Draft {
  const section = fieldsIn(row, sectionColumns, building.report);
  const code = row.cell('code');
  building.origins.set(path, originOf(row, sectionColumns, 'code'));
  putText(building, section, path, 'title', textKeys.section(code, 'title'), true);
  putText(building, section, path, 'intro', textKeys.section(code, 'intro'), false);
  return section;
}

/** Rows by what they belong to; one that names nothing known is a fault. */
function grouped(
  column: string,
  rows: readonly Row[],
  known: ReadonlyMap<string, Row>,
  { report }: Building,
): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const owner = row.cell(column);
    if (owner === '') report(row.placeOf(column), 'missing');
    else if (!known.has(owner)) report(row.placeOf(column), 'unknown', undefined, owner);
    else groups.set(owner, [...(groups.get(owner) ?? []), row]);
  }
  return groups;
}
