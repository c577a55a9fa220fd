import type { TextPlace } from '../places.js';
import type { Draft } from './fields.js';
import type { Origin } from './sheet.js';
import { rowsBy } from './table.js';
import type { Report, Row, Table } from './table.js';

/** The key of a text in the sheet `texts`: `title`, `note`, `criterion.access.guidance`. */
export function textKey(of: TextPlace['of'], field: TextPlace['field']): string {
  return of === null ? field : `${of.kind}.${of.code}.${field}`;
}

/** A language tag in the header of a column: `ar`, `en`, `zh-Hans`. */
export const isLanguage = (name: string) => /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(name);

/** A tag as documents use it: `AR` is `ar`. */
const tagOf = (name: string) => name.replace(/^[a-z]+/i, (language) => language.toLowerCase());

/** The sheet `texts` while it is used up. */
export class SheetTexts {
  private readonly rows: ReadonlyMap<string, Row>;
  private readonly used = new Set<string>();

  constructor(
    private readonly table: Table,
    private readonly sheet: string,
    report: Report,
  ) {
    this.rows = rowsBy('key', table.rows, report);
  }

  /**
   * Puts the text of a key into a draft, and where it stands into the origins. One that has no row is left out; should it be
   * needed, it is missed in this sheet.
   */
  put(draft: Draft, path: string, of: TextPlace['of'], field: TextPlace['field'], origins: Map<string, Origin>): void {
    const key = textKey(of, field);
    const row = this.rows.get(key);
    const at = path === '' ? field : `${path}.${field}`;
    if (!row) {
      origins.set(at, () => ({ sheet: this.sheet, line: 1, where: key }));
      return;
    }
    this.used.add(key);
    const { extra } = this.table;
    const said = extra.filter((name) => row.cell(name) !== '').map((name) => [tagOf(name), row.cell(name)]);
    draft[field] = Object.fromEntries(said);
    origins.set(at, (rest) => row.placeOf(extra.find((name) => tagOf(name) === rest) ?? (rest || 'key')));
  }

  /** Rows that nothing asked for. */
  unused(): readonly Row[] {
    return [...this.rows].flatMap(([key, row]) => (this.used.has(key) ? [] : [row]));
  }
}
