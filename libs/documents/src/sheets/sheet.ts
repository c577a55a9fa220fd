import type { Fault } from '#contract';

/** One worksheet of a workbook, all cells as text; where it is read as a table, the first row is its header. */
export interface Sheet {
  /** As its tab shows it. */
  readonly name: string;
  /**
   * The rows at their own places: the first is Excel's row 1, and an empty row is an empty array, so that a row's
   * number is its index plus 1. Empty cells at a row's end and empty rows at the sheet's end need not be there.
   */
  readonly rows: readonly (readonly string[])[];
}

/** Where something stands in a workbook: `where` is the name of a column, `line` as a spreadsheet counts, from 1. */
export type SheetPlace = Required<Pick<Fault, 'sheet' | 'line' | 'where'>>;

/** Where in a workbook a part of a document came from, and by the rest of a path which cell of it. */
export type Origin = (rest: string) => SheetPlace;

/** Origins by path, such as `sections[2].items[0]`; '' is the document itself. */
export type Origins = ReadonlyMap<string, Origin>;

/** A document as a workbook, or a file of JSON, gave it. */
export interface SheetDocument {
  /** Null: what stands in the sheets makes no document, and `faults` say why. */
  readonly json: unknown;
  readonly faults: readonly Fault[];
  /** Says of a fault found in the document where it stands in the workbook; of a file of JSON it says the same again. */
  readonly inSheets: (fault: Fault) => Fault;
}

/**
 * A fault of a document as the people see it who know the workbook only: its path becomes sheet, line and column.
 * A path that came from no cell is left as it is.
 */
export function locatedFault(origins: Origins, fault: Fault): Fault {
  let end = fault.where.length;
  for (;;) {
    const origin = origins.get(fault.where.slice(0, end));
    if (origin) return { ...fault, ...origin(fault.where.slice(end).replace(/^\./, '')) };
    if (end === 0) return fault;
    end = Math.max(fault.where.lastIndexOf('.', end - 1), fault.where.lastIndexOf('[', end - 1), 0);
  }
}
