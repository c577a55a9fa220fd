import { createHash } from 'node:crypto';
import type { Fault } from '#contract';
import {
  check,
  type AnswerSheet,
  type AnswerValue,
  type CompiledInstrument,
  type Given,
  type Item,
} from '#instruments';
import type { ServingCentre } from '#network';
import { numberFrom, textFrom, type Row, type SoundRow } from '#spreadsheets';
import type { FaultCollector } from './fault-collector.js';

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
  const items = new Set(instrument.sections.flatMap((section) => section.items.map(({ code }) => code)));
  const missing = (['id', 'centre'] as const).filter((column) => !header.includes(column));
  const foreign = header.filter((column) => {
    const [code = '', part] = column.split('#');
    return !(own as readonly string[]).includes(column) && !(items.has(code) && (part ?? 'comment') === 'comment');
  });
  return [
    ...missing.map((where): Fault => ({ where, line: 1, reason: 'missing' })),
    ...foreign.map((where): Fault => ({ where: where.slice(0, 200), line: 1, reason: 'unknown' })),
  ];
}

/** Reads rows of answers: one row a filled instrument, one column an item, `item#comment` a remark on its answer. */
export class AnswersReader {
  private readonly items: readonly Item[];

  constructor(
    private readonly instrument: CompiledInstrument,
    private readonly header: readonly string[],
    private readonly centres: ReadonlyMap<string, ServingCentre>,
    private readonly period: { readonly startsOn: string; readonly endsOn: string },
    private readonly faults: FaultCollector,
  ) {
    this.items = instrument.instrument.sections
      .flatMap((section) => section.items)
      .filter(({ code }) => header.includes(code));
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
    for (const fault of wrong) this.faults.add({ ...fault, line: row.line, where: columnOf(fault.where) });
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
    const day = this.text(row, 'date');
    if (day === null) return null;
    const { startsOn, endsOn } = this.period;
    const isDay = /^[12]\d{3}-\d{2}-\d{2}$/.test(day) && new Date(day).toJSON()?.startsWith(day) === true;
    if (!isDay) this.fault(row, 'date', { reason: 'invalid', params: { expected: '2026-01-31' } });
    else if (day < startsOn || day > endsOn) {
      this.fault(row, 'date', { reason: 'outOfRange', params: { min: startsOn, max: endsOn } });
    }
    return day;
  }

  private sheetIn(row: SoundRow): AnswerSheet {
    const answers: Record<string, Given> = {};
    for (const item of this.items) {
      const text = this.text(row, item.code);
      const comment = this.header.includes(`${item.code}#comment`) ? this.text(row, `${item.code}#comment`) : null;
      if (text === null && comment === null) continue;
      answers[item.code] = { ...(text === null ? {} : givenIn(item, text)), ...(comment === null ? {} : { comment }) };
    }
    return { answers };
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

/**
 * The answer a cell holds: `na:REASON` where it does not apply; several options or ranks with a bar between (`a|b`); the
 * rows of a matrix as `row=option|row=option`; a pair of stamps as `from/to` in ISO; location as `latitude,longitude,metres`.
 */
function givenIn(item: Item, text: string): Given {
  if (text.startsWith('na:')) return { notApplicable: text.slice(3) };
  return { value: valueIn(item, text) };
}

function valueIn(item: Item, text: string): AnswerValue {
  const [from = '', to = ''] = text.split('/');
  switch (item.type) {
    case 'number':
    case 'money': {
      const read = numberFrom(text);
      return read.kind === 'number' ? read.value : text; // as text it is refused by `check`, with what is expected
    }
    case 'choices':
    case 'ranking':
      return text.split('|');
    case 'matrix':
      return { rows: Object.fromEntries(text.split('|').map((pair) => pair.split('=', 2) as [string, string])) };
    case 'timePair':
      return { from, to };
    default:
      return text;
  }
}

/** A fault's place in the answers as a column: `answers.queue.comment` stands under `queue#comment`. */
function columnOf(where: string): string {
  return where.replace(/^answers\./, '').replace(/\.comment$/, '#comment');
}
