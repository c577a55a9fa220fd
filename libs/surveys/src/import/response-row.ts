import { cellOf, flawsOf, textsOf, type Cell, type Mark } from '#campaigns';
import type { Fault } from '#contract';
import { contentHash, wordsOf } from '#documents';
import { check, columnOfFault, columnsBeside, contributionOf, packContribution, SheetCells, type AnswerSheet } from '#instruments'; // prettier-ignore
import { dayFrom, numberFrom, textFrom, wholeNumberFrom, type FaultCollector, type Row, type SoundRow } from '#spreadsheets'; // prettier-ignore
import { placeKey } from '../invitation/invitation-row.js';
import { RepeatedTexts } from '../response/repeated-texts.js';
import type { ImportCampaign } from './import-campaign.js';
import type { MappedTable } from './mapped-table.js';

/** A response as a row of a table gave it. */
export interface ImportedRow extends Cell {
  readonly line: number;
  /** What it is known by: its own number, or all that it says. */
  readonly key: string;
  /** Whether the table numbers it: another row with the same number is a fault, while two may say the same. */
  readonly isNumbered: boolean;
  readonly place: number;
  /** The day it was given on; null: not known. */
  readonly givenOn: string | null;
  /** Empty: not known. */
  readonly language: string;
  readonly sheet: AnswerSheet;
  /** What it adds to tallies, packed. */
  readonly contribution: Uint8Array;
  readonly seconds: number | null;
  readonly marks: readonly Mark[];
}

const ofPlace = ['agency', 'centre', 'service', 'channel'] as const;
/** What tells a response from another, or when and how it was given: of employees nobody asks that. */
const ofGiving = ['id', 'date', 'language', 'seconds'] as const;
type OwnColumn = (typeof ofPlace)[number] | (typeof ofGiving)[number];

/** A month: nobody takes longer. */
const mostSeconds = 2_592_000;
/** Of somebody's own number. */
const longestId = 200;

/** What is wrong with a header: no column says where, some are nobody's, or tell too much about employees. */
export function headerFaults(table: MappedTable, { rules, instrument }: ImportCampaign): Fault[] {
  const { header } = table;
  const beside = columnsBeside(instrument.compiled.instrument, header);
  const isOwn = (column: string) => ([...ofPlace, ...ofGiving] as readonly string[]).includes(column);
  const telling = rules.study === 'employee-happiness' ? ofGiving.filter((column) => beside.includes(column)) : [];
  const nowhere = header.includes('agency') || header.includes('centre') ? [] : ['agency'];
  const faults = (columns: readonly string[], reason: Fault['reason']) =>
    columns.map((column): Fault => ({ where: table.nameOf(column).slice(0, 200), line: 1, reason }));
  return [
    ...faults(nowhere, 'missing'),
    ...faults(telling, 'notSupported'),
    ...faults(
      beside.filter((column) => !isOwn(column)),
      'unknown',
    ),
  ];
}

/** Reads the rows of a table of responses, each held against the campaign and its instrument. */
export class ResponseRows {
  private readonly sheets: SheetCells;
  private readonly columns: ReadonlySet<string>;
  private readonly repeated = new RepeatedTexts();

  constructor(
    private readonly campaign: ImportCampaign,
    private readonly table: MappedTable,
    private readonly faults: FaultCollector,
  ) {
    this.sheets = new SheetCells(campaign.instrument.compiled.instrument, table.header);
    this.columns = new Set(table.header);
  }

  /** One row; null when something in it is wrong, which is then among the faults. */
  read(row: Row): ImportedRow | null {
    const before = this.faults.count;
    if (row.fault) {
      this.faults.add(row.fault);
      return null;
    }
    const place = this.placeIn(row);
    const given = { id: this.idIn(row), givenOn: this.dayIn(row), language: this.languageIn(row), seconds: this.secondsIn(row) }; // prettier-ignore
    const sheet = this.sheets.sheetOf({ text: (column) => this.text(row, column), number: figureIn });
    for (const fault of check(this.campaign.instrument.compiled, sheet, { finished: true }))
      this.sheetFault(row, fault);
    return this.faults.count > before || place === null ? null : this.rowOf(row.line, place, sheet, given);
  }

