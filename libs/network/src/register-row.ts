import { Problem, type Fault } from '#contract';
import { numberFrom, openTable, textFrom, type SoundRow } from '#spreadsheets';

/** One line of a register, collecting what is wrong with it. */
export class RegisterRow {
  constructor(
    private readonly row: SoundRow,
    private readonly header: readonly string[],
    private readonly faults: Fault[],
  ) {}

  get line(): number {
    return this.row.line;
  }

  /** A cell as text; null when nothing stands there, or no text, or there is no such column. */
  text(column: string): string | null {
    if (!this.header.includes(column)) return null;
    const read = textFrom(this.row.text(column));
    if (read.kind === 'fault') this.fault(column, read.reason);
    return read.kind === 'text' ? read.value : null;
  }

  /** A code that has to be known. */
  known(column: string, codes: ReadonlySet<string>): string {
    const code = this.text(column);
    if (code === null) this.fault(column, 'missing');
    else if (!codes.has(code)) this.fault(column, 'unknown');
    return code ?? '';
  }

  /** A number between two, both included; null when nothing stands there. */
  number(column: string, min: number, max: number): number | null {
    const read = numberFrom(this.row.text(column));
    if (read.kind === 'missing') return null;
    if (read.kind === 'fault') this.fault(column, read.reason, read.params);
    else if (read.value < min || read.value > max || read.percent) this.fault(column, 'outOfRange', { min, max });
    else return read.value;
    return null;
  }

  fault(where: string, reason: Fault['reason'], params?: Fault['params']): void {
    const value = this.row.text(where).slice(0, 200);
    this.faults.push({ where, line: this.line, value, reason, ...(params ? { params } : {}) });
  }
}

/**
 * Reads a register whole, one row a code: what is wrong with it is told with line and column, and nothing is given then.
 * @param columns those it needs; it may have others
 * @param key the column of the code; the same one twice is a fault
 * @throws Problem `import.columnsMissing`, `import.rowsFaulty`, `import.empty`, `import.fileTooLarge`, those of `openTable`
 */
export async function readRegister<T>(
  file: string,
  columns: readonly string[],
  key: string,
  read: (row: RegisterRow) => T,
): Promise<T[]> {
  const table = await openTable(file);
  const absent = columns.filter((column) => !table.header.includes(column));
  if (absent.length > 0) {
    const params = { columns: absent.join(', '), found: table.header.slice(0, 100).join(', ') };
    throw new Problem('import.columnsMissing', { params });
  }
  const rows: T[] = [];
  const faults: Fault[] = [];
  const lines = new Map<string, number>();
  for await (const row of table.rows) {
    if (row.fault) {
      faults.push(row.fault);
      continue;
    }
    const one = new RegisterRow(row, table.header, faults);
    rows.push(read(one));
    const code = row.text(key).trim();
    const earlier = lines.get(code);
    if (code !== '' && earlier !== undefined) one.fault(key, 'twice', { line: earlier });
    lines.set(code, earlier ?? row.line);
    if (rows.length > mostRows) {
      throw new Problem('import.fileTooLarge', { params: { file, where: 'rows', max: mostRows } });
    }
  }
  if (faults.length > 0) {
    throw new Problem('import.rowsFaulty', { params: { count: faults.length }, faults: faults.slice(0, 1_000) });
  }
  if (rows.length === 0) throw new Problem('import.empty', { params: { file } });
  return rows;
}

/** A register of centres or agencies is short enough to be held whole. */
const mostRows = 100_000;
