import { createHash } from 'node:crypto';
import type { Fault } from '#contract';
import {
  check,
  columnOfFault,
  columnsBeside,
  SheetCells,
  type AnswerSheet,
  type CompiledInstrument,
} from '#instruments';
import type { ServingCentre } from '#network';
import { dayFrom, numberFrom, textFrom, type FaultCollector, type Row, type SoundRow } from '#spreadsheets';

/** One filled instrument as a row gave it. */
export interface AnswersRow {
  readonly line: number;
  /** The same for the same id of the same instrument, so that a row sent twice is one. */
  readonly id: string;
  readonly centre: ServingCentre;
  readonly givenOn: string | null;
  readonly sheet: AnswerSheet;
}

/** The columns beside those of items. */
const own = ['id', 'centre', 'date'] as const;

/** What is wrong with the header of a table of answers: columns that are no item's, or missing ones. */
export function headerFaults(header: readonly string[], { instrument }: CompiledInstrument): Fault[] {
  const missing = (['id', 'centre'] as const).filter((column) => !header.includes(column));
  const foreign = columnsBeside(instrument, header).filter((column) => !(own as readonly string[]).includes(column));
  return [
    ...missing.map((where): Fault => ({ where, line: 1, reason: 'missing' })),
    ...foreign.map((where): Fault => ({ where: where.slice(0, 200), line: 1, reason: 'unknown' })),
  ];
}

/** Reads rows of answers: one row a filled instrument, one column an item, `item#comment` a remark on its answer. */
export class AnswersReader {
  private readonly cells: SheetCells;

  constructor(
    private readonly instrument: CompiledInstrument,
    private readonly header: readonly string[],
    private readonly centres: ReadonlyMap<string, ServingCentre>,
    private readonly period: { readonly startsOn: string; readonly endsOn: string },
    private readonly faults: FaultCollector,
  ) {
    this.cells = new SheetCells(instrument.instrument, header);
  }

  /** One row, or null when something in it cannot be read, which is then among the faults. */
  read(row: Row): AnswersRow | null {
    const before = this.faults.count;
    if (row.fault) {
      this.faults.add(row.fault);
      return null;
    }
    const id = this.text(row, 'id');
    if (id === null) this.fault(row, 'id', { reason: 'missing' });
    const centre = this.centreIn(row);
    const givenOn = this.header.includes('date') ? this.dayIn(row) : null;
    const sheet = this.sheetIn(row);
    // Photos stay where the answers were collected: that they are not here is no fault of the answers.
    const wrong = check(this.instrument, sheet, { finished: true }).filter(({ reason }) => reason !== 'evidenceNeeded');
    for (const fault of wrong) this.faults.add({ ...fault, line: row.line, where: columnOfFault(fault.where) });
    if (this.faults.count > before || id === null || centre === null) return null;
    return { line: row.line, id: this.idOf(id), centre, givenOn, sheet };
  }

  private centreIn(row: SoundRow): ServingCentre | null {
    const code = this.text(row, 'centre');
    const centre = code === null ? null : (this.centres.get(code) ?? null);
    if (centre === null) this.fault(row, 'centre', { reason: code === null ? 'missing' : 'unknown' });
    return centre;
  }

  private dayIn(row: SoundRow): string | null {
    const read = dayFrom(row.text('date'));
    const { startsOn: min, endsOn: max } = this.period;
    if (read.kind === 'fault') this.fault(row, 'date', read);
    if (read.kind !== 'day') return null;
    if (read.value < min || read.value > max) this.fault(row, 'date', { reason: 'outOfRange', params: { min, max } });
    return read.value;
  }

  private sheetIn(row: SoundRow): AnswerSheet {
    return this.cells.sheetOf({ text: (column) => this.text(row, column), number: figureIn });
  }

  private text(row: SoundRow, column: string): string | null {
    const read = textFrom(row.text(column));
    if (read.kind === 'fault') this.fault(row, column, { reason: read.reason });
    return read.kind === 'text' ? read.value : null;
  }

  private fault(row: SoundRow, where: string, { reason, params }: Pick<Fault, 'reason' | 'params'>): void {
    const value = this.header.includes(where) ? row.text(where).slice(0, 200) : '';
    this.faults.add({ where, line: row.line, value, reason, ...(params ? { params } : {}) });
  }

  /** A UUID (version 8) that follows from the instrument and the id in the file. */
  private idOf(id: string): string {
    const hash = createHash('sha256').update(`${this.instrument.instrument.code}\n${id}`).digest();
    hash[6] = (hash[6]! & 0x0f) | 0x80;
    hash[8] = (hash[8]! & 0x3f) | 0x80;
    const hex = hash.toString('hex');
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
  }
}

function figureIn(text: string): number | null {
  const read = numberFrom(text);
  return read.kind === 'number' ? read.value : null;
}
