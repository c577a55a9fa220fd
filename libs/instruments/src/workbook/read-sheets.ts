import type { Fault } from '#contract';
import { firstFaults } from '../fault-at.js';
import type { Building } from './building.js';
import { foldedName, sheetColumns, type SheetName } from './columns.js';
import type { Draft } from './fields.js';
import { optionListsOf } from './option-lists.js';
import { headIn, scalesIn, statementsIn } from './read-head.js';
import { dimensionsIn, sectionsIn } from './read-sections.js';
import type { ReadSheets, Sheet } from './sheet.js';
import { reportTo, tableOf, type Report, type Table } from './table.js';
import { isLanguage, textsOf } from './texts.js';

const neededSheets: readonly SheetName[] = ['instrument', 'sections', 'items', 'texts'];

/**
 * An instrument from the sheets of a workbook: `instrument` (keys and values), `dimensions`, `sections`, `items`, `options`
 * (scales and lists of choices), `constraints`, `statements` (about the version before) and `texts` (a row each, a column
 * for each language). Names of sheets and columns do not heed case; numbers may be in Arabic digits; formulas are refused,
 * as are columns, keys and texts that nothing knows. What stands in the cells is judged by `readInstrument` after this.
 */
export function instrumentFromSheets(sheets: readonly Sheet[]): ReadSheets {
  const faults: Fault[] = [];
  const report = reportTo(faults);
  const byName = sheetsByName(sheets, report);
  const open = (name: SheetName): Table => {
    const sheet = byName.get(foldedName(name)) ?? { name, rows: [[...sheetColumns[name].names]] };
    return tableOf(sheet, { ...sheetColumns[name], ...(name === 'texts' ? { allows: isLanguage } : {}) }, report);
  };
  const nameOf = (name: SheetName) => byName.get(foldedName(name))?.name ?? name;
  const building: Building = {
    texts: textsOf(open('texts'), report),
    lists: optionListsOf(open('options'), report),
    usedLists: new Set(),
    origins: new Map(),
    faults,
    textSheet: nameOf('texts'),
    report,
  };
  const document = documentIn(building, open, nameOf('instrument'));
  for (const row of building.texts.unused()) report(row.placeOf('key'), 'noEffect', undefined, row.cell('key'));
  return { document: faults.length === 0 ? document : null, faults: firstFaults(faults), origins: building.origins };
}

function documentIn(building: Building, open: (name: SheetName) => Table, instrumentSheet: string): Draft {
  const head = headIn(building, open('instrument'), instrumentSheet);
  const dimensions = dimensionsIn(building, open('dimensions'));
  const sections = sectionsIn(building, open('sections'), open('items'), open('constraints'));
  const scales = scalesIn(building);
  const previous = statementsIn(building, open('statements'), head);
  return { ...head, dimensions, scales, sections, ...(previous ? { previous } : {}) };
}

function sheetsByName(sheets: readonly Sheet[], report: Report): ReadonlyMap<string, Sheet> {
  const byName = new Map<string, Sheet>();
  const known = new Set(Object.keys(sheetColumns));
  for (const sheet of sheets) {
    const name = foldedName(sheet.name.trim());
    const place = { sheet: sheet.name, line: 1, where: sheet.name };
    if (byName.has(name)) report(place, 'twice', { line: 1 });
    else if (!known.has(name)) report(place, 'unknown', undefined, sheet.name);
    byName.set(name, sheet);
  }
  for (const name of neededSheets) if (!byName.has(name)) report({ sheet: name, line: 1, where: name }, 'missing');
  return byName;
}
