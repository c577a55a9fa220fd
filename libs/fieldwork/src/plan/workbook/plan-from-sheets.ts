import type { Fault } from '#contract';
import {
  fieldsIn,
  firstFaults,
  keyedCells,
  locatedFault,
  originOf,
  reportTo,
  tablesOf,
  textsIn,
  type Draft,
  type Origin,
  type Sheet,
  type SheetDocument,
} from '#documents';
import { partsIn, type Building } from './building.js';
import { headColumns, neededSheets, sheetColumns } from './columns.js';
import { textKeys } from './text-keys.js';

/**
 * A plan of visits from the sheets of a workbook: `plan` (keys and values), `instruments`, `waves`, `hours`, `scenarios`,
 * `centres`, `contradictions`, `holidays` (a row each) and `texts` (a row each, a column for each language). Names of sheets and
 * columns do not heed case, blanks or underscores; numbers, days and hours may be in Arabic digits; formulas are refused, as are
 * columns, keys and texts that nothing knows. An empty cell leaves its member out, so that the default holds. What the cells
 * say is judged by `readVisitPlan` after this.
 */
export function visitPlanFromSheets(sheets: readonly Sheet[]): SheetDocument {
  const faults: Fault[] = [];
  const report = reportTo(faults);
  const origins = new Map<string, Origin>();
  const tables = tablesOf(sheets, sheetColumns, neededSheets, report);
  const json = tables ? draftOf({ tables, texts: textsIn(tables.of.texts, report), origins, report }) : null;
  return {
    json: faults.length === 0 ? json : null,
    faults: firstFaults(faults),
    inSheets: (fault) => locatedFault(origins, fault),
  };
}

function draftOf(building: Building): Draft {
  const { texts, report } = building;
  const head = headIn(building);
  const instruments = partsIn(building, 'instruments', 'instruments');
  const waves = partsIn(building, 'waves', 'waves', ({ code }) => ({ title: textKeys.wave(String(code)) }));
  const hours = partsIn(building, 'hours', 'hours');
  const scenarios = partsIn(building, 'scenarios', 'scenarios', ({ code }) => ({
    title: textKeys.scenario(String(code), 'title'),
    brief: textKeys.scenario(String(code), 'brief'),
  }));
  const centres = partsIn(building, 'centres', 'centres');
  const contradictions = partsIn(building, 'contradictions', 'contradictions', (_, number) => ({
    message: textKeys.contradiction(number),
  }));
  const holidays = partsIn(building, 'holidays', 'calendar.holidays').map(({ day }) => day);
  for (const row of texts.unused()) report(row.placeOf('key'), 'noEffect', undefined, row.cell('key'));
  const calendar = { ...(head['calendar'] as Draft | undefined), holidays };
  return { ...head, instruments, waves, hours, scenarios, centres, contradictions, calendar };
}

/** The sheet `plan`: one key a row, its value beside it. */
function headIn({ tables, origins, report }: Building): Draft {
  const cells = keyedCells(tables.of.plan, tables.nameOf('plan'), headColumns, report);
  origins.set('', originOf(cells, headColumns, 'key'));
  return { schema: 'nujoom.visit-plan/1', ...fieldsIn(cells, headColumns, report) };
}
