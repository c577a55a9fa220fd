import type { Wording } from '#contract';
import { faultAt } from '../fault-at.js';
import type { Fault } from '#contract';
import type { Origin } from './sheet.js';
import { rowsBy, type Report, type Row, type Table } from './table.js';

/** The keys of texts: where in a workbook the wording of each thing stands. */
export const textKeys = {
  dimension: (code: string, of: 'title') => `dimension.${code}.${of}`,
  section: (code: string, of: 'title' | 'intro') => `section.${code}.${of}`,
  item: (code: string, of: 'text' | 'help' | 'unit' | 'from' | 'to') => `item.${code}.${of}`,
  row: (item: string, code: string) => `item.${item}.row.${code}`,
  reason: (item: string, code: string) => `item.${item}.reason.${code}`,
  constraint: (item: string, number: number) => `item.${item}.constraint.${number}`,
  option: (list: string, code: string) => `option.${list}.${code}`,
};

/** A wording, and where it stands. */
export interface PlacedWording {
  readonly wording: Wording;
  readonly origin: Origin;
}

/** The sheet `texts` while it is used up. */
export interface Texts {
  /** Null: no row has this key. */
  find(key: string): PlacedWording | null;
  /** Rows that nothing asked for. */
  unused(): readonly Row[];
}

/** A language tag in the header of a column: `ar`, `en`, `zh-Hans`. */
export const isLanguage = (name: string) => /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(name);

/** A tag as documents use it: `AR` is `ar`. */
export const tagOf = (name: string) => name.replace(/^[a-z]+/i, (language) => language.toLowerCase());

export function textsOf(table: Table, report: Report): Texts {
  const rows = rowsBy('key', table.rows, report);
  const used = new Set<string>();
  const find = (key: string): PlacedWording | null => {
    const row = rows.get(key);
    if (!row) return null;
    used.add(key);
    const said = table.extra.flatMap((name) => (row.cell(name) === '' ? [] : [[tagOf(name), row.cell(name)]]));
    const column = (rest: string) => table.extra.find((name) => tagOf(name) === rest) ?? (rest || 'key');
    return { wording: Object.fromEntries(said) as Wording, origin: (rest) => row.placeOf(column(rest)) };
  };
  return { find, unused: () => [...rows].flatMap(([key, row]) => (used.has(key) ? [] : [row])) };
}

/** That a text which must be there has no row. */
export function missingText(sheet: string, key: string): Fault {
  return { ...faultAt(key, 'missing'), sheet };
}
