import { daysOf, periodAround, type CycleKind, type Days, type Period } from '#cycles';
import type { FaultCollector, Row } from '#spreadsheets';
import { Cells } from './cells.js';
import type { CountsMapping } from './counts-mapping.js';

/** One row of a table of counts, read: who chose what in one period of one service through one channel. */
export interface CountsRow extends Days {
  readonly line: number;
  readonly agency: string;
  readonly service: string;
  readonly channel: string;
  /** The cycle the period lies in. */
  readonly cycle: Period;
  /** How many chose each answer, the worst first. */
  readonly counts: readonly number[];
  /** The figure published with them; null: none. */
  readonly published: number | null;
}

/** Which kind of cycle periods are folded into. */
export interface CycleChoice {
  readonly kind: CycleKind;
  /** The month in which a fiscal year begins, 1 to 12. */
  readonly fiscalStart?: number;
}

/** Every column that a mapping of counts names. */
export function countColumnsOf(mapping: CountsMapping): (string | undefined)[] {
  const { agencyColumn, service, channel, period, item } = mapping;
  return [agencyColumn, service, channel, period, ...item.options, item.published];
}

/** Reads one row; null when something in it cannot be read, which is then in `faults`. */
export function readCountsRow(
  row: Row,
  mapping: CountsMapping,
  choice: CycleChoice,
  faults: FaultCollector,
): CountsRow | null {
  const before = faults.count;
  if (row.fault) {
    faults.add(row.fault);
    return null;
  }
  const cells = new Cells(row, mapping.decimal ?? 'point', faults);
  const agency = mapping.agencyColumn ? cells.agency(mapping.agencyColumn) : (mapping.agency ?? '');
  const service = cells.code(mapping.service);
  const channel = cells.code(mapping.channel);
  const period = periodIn(cells, mapping.period, choice);
  // Nobody having chosen an answer is written 0; an empty cell says that it is not known, so the row cannot be counted.
  const counts = mapping.item.options.map((column) => cells.count(column, true) ?? 0);
  const published = mapping.item.published ? cells.number(mapping.item.published, 0, 100) : null;
  if (!period || faults.count > before) return null;
  return { line: row.line, agency, service, channel, ...period, counts, published };
}

function periodIn(cells: Cells, column: string, choice: CycleChoice): (Days & { readonly cycle: Period }) | null {
  const days = daysOf(cells.text(column) ?? '');
  if (!days) {
    cells.fault(column, 'notAPeriod');
    return null;
  }
  const cycle = periodAround(choice.kind, days.startsOn, choice.fiscalStart);
  if (days.endsOn <= cycle.endsOn) return { ...days, cycle };
  cells.fault(column, 'periodTooLong', { cycle: cycle.key });
  return null;
}
