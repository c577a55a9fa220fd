import type { Fault } from '#contract';
import type { Header } from './header.js';
import { filledIn, type RawRow } from './raw-row.js';
import { columnsDiffer, faultOf } from './row-fault.js';

/** One row of a table: its cells, or what is wrong with it. `if (row.fault)` tells which. */
export type Row = SoundRow | FaultyRow;

/** A row that cannot be used: too few or too many cells, one that is too long, or one that cannot be read. */
export interface FaultyRow {
  /** As in a sound row. */
  readonly line: number;
  readonly fault: Fault;
}

/** A row that fits its header. */
export class SoundRow {
  readonly fault = null;

  constructor(
    /** The physical line of the file the row starts in (CSV), or the row's number on its sheet; both from 1. */
    readonly line: number,
    /** The cells as they stand in the file, as many as the header has names. */
    readonly cells: readonly string[],
    private readonly positions: ReadonlyMap<string, number>,
  ) {}

  /**
   * The cell under a name of the header, as it stands in the file: empty, not null, when nothing stands there.
   * Throws a RangeError for a name the header does not have; hold the names you need against `header` first.
   */
  text(column: string): string {
    const cell = this.cells[this.positions.get(column) ?? -1];
    if (cell === undefined) throw new RangeError(`no column ${column}`);
    return cell;
  }
}

/** A raw row held against the header. */
export function rowOf(raw: RawRow, header: Header, kind: 'csv' | 'xlsx'): Row {
  const { line, cells } = raw;
  const fault = faultIn(raw, header, kind);
  return fault ? { line, fault } : new SoundRow(line, fitted(cells, header.names.length), header.positions);
}

/**
 * In a CSV every row has to have as many cells as the header; in a workbook, which does not store empty cells, no
 * more. Nothing may stand beyond the last name in either.
 */
function faultIn({ line, cells, width, flaw }: RawRow, header: Header, kind: 'csv' | 'xlsx'): Fault | null {
  const { names } = header;
  if (flaw) return faultOf(flaw, line, names);
  if (kind === 'csv' && width !== header.width) return columnsDiffer(line, width, names, header.width);
  const filled = width > cells.length ? width : filledIn(cells);
  return filled > names.length ? columnsDiffer(line, filled, names) : null;
}

function fitted(cells: readonly string[], length: number): readonly string[] {
  if (cells.length === length) return cells;
  return Array.from({ length }, (_, index) => cells[index] ?? '');
}
