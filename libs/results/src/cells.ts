import { Problem, type Fault } from '#contract';
import { agencyCodePattern, longestName } from '#network';
import {
  numberFrom,
  textFrom,
  wholeNumberFrom,
  type DecimalStyle,
  type FaultCollector,
  type SoundRow,
  type Table,
} from '#spreadsheets';

/** Reads the cells of one row; what cannot be read goes to `faults` with its line, column and value. */
export class Cells {
  constructor(
    private readonly row: SoundRow,
    private readonly decimal: DecimalStyle,
    private readonly faults: FaultCollector,
  ) {}

  /** Text, or null when nothing stands there. */
  text(column: string | undefined): string | null {
    if (column === undefined) return null;
    const read = textFrom(this.row.text(column));
    if (read.kind === 'fault') this.fault(column, read.reason);
    return read.kind === 'text' ? read.value : null;
  }

  /** A name, or null when nothing stands there. */
  name(column: string | undefined): string | null {
    const name = this.text(column);
    if (column !== undefined && name !== null && name.length > longestName) {
      this.fault(column, 'tooLong', { max: longestName });
    }
    return name;
  }

  /** Text that must be there, at most 100 characters. */
  code(column: string): string {
    const before = this.faults.count;
    const code = this.text(column);
    if (code === null && this.faults.count === before) this.fault(column, 'missing');
    else if (code !== null && code.length > 100) this.fault(column, 'tooLong', { max: 100 });
    return code ?? '';
  }

  /** An agency's code. */
  agency(column: string): string {
    const code = this.code(column);
    if (code !== '' && !agencyCodePattern.test(code)) {
      this.fault(column, 'notAllowedCharacters', { expected: 'A–Z a–z 0–9 . _ -' });
    }
    return code;
  }

  /** A number within limits; null when the source says that it is missing. */
  number(column: string, min: number, max: number): number | null {
    const read = numberFrom(this.row.text(column), this.decimal);
    if (read.kind === 'missing') return null;
    if (read.kind === 'fault') this.fault(column, read.reason, read.params);
    else if (read.value < min || read.value > max) this.fault(column, 'outOfRange', { min, max });
    else return read.value;
    return null;
  }

  /** A whole number of 0 or more; null when the source says that it is missing, which `required` does not allow. */
  count(column: string, required = false): number | null {
    const read = wholeNumberFrom(this.row.text(column), this.decimal);
    if (read.kind === 'fault') this.fault(column, read.reason, read.params);
    if (read.kind === 'missing' && required) this.fault(column, 'missing');
    return read.kind === 'number' ? read.value : null;
  }

  fault(column: string, reason: Fault['reason'], params?: Fault['params']): void {
    const value = this.row.text(column).slice(0, 200);
    this.faults.add({ where: column, line: this.row.line, value, reason, ...(params ? { params } : {}) });
  }
}

/** Refuses with `import.columnsMissing` when the table lacks a column that the mapping names. */
export function requireColumns(table: Table, columns: readonly (string | undefined)[]): void {
  const absent = columns.filter((column) => column !== undefined && !table.header.includes(column));
  if (absent.length > 0) {
    const params = { columns: absent.join(', '), found: table.header.slice(0, 100).join(', ') };
    throw new Problem('import.columnsMissing', { params });
  }
}
