import { excerptOf } from '../excerpt.js';
import { limits } from '../limits.js';
import type { Delimiter, Flaw, RawRow } from '../raw-row.js';
import { quoteNotClosed } from '../refusals.js';

const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** Where the reader stands between two characters. */
type State = 'cellStart' | 'plain' | 'quoted' | 'quoteSeen';

/**
 * Reads CSV (RFC 4180) piece by piece: give it the text in pieces of any size, then call `end`.
 *
 * Ours, because csv-parse, which this file is tested against, counts a CRLF within quotes as two lines, names the
 * line where an open quote ends and not where it began, and keeps any number of empty cells in memory.
 *
 * LF, CRLF and CR each end a record, also mixed. A quote within a cell that does not begin with one is an ordinary
 * character, as in Excel. A record with text after a closing quote, or with spaces before an opening one, is kept
 * as one row with a flaw.
 */
export class CsvReader {
  private state: State = 'cellStart';
  private rows: RawRow[] = [];
  private cells: string[] = [];
  private width = 0;
  private cell = '';
  private size = 0;
  private flaw: Flaw | null = null;
  private line = 1;
  private recordLine = 1;
  private quoteLine = 1;
  private afterReturn = false;
  private readonly delimiterCode: number;

  constructor(
    private readonly file: string,
    delimiter: Delimiter,
  ) {
    this.delimiterCode = delimiter.charCodeAt(0);
  }

  /** The records that end within this piece. */
  read(text: string): RawRow[] {
    let at = 0;
    while (at < text.length) at = this.step(text, at);
    return this.takeRows();
  }

  /** The last record, if the text does not end in a line break. */
  end(): RawRow[] {
    if (this.state === 'quoted') throw this.openQuote();
    if (this.state !== 'cellStart' || this.width > 0) this.endRecord();
    return this.takeRows();
  }

  private takeRows(): RawRow[] {
    const rows = this.rows;
    this.rows = [];
    return rows;
  }

  private step(text: string, at: number): number {
    if (this.state === 'quoted') return this.readQuoted(text, at);
    if (this.state === 'quoteSeen') return this.readAfterQuote(text, at);
    if (this.state === 'plain') return this.readPlain(text, at);
    const code = text.charCodeAt(at);
    const secondHalfOfBreak = this.afterReturn && code === lineFeed;
    this.afterReturn = false;
    if (secondHalfOfBreak) return at + 1;
    if (code !== quote) return this.readPlain(text, at);
    this.state = 'quoted';
    this.quoteLine = this.line;
    this.size += 1;
    return at + 1;
  }

  private readPlain(text: string, at: number): number {
    let end = at;
    while (end < text.length && !this.endsCell(text.charCodeAt(end))) end += 1;
    this.state = 'plain';
    this.take(text, at, end);
    if (end < text.length) this.endCellAt(text.charCodeAt(end));
    return end + 1;
  }

  private readQuoted(text: string, at: number): number {
    const found = text.indexOf('"', at);
    const end = found === -1 ? text.length : found;
    this.countLines(text, at, end);
    this.take(text, at, end);
    if (this.size > limits.record) throw this.openQuote();
    if (found === -1) return end;
    this.state = 'quoteSeen';
    this.afterReturn = false;
    return end + 1;
  }

  private readAfterQuote(text: string, at: number): number {
    const code = text.charCodeAt(at);
    if (code === quote) {
      this.take(text, at, at + 1);
      this.state = 'quoted';
      return at + 1;
    }
    if (this.endsCell(code)) {
      this.endCellAt(code);
      return at + 1;
    }
    this.spoil('notReadable');
    return this.readPlain(text, at);
  }

  private endsCell(code: number): boolean {
    return code === this.delimiterCode || code === lineFeed || code === carriageReturn;
  }

  private take(text: string, from: number, to: number): void {
    this.size += to - from;
    if (this.cell.length + to - from > limits.cell) this.spoil('tooLong', text.slice(from, to), limits.cell);
    else if (this.size > limits.record) this.spoil('tooLong', text.slice(from, to), limits.record);
    else this.cell += text.slice(from, to);
  }

  private endCellAt(code: number): void {
    this.size += 1;
    if (code === this.delimiterCode) {
      this.endCell();
      return;
    }
    this.endRecord();
    this.line += 1;
    this.recordLine = this.line;
    this.afterReturn = code === carriageReturn;
  }

  private endCell(): void {
    if (this.state === 'plain' && this.cell.startsWith(' ') && this.cell.trimStart().startsWith('"')) {
      this.spoil('notReadable');
    }
    this.width += 1;
    if (this.cells.length < limits.columns) this.cells.push(this.cell);
    this.cell = '';
    this.state = 'cellStart';
  }

  private endRecord(): void {
    this.endCell();
    this.rows.push({ line: this.recordLine, cells: this.cells, width: this.width, flaw: this.flaw });
    this.cells = [];
    this.width = 0;
    this.size = 0;
    this.flaw = null;
  }

  /** Remembers the first thing wrong with the record. What is too long is read on, but no longer kept. */
  private spoil(reason: Flaw['reason'], more = '', max?: number): void {
    const value = excerptOf(this.cell.slice(0, 200) + more.slice(0, 200));
    this.flaw ??= { column: this.width, reason, value, ...(max !== undefined && { max }) };
  }

  private countLines(text: string, from: number, to: number): void {
    for (let at = from; at < to; at += 1) {
      const code = text.charCodeAt(at);
      if (code === carriageReturn || (code === lineFeed && !this.afterReturn)) this.line += 1;
      this.afterReturn = code === carriageReturn;
    }
  }

  private openQuote(): Error {
    return quoteNotClosed(this.file, this.quoteLine, this.width, excerptOf(this.cell));
  }
}
