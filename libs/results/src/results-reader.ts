import type { NamedAgency } from '#network';
import { textFrom, type FaultCollector, type Row, type SoundRow } from '#spreadsheets';
import { Cells } from './cells.js';
import { responseRateCode, type MappedMeasure, type ResultsMapping } from './results-mapping.js';

/** One row of a wide table of results, read. */
export interface ResultsRow {
  readonly line: number;
  readonly agency: NamedAgency;
  readonly answers: number | null;
  /** One value a measure of the mapping, in its order; null: missing in the source. */
  readonly values: readonly (number | null)[];
}

/** The measures of a mapping, the response rate as one of them. */
export function measuresOf(mapping: ResultsMapping): readonly MappedMeasure[] {
  if (!mapping.responseRate) return mapping.measures;
  const rate: MappedMeasure = {
    code: responseRateCode,
    column: mapping.responseRate,
    name: { en: 'Response rate', ar: 'نسبة الاستجابة' },
    polarity: 'higher',
    definition: 'responseRate',
    kind: 'participation',
    // A source may say more than 100: staff who joined after those invited were counted.
    max: 200,
  };
  return [...mapping.measures, rate];
}

/** Every column that a mapping of results names. */
export function columnsOf(mapping: ResultsMapping): (string | undefined)[] {
  const { agency, answers, skip = [], responseRate, measures } = mapping;
  const names = [agency.name?.en, agency.name?.ar, agency.group?.en, agency.group?.ar];
  const rules = skip.map((rule) => rule.column);
  return [agency.code, ...names, answers, responseRate, ...rules, ...measures.map((measure) => measure.column)];
}

/** Whether a rule of the mapping leaves the row out. */
export function isLeftOut(row: SoundRow, { skip = [] }: ResultsMapping): boolean {
  return skip.some((rule) => {
    const read = textFrom(row.text(rule.column));
    return read.kind === 'text' && read.value === rule.equals;
  });
}

/** Reads one row; null when something in it cannot be read, which is then in `faults`. */
export function readResultsRow(
  row: Row,
  mapping: ResultsMapping,
  measures: readonly MappedMeasure[],
  faults: FaultCollector,
): ResultsRow | null {
  const before = faults.count;
  if (row.fault) {
    faults.add(row.fault);
    return null;
  }
  const cells = new Cells(row, mapping.decimal ?? 'point', faults);
  const { name, group, code } = mapping.agency;
  const agency = {
    code: cells.agency(code),
    nameEn: cells.name(name?.en),
    nameAr: cells.name(name?.ar),
    groupEn: cells.name(group?.en),
    groupAr: cells.name(group?.ar),
  };
  const values = measures.map(({ column, min = 0, max = 100 }) => cells.number(column, min, max));
  const answers = mapping.answers ? cells.count(mapping.answers) : null;
  return faults.count > before ? null : { line: row.line, agency, answers, values };
}
