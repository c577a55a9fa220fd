import { excerptOf } from '../excerpt.js';
import { limits } from '../limits.js';
import type { Flaw, RawRow } from '../raw-row.js';
import { isText } from '../values/text.js';
import { cellText, type CellContext } from './cell-text.js';
import type { XmlEvents } from './xml-reader.js';
import { attributesOf } from './xml-text.js';

/** A cell while its parts are read. */
interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string;
  hasValue: boolean;
  formula: string | null;
}

/** What stands for a cell with a formula: the result stored beside it, or the formula's own text after `=`. */
export type Formulas = 'results' | 'texts';

/** Collects the rows of a worksheet; `take` hands over those that are complete. */
export class SheetReader implements XmlEvents {
  private rows: RawRow[] = [];
  private inData = false;
  private line = 0;
  private cells: string[] = [];
  private width = 0;
  private nextColumn = 0;
  private size = 0;
  private flaw: Flaw | null = null;
  private cell: OpenCell | null = null;
  private reading: 'nothing' | 'value' | 'formula' = 'nothing';
  private inPhonetic = false;

  constructor(
    private readonly context: CellContext,
    private readonly refusal: () => Error,
    private readonly formulas: Formulas = 'results',
  ) {}

  take(): RawRow[] {
    const rows = this.rows;
    this.rows = [];
    return rows;
  }

  open(name: string, tag: string): void {
    if (name === 'sheetData') this.inData = true;
    if (!this.inData) return;
    if (name === 'row') this.openRow(tag);
    else if (name === 'c') this.openCell(tag);
    else if (name === 'rPh') this.inPhonetic = true;
    else if (this.cell) this.openPart(name, this.cell);
  }

  close(name: string): void {
    if (name === 'sheetData') this.inData = false;
    else if (name === 'row' && this.inData) this.closeRow();
    else if (name === 'c' && this.cell) this.closeCell(this.cell);
    else if (name === 'rPh') this.inPhonetic = false;
    else if (name === 'v' || name === 't' || name === 'f') this.reading = 'nothing';
  }

  text(text: string): void {
    if (!this.cell || this.reading === 'nothing') return;
    if (this.reading === 'formula') this.cell.formula = excerptOf((this.cell.formula ?? '') + text);
    else if (this.cell.value.length <= limits.cell) this.cell.value += text;
  }

  private openRow(tag: string): void {
    const line = Number(attributesOf(tag).get('r') ?? this.line + 1);
    // Rows stand in their order; one that does not, or lies beyond Excel's last, was not written by a spreadsheet.
    if (!Number.isInteger(line) || line <= this.line || line > limits.sheetRows) throw this.refusal();
    this.line = line;
    this.cells = [];
    this.width = 0;
    this.nextColumn = 0;
    this.size = 0;
    this.flaw = null;
  }

  private openCell(tag: string): void {
    const attributes = attributesOf(tag);
    const column = columnOf(attributes.get('r')) ?? this.nextColumn;
    this.nextColumn = column + 1;
    const style = Number(attributes.get('s') ?? 0);
    this.cell = { column, type: attributes.get('t') ?? 'n', style, value: '', hasValue: false, formula: null };
  }

  private openPart(name: string, cell: OpenCell): void {
    if (name === 'f') {
      this.reading = 'formula';
      cell.formula = '';
    } else if (name === 'v' || (name === 't' && !this.inPhonetic)) {
      this.reading = 'value';
      cell.hasValue = true;
    }
  }

  private closeCell(cell: OpenCell): void {
    this.cell = null;
    const text = this.textOf(cell);
    this.size += text?.length ?? 0;
    if (text === null || !isText(text)) this.spoil(cell, 'notReadable', shownOf(cell));
    else if (text.length > limits.cell) this.spoil(cell, 'tooLong', text, limits.cell);
    else if (this.size > limits.record) this.spoil(cell, 'tooLong', text, limits.record);
    else if (text !== '') this.keep(cell.column, text);
  }

  /** A formula that was never calculated has no value to read, which is not the same as an empty cell. */
  private textOf(cell: OpenCell): string | null {
    if (cell.formula !== null && this.formulas === 'texts') return formulaOf(cell);
    if (cell.hasValue) return cellText(cell.type, cell.value, cell.style, this.context);
    return cell.formula === null ? '' : null;
  }

  private keep(column: number, text: string): void {
    this.width = Math.max(this.width, column + 1);
    while (this.cells.length < Math.min(column, limits.columns)) this.cells.push('');
    if (column < limits.columns) this.cells[column] = text;
  }

  private spoil({ column }: OpenCell, reason: Flaw['reason'], value: string, max?: number): void {
    this.flaw ??= { column, reason, value: excerptOf(value), ...(max !== undefined && { max }) };
  }

  private closeRow(): void {
    this.rows.push({ line: this.line, cells: this.cells, width: this.width, flaw: this.flaw });
  }
}

function shownOf(cell: OpenCell): string {
  if (!cell.hasValue) return formulaOf(cell);
  return isText(cell.value) ? cell.value : '';
}

/** Only `=` where the text is not stored, as in all but the first cell of a formula that is filled down. */
function formulaOf({ formula }: OpenCell): string {
  return formula !== null && isText(formula) ? `=${formula}` : '=';
}

/** The column of a reference, counted from 0: 27 of `AB12`. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  if (!letters) return null;
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
