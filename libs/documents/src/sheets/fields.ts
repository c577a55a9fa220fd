import type { Column } from './column.js';
import type { Origin } from './sheet.js';
import type { Cells, Report } from './table.js';

/** Part of a document while it is built. */
export type Draft = Record<string, unknown>;

/** The members that stand in the cells; an empty cell is no member. */
export function fieldsIn(cells: Cells, columns: readonly Column[], report: Report): Draft {
  const draft: Draft = {};
  for (const { name, path, kind } of columns) {
    const text = cells.cell(name);
    if (text === '') continue;
    const reading = kind.read(text);
    if ('reason' in reading) report(cells.placeOf(name), reading.reason, reading.params, text);
    else setAt(draft, path, reading.value);
  }
  return draft;
}

/** The cells of a part of a document, in the order of the columns; a member that is absent is an empty cell. */
export function cellsOf(part: unknown, columns: readonly Column[]): readonly string[] {
  return columns.map(({ path, kind }) => {
    const value = valueAt(part, path);
    return value === undefined ? '' : kind.write(value);
  });
}

/** Where the members of a part stand; what came from no column is at the one named first. */
export function originOf(cells: Cells, columns: readonly Column[], otherwise: string): Origin {
  return (rest) => {
    const begins = ({ path }: Column) => `${rest}.`.replace('[', '.').startsWith(`${path.join('.')}.`);
    const within = ({ path }: Column) => path.join('.').startsWith(`${rest}.`);
    const column = rest === '' ? undefined : (columns.find(begins) ?? columns.find(within));
    return cells.placeOf(column?.name ?? otherwise);
  };
}

function setAt(draft: Draft, [head = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) draft[head] = value;
  else setAt((draft[head] ??= {}) as Draft, rest, value);
}

function valueAt(part: unknown, path: readonly string[]): unknown {
  return path.reduce((value, key) => (value as Draft | undefined)?.[key], part);
}
