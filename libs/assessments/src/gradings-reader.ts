import { Problem, type Fault } from '#contract';
import { openTable, textFrom, type SoundRow } from '#spreadsheets';
import { longestReason } from './criteria.js';

/** One row of a file of gradings. */
export interface GradingRow {
  readonly line: number;
  readonly centre: string;
  /** The agency as the file names it; null: it does not. */
  readonly agency: string | null;
  readonly criterion: string;
  /** The name of the account that graded. */
  readonly assessor: string;
  /** Null: the criterion does not apply. */
  readonly level: string | null;
  readonly reason: string;
  /** The name of a file in the folder of evidence. */
  readonly evidence: string | null;
}

const needed = ['centre', 'criterion', 'assessor', 'level', 'reason'] as const;
export type Column = (typeof needed)[number] | 'na' | 'evidence' | 'agency';

/** How many faults are told of one file. */
const mostFaults = 1_000;

/** Everything wrong with a file, up to a thousand; all are counted. */
export class Faults {
  readonly kept: Fault[] = [];
  count = 0;

  add(line: number, where: Column, value: string | null, reason: Fault['reason'], params?: Fault['params']): void {
    this.push({
      where,
      line,
      ...(value === null ? {} : { value: value.slice(0, 200) }),
      reason,
      ...(params ? { params } : {}),
    });
  }

  push(fault: Fault): void {
    this.count += 1;
    if (this.kept.length < mostFaults) this.kept.push(fault);
  }

  /** @throws Problem `import.rowsFaulty` when there is any */
  refuse(): void {
    if (this.count > 0) throw new Problem('import.rowsFaulty', { params: { count: this.count }, faults: this.kept });
  }
}

/** The gradings a table holds; what cannot be read in it goes to `faults`. Rows come in the order of the file. */
export async function readGradings(file: string, faults: Faults): Promise<GradingRow[]> {
  const { header, rows: lines } = await openTable(file);
  const absent = needed.filter((column) => !header.includes(column));
  if (absent.length > 0) {
    const params = { columns: absent.join(', '), found: header.slice(0, 100).join(', ') };
    throw new Problem('import.columnsMissing', { params });
  }
  const rows: GradingRow[] = [];
  const seen = new Map<string, number>();
  for await (const row of lines) {
    if (row.fault) {
      faults.push(row.fault);
      continue;
    }
    const grading = new Cells(row, header, faults).grading();
    if (!grading) continue;
    const key = JSON.stringify([grading.centre, grading.criterion, grading.assessor]);
    const earlier = seen.get(key);
    if (earlier === undefined) seen.set(key, row.line);
    else faults.add(row.line, 'criterion', grading.criterion, 'twice', { line: earlier });
    rows.push(grading);
  }
  if (rows.length === 0 && faults.count === 0) throw new Problem('import.empty', { params: { file } });
  return rows;
}

class Cells {
  constructor(
    private readonly row: SoundRow,
    private readonly header: readonly string[],
    private readonly faults: Faults,
  ) {}

  /** The row as a grading; null when something in it cannot be read. */
  grading(): GradingRow | null {
    const before = this.faults.count;
    const grading = {
      line: this.row.line,
      centre: this.needed('centre', 64),
      agency: this.text('agency', 64),
      criterion: this.needed('criterion', 64),
      assessor: this.needed('assessor', 100).toLowerCase(),
      level: this.level(),
      reason: this.needed('reason', longestReason),
      evidence: this.text('evidence', 150),
    };
    return this.faults.count > before ? null : grading;
  }

  private level(): string | null {
    const level = this.text('level', 64);
    const na = this.text('na', 10)?.toLowerCase() ?? 'no';
    if (na !== 'yes' && na !== 'no') this.fault('na', 'notOneOf', { options: 'yes, no' });
    else if (na === 'no' && level === null) this.fault('level', 'missing');
    else if (na === 'yes' && level !== null) this.fault('na', 'contradicts', { stored: level });
    return level;
  }

  private needed(column: Column, most: number): string {
    const before = this.faults.count;
    const text = this.text(column, most);
    if (text === null && this.faults.count === before) this.fault(column, 'missing');
    return text ?? '';
  }

  private text(column: Column, most: number): string | null {
    if (!this.header.includes(column)) return null;
    const read = textFrom(this.row.text(column));
    if (read.kind === 'fault') this.fault(column, read.reason);
    if (read.kind !== 'text') return null;
    if (read.value.length > most) this.fault(column, 'tooLong', { max: most });
    return read.value;
  }

  private fault(column: Column, reason: Fault['reason'], params?: Fault['params']): void {
    this.faults.add(this.row.line, column, this.header.includes(column) ? this.row.text(column) : null, reason, params);
  }
}
