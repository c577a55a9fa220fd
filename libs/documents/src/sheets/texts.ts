import type { Wording } from '#contract';
import type { Origin } from './sheet.js';
import { rowsBy, type Report, type Row, type Table } from './table.js';

/** A wording, and where it stands. */
export interface PlacedWording {
  readonly wording: Wording;
  readonly origin: Origin;
}

/** A wording under its key in the sheet `texts`. */
export type KeyedWording = readonly [key: string, wording: Wording];

/** The sheet `texts`, a row each and a column for each language, while it is used up. */
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

/** Opens a sheet of texts; its table must have allowed languages as columns. */
export function textsIn(table: Table, report: Report): Texts {
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

/** The languages that get a column: those named, in their order, then any other that a text is in, by name. */
export function textColumns(named: readonly string[], texts: readonly KeyedWording[]): readonly string[] {
  const others = texts.flatMap(([, wording]) => Object.keys(wording)).filter((tag) => !named.includes(tag));
  return [...new Set([...named, ...others.sort()])];
}

/** The rows of a sheet of texts, with an empty cell where a text is not in a language. */
export function textRows(texts: readonly KeyedWording[], languages: readonly string[]): readonly (readonly string[])[] {
  return texts.map(([key, wording]) => [key, ...languages.map((language) => wording[language] ?? '')]);
}
