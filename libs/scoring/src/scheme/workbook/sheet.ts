import type { Fault } from '#contract';

/** One sheet of a workbook, all cells as text; the first row is the header. Short rows end in empty cells. */
export interface SchemeSheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** Where something stands in a workbook: `where` is the name of a column, `line` as a spreadsheet counts, from 1. */
export type SheetPlace = Required<Pick<Fault, 'sheet' | 'line' | 'where'>>;

/** Where in a workbook a part of a document came from, and by the rest of a path which cell of it. */
export type Origin = (rest: string) => SheetPlace;

/** Origins by path, such as `pillars[0].elements[1]`; '' is the document itself. */
export type Origins = ReadonlyMap<string, Origin>;

/** A fault of a document as people see it who know the workbook only. A path that came from no cell is left as it is. */
export function locatedFault(origins: Origins, fault: Fault): Fault {
  let end = fault.where.length;
  for (;;) {
    const origin = origins.get(fault.where.slice(0, end));
    if (origin) return { ...fault, ...origin(fault.where.slice(end).replace(/^\./, '')) };
    if (end === 0) return fault;
    end = Math.max(fault.where.lastIndexOf('.', end - 1), fault.where.lastIndexOf('[', end - 1), 0);
  }
}
