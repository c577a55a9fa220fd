import { familiesOf, fieldsIn, originOf, rowsBy, type Draft, type Row } from '#documents';
import { putText, type Building } from './building.js';
import { dimensionColumns, sectionColumns } from './columns.js';
import { itemIn } from './read-items.js';
import { textKeys } from './text-keys.js';

/** The sheet `dimensions` with its texts. */
export function dimensionsIn(building: Building): readonly Draft[] {
  const { rows } = building.tables.of.dimensions;
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
export function sectionsIn(building: Building): readonly Draft[] {
  const { tables, report } = building;
  const { sections, items, constraints } = tables.of;
  rowsBy('code', sections.rows, report);
  rowsBy('code', items.rows, report);
  const takeItems = familiesOf(items.rows, 'section', sections.rows, report);
  const takeConstraints = familiesOf(constraints.rows, 'item', items.rows, report);
  return sections.rows.map((row, at) => {
    const path = `sections[${at}]`;
    const section = sectionIn(building, row, path);
    section['items'] = takeItems(row.cell('code')).map((item, index) =>
      itemIn(building, item, `${path}.items[${index}]`, takeConstraints(item.cell('code'))),
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
