import type { Fault } from '#contract';

/** One sheet of a workbook, all cells as text; the first row is the header. Short rows end in empty cells. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** Where something stands in a workbook: `where` is the name of a column, `line` as a spreadsheet counts, from 1. */
export type SheetPlace = Required<Pick<Fault, 'sheet' | 'line' | 'where'>>;

/** Where in a workbook a part of a document came from, and by the rest of a path which cell of it. */
export type Origin = (rest: string) => SheetPlace;

/** Origins by path, such as `sections[2].items[0]`; '' is the document itself. */
export type Origins = ReadonlyMap<string, Origin>;

/** A document read from a workbook. Faults here and no document, or a document and no faults; readInstrument comes after. */
export interface ReadSheets {
  /** What `readInstrument` takes. */
  readonly document: Readonly<Record<string, unknown>> | null;
  /** At most 1,000, each with sheet, line and column. */
  readonly faults: readonly Fault[];
  /** For `locateFault`. */
  readonly origins: Origins;
}

/**
 * A fault of a document as the people see it who know the workbook only: its path becomes sheet, line and column.
 * A path that came from no cell is left as it is.
 */
export function locateFault(origins: Origins, fault: Fault): Fault {
  let end = fault.where.length;
  for (;;) {
    const origin = origins.get(fault.where.slice(0, end));
    if (origin) return { ...fault, ...origin(fault.where.slice(end).replace(/^\./, '')) };
    if (end === 0) return fault;
    end = Math.max(fault.where.lastIndexOf('.', end - 1), fault.where.lastIndexOf('[', end - 1), 0);
  }
}
