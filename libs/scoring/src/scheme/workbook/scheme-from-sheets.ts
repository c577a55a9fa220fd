import type { Fault } from '#contract';
import { firstFaults, locatedFault, reportTo, tablesOf, textsIn, type Origin, type Sheet } from '#documents';
import { readScheme } from '../read/read-scheme.js';
import type { ReadScheme } from '../read/read-scheme.js';
import { neededSheets, sheetColumns } from './columns.js';
import { draftOf } from './draft-of-sheets.js';

/**
 * A scheme from the sheets of a workbook: `scheme` (keys and values), `channels`, `levels`, `components`, `pillars`, `elements`,
 * `criteria`, `bands` (of the whole, or of the component they name), `steps`, `gates`, `statements` (about the version before) and
 * `texts` (a row each, a column for each language). Names of sheets and columns do not heed case, blanks or underscores; numbers may
 * be in Arabic digits; formulas are refused, as are columns, keys and texts that nothing knows.
 *
 * What the cells say is judged by `readScheme`. Faults tell sheet, line and column; at most 1,000.
 */
export function schemeFromSheets(sheets: readonly Sheet[]): ReadScheme {
  const faults: Fault[] = [];
  const report = reportTo(faults);
  const tables = tablesOf(sheets, sheetColumns, neededSheets, report);
  if (!tables) return { scheme: null, faults: firstFaults(faults) };
  const origins = new Map<string, Origin>();
  const texts = textsIn(tables.of.texts, report);
  const document = draftOf({ tables, texts, origins, report });
  if (faults.length > 0) return { scheme: null, faults: firstFaults(faults) };
  // Told only now: the texts of a criterion whose element is misspelt are not what is to be mended.
  for (const row of texts.unused()) report(row.placeOf('key'), 'noEffect', undefined, row.cell('key'));
  const read = readScheme(document);
  const all = firstFaults([...read.faults.map((fault) => locatedFault(origins, fault)), ...faults]);
  return { scheme: all.length === 0 ? read.scheme : null, faults: all };
}
