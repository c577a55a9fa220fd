import { cellsOf, keyedRows, textColumns, textRows, writtenSheet, type KeyedWording, type Sheet } from '#documents';
import type { VisitPlan } from '../visit-plan.js';
import { headColumns, partColumns, sheetColumns, type PartName, type SheetName } from './columns.js';
import { textKeys } from './text-keys.js';

/**
 * A plan as the sheets that `visitPlanFromSheets` reads back as the same plan: all sheets, keys and columns, so that an empty one
 * shows what could stand there.
 */
export function sheetsOfVisitPlan(plan: VisitPlan): readonly Sheet[] {
  const texts = textsOf(plan);
  const languages = textColumns(['ar', 'en'], texts);
  const rows: Readonly<Record<SheetName, readonly (readonly string[])[]>> = {
    plan: keyedRows(plan, headColumns),
    instruments: rowsOf('instruments', plan.instruments),
    waves: rowsOf('waves', plan.waves),
    hours: rowsOf('hours', plan.hours),
    scenarios: rowsOf('scenarios', plan.scenarios),
    centres: rowsOf('centres', plan.centres),
    contradictions: rowsOf('contradictions', plan.contradictions),
    holidays: plan.calendar.holidays.map((day) => [day]),
    texts: textRows(texts, languages),
  };
  const names = Object.keys(sheetColumns) as SheetName[];
  return names.map((name) =>
    writtenSheet(name, [...sheetColumns[name].names, ...(name === 'texts' ? languages : [])], rows[name]),
  );
}

function rowsOf(name: PartName, parts: readonly unknown[]): readonly (readonly string[])[] {
  return parts.map((part) => cellsOf(part, partColumns[name]));
}

function textsOf({ waves, scenarios, contradictions }: VisitPlan): readonly KeyedWording[] {
  return [
    ...waves.map(({ code, title }) => [textKeys.wave(code), title] as const),
    ...scenarios.flatMap(({ code, title, brief }) => [
      [textKeys.scenario(code, 'title'), title] as const,
      [textKeys.scenario(code, 'brief'), brief] as const,
    ]),
    ...contradictions.map(({ message }, at) => [textKeys.contradiction(at + 1), message] as const),
  ];
}