  private rowOf(
    line: number,
    place: number,
    sheet: AnswerSheet,
    { id, ...given }: Pick<ImportedRow, 'givenOn' | 'language' | 'seconds'> & { readonly id: string | null },
  ): ImportedRow {
    const { rules, instrument } = this.campaign;
    return {
      line,
      key: id ?? contentHash({ place, sheet, ...given }),
      isNumbered: id !== null,
      place,
      ...given,
      sheet,
      marks: this.marksOf(line, sheet, given.seconds),
      ...cellOf(rules, sheet),
      contribution: packContribution(contributionOf(instrument.layout, instrument.compiled, sheet)),
    };
  }

  /** As of a response that came in by itself; of employees no text is held against another. */
  private marksOf(line: number, sheet: AnswerSheet, seconds: number | null): readonly Mark[] {
    const { id, rules, instrument } = this.campaign;
    const form = instrument.compiled.instrument;
    const flaws = flawsOf(rules, form, { sheet, seconds });
    if (rules.study === 'employee-happiness') return flaws;
    const isRepeated = this.repeated.isRepeated(id, String(line), textsOf(sheet, form, rules.quality.identicalText));
    return isRepeated ? [...flaws, 'identicalText'] : flaws;
  }

  private placeIn(row: SoundRow): number | null {
    const before = this.faults.count;
    const codes = ofPlace.map((column) => this.own(row, column));
    const place = this.campaign.places.get(placeKey(codes));
    if (place !== undefined || this.faults.count > before) return place ?? null;
    const named = ofPlace.filter((_, at) => codes[at] !== null).at(-1);
    const asked = this.columns.has('agency') ? 'agency' : 'centre';
    this.fault(row, named ?? asked, named === undefined ? 'missing' : 'unknown');
    return null;
  }

  private idIn(row: SoundRow): string | null {
    const id = this.own(row, 'id');
    if (id === null && this.columns.has('id')) this.fault(row, 'id', 'missing');
    else if (id !== null && id.length > longestId) this.fault(row, 'id', 'tooLong', { max: longestId });
    return id;
  }

  private dayIn(row: SoundRow): string | null {
    if (!this.columns.has('date')) return null;
    const read = dayFrom(this.table.text(row, 'date'));
    const { min, max } = this.campaign.days;
    if (read.kind === 'fault') this.fault(row, 'date', read.reason, read.params);
    if (read.kind !== 'day') return null;
    if (read.value < min || read.value > max) this.fault(row, 'date', 'outOfRange', { min, max });
    return read.value;
  }

  private languageIn(row: SoundRow): string {
    const { languages } = this.campaign;
    const language = this.own(row, 'language') ?? '';
    if (language !== '' && !languages.includes(language)) {
      this.fault(row, 'language', 'notOneOf', { options: wordsOf(languages) });
    }
    return language;
  }

  private secondsIn(row: SoundRow): number | null {
    if (!this.columns.has('seconds')) return null;
    const read = wholeNumberFrom(this.table.text(row, 'seconds'));
    if (read.kind === 'fault') this.fault(row, 'seconds', read.reason, read.params);
    if (read.kind !== 'number') return null;
    if (read.value > mostSeconds) this.fault(row, 'seconds', 'outOfRange', { min: 0, max: mostSeconds });
    return read.value;
  }

  private own(row: SoundRow, column: OwnColumn): string | null {
    return this.columns.has(column) ? this.text(row, column) : null;
  }

  private text(row: SoundRow, column: string): string | null {
    const read = textFrom(this.table.text(row, column));
    if (read.kind === 'fault') this.fault(row, column, read.reason);
    return read.kind === 'text' ? read.value : null;
  }

  /** A fault of the sheet under the column it is about. */
  private sheetFault(row: SoundRow, fault: Fault): void {
    const column = columnOfFault(fault.where);
    const known = [column, column.replace(/[.[].*$/s, '')].find((one) => this.columns.has(one));
    if (known === undefined) this.faults.add({ ...fault, where: column, line: row.line });
    else this.faults.add({ ...fault, ...this.table.found(row, known), line: row.line });
  }

  private fault(row: SoundRow, column: string, reason: Fault['reason'], params?: Fault['params']): void {
    this.faults.add({ ...this.table.found(row, column), line: row.line, reason, ...(params ? { params } : {}) });
  }
}

function figureIn(text: string): number | null {
  const read = numberFrom(text);
  return read.kind === 'number' ? read.value : null;
}
