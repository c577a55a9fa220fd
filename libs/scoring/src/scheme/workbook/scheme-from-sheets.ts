import type { Fault } from '#contract';
import { firstFaults } from '../read/fault-at.js';
import { readScheme } from '../read/read-scheme.js';
import type { ReadScheme } from '../read/read-scheme.js';
import { foldedName, sheetColumns } from './columns.js';
import type { SheetName } from './columns.js';
import { draftOf } from './draft-of-sheets.js';
import type { Building } from './draft-of-sheets.js';
import { locatedFault } from './sheet.js';
import type { Origin, SchemeSheet } from './sheet.js';
import { reportTo, tableOf } from './table.js';
import type { Report, Table } from './table.js';
import { isLanguage, SheetTexts } from './texts.js';

const neededSheets: readonly SheetName[] = ['scheme', 'channels', 'components', 'texts'];
const mostRows = 50_000;

/**
 * A scheme from the sheets of a workbook: `scheme` (keys and values), `channels`, `levels`, `components`, `pillars`, `elements`,
 * `criteria`, `bands` (of the whole, or of the component they name), `steps`, `gates`, `statements` (about the version before) and
 * `texts` (a row each, a column for each language). Names of sheets and columns do not heed case, blanks or underscores; numbers may
 * be in Arabic digits; formulas are refused, as are columns, keys and texts that nothing knows.
 *
 * What the cells say is judged by `readScheme`. Faults tell sheet, line and column; at most 1,000.
 */
export function schemeFromSheets(sheets: readonly SchemeSheet[]): ReadScheme {
  const faults: Fault[] = [];
  const report = reportTo(faults);
  const byName = sheetsByName(sheets, report);
  for (const { name, rows } of sheets) {
    if (rows.length > mostRows) report({ sheet: name, line: mostRows + 1, where: name }, 'tooMany', { max: mostRows });
  }
  if (faults.length > 0) return { scheme: null, faults: firstFaults(faults) };
  const origins = new Map<string, Origin>();
  const nameOf = (name: SheetName) => byName.get(foldedName(name))?.name ?? name;
  const tables = tablesOf(byName, report);
  const texts = new SheetTexts(tables.texts, nameOf('texts'), report);
  const document = draftOf({ tables, headSheet: nameOf('scheme'), texts, origins, report });
  if (faults.length > 0) return { scheme: null, faults: firstFaults(faults) };
  // Told only now: the texts of a criterion whose element is misspelt are not what is to be mended.
  for (const row of texts.unused()) report(row.placeOf('key'), 'noEffect', undefined, row.cell('key'));
  const read = readScheme(document);
  const all = firstFaults([...read.faults.map((fault) => locatedFault(origins, fault)), ...faults]);
  return { scheme: all.length === 0 ? read.scheme : null, faults: all };
}

function tablesOf(byName: ReadonlyMap<string, SchemeSheet>, report: Report): Building['tables'] {
  const names = Object.keys(sheetColumns) as SheetName[];
  const open = (name: SheetName): Table => {
    const sheet = byName.get(foldedName(name)) ?? { name, rows: [[...sheetColumns[name].names]] };
    return tableOf(sheet, { ...sheetColumns[name], ...(name === 'texts' ? { allows: isLanguage } : {}) }, report);
  };
  return Object.fromEntries(names.map((name) => [name, open(name)])) as Building['tables'];
}

function sheetsByName(sheets: readonly SchemeSheet[], report: Report): ReadonlyMap<string, SchemeSheet> {
  const byName = new Map<string, SchemeSheet>();
  const known = new Set(Object.keys(sheetColumns));
  for (const sheet of sheets) {
    const name = foldedName(sheet.name);
    const place = { sheet: sheet.name, line: 1, where: sheet.name };
    if (byName.has(name)) report(place, 'twice', { line: 1 });
    else if (!known.has(name)) report(place, 'unknown', undefined, sheet.name);
    byName.set(name, sheet);
  }
  for (const name of neededSheets) if (!byName.has(name)) report({ sheet: name, line: 1, where: name }, 'missing');
  return byName;
}
