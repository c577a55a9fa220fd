import { fieldsIn, keyedCells, originOf, type Draft } from '#documents';
import { putText, type Building } from './building.js';
import { instrumentColumns } from './columns.js';
import { optionDrafts } from './read-items.js';

const schema = 'nujoom.instrument/1';

/** The sheet `instrument`: one key a row, its value beside it. */
export function headIn(building: Building): Draft {
  const { tables, origins, report } = building;
  const cells = keyedCells(tables.of.instrument, tables.nameOf('instrument'), instrumentColumns, report);
  origins.set('', originOf(cells, instrumentColumns, 'key'));
  const head: Draft = { schema, ...fieldsIn(cells, instrumentColumns, report) };
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
