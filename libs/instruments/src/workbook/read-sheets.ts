import type { Fault } from '#contract';
import { firstFaults, reportTo, statementsIn, tablesOf, textsIn, type Draft, type Sheet } from '#documents';
import type { Building } from './building.js';
import { neededSheets, sheetColumns } from './columns.js';
import { isItemType } from './read-items.js';
import { optionListsOf } from './option-lists.js';
import { headIn, scalesIn } from './read-head.js';
import type { ReadSheets } from './read-result.js';
import { dimensionsIn, sectionsIn } from './read-sections.js';

/**
 * An instrument from the sheets of a workbook: `instrument` (keys and values), `dimensions`, `sections`, `items`, `options`
 * (scales and lists of choices), `constraints`, `statements` (about the version before) and `texts` (a row each, a column
 * for each language). Names of sheets and columns do not heed case; numbers may be in Arabic digits; formulas are refused,
 * as are columns, keys and texts that nothing knows. What stands in the cells is judged by `readInstrument` after this.
 */
export function instrumentFromSheets(sheets: readonly Sheet[]): ReadSheets {
  const faults: Fault[] = [];
  const report = reportTo(faults);
  const tables = tablesOf(sheets, sheetColumns, neededSheets, report);
  if (!tables) return { document: null, faults: firstFaults(faults), origins: new Map() };
  const building: Building = {
    tables,
    texts: textsIn(tables.of.texts, report),
    lists: optionListsOf(tables.of.options, report),
    usedLists: new Set(),
    origins: new Map(),
    faults,
    report,
  };
  const document = documentIn(building);
  // Where something else is wrong, what has no effect may be meant for it: it is told when all else is right.
  const isClear = faults.length === 0 && tables.of.items.rows.every((row) => isItemType(row.cell('type')));
  const unused = isClear ? [...building.texts.unused()] : [];
  for (const row of unused) report(row.placeOf('key'), 'noEffect', undefined, row.cell('key'));
  return { document: faults.length === 0 ? document : null, faults: firstFaults(faults), origins: building.origins };
}

function documentIn(building: Building): Draft {
  const { tables, origins, report } = building;
  const head = headIn(building);
  const dimensions = dimensionsIn(building);
  const sections = sectionsIn(building);
  const scales = scalesIn(building);
  const stated = head['previous'] as Draft | undefined;
  const previous = statementsIn(tables.of.statements, { column: 'item', member: 'items' }, stated, origins, report);
  return { ...head, dimensions, scales, sections, ...(previous ? { previous } : {}) };
}
