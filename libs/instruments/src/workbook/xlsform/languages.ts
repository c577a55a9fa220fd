import type { Wording } from '#contract';
import { foldedName, isLanguage, tagOf, type Report, type Row, type Sheet } from '#documents';

/** A column of a translated text: `label::Arabic (ar)`. */
export interface Translated {
  readonly column: string;
  /** The name before the colons, folded. */
  readonly base: string;
  readonly tag: string;
}

const knownNames: Readonly<Record<string, string>> = { arabic: 'ar', العربية: 'ar', english: 'en' };

/** The tag in `Arabic (ar)`, `ar` or `Arabic`; null: it cannot be told. */
export function languageIn(text: string): string | null {
  const name = text.trim().toLowerCase();
  const tag = /\(([^()]+)\)$/.exec(text.trim())?.[1] ?? (name.length <= 3 ? text.trim() : knownNames[name]);
  return tag !== undefined && isLanguage(tag) ? tagOf(tag) : null;
}

/** The columns of a sheet that hold texts people read; one without a language is in the default one. */
export function translatedColumns(
  sheet: Sheet,
  bases: readonly string[],
  otherwise: string,
  report: Report,
): readonly Translated[] {
  return (sheet.rows[0] ?? []).flatMap((header) => {
    const [name = '', ...languages] = header.trim().split('::');
    const base = foldedName(name);
    if (!bases.includes(base)) return [];
    const tag = languages.length === 0 ? otherwise : languageIn(languages.join('::'));
    if (tag !== null) return [{ column: header.trim(), base, tag }];
    report({ sheet: sheet.name, line: 1, where: header.trim() }, 'invalid', { expected: `${name}::Arabic (ar)` });
    return [];
  });
}

/** The text of a row by language; null when it has none. One that quotes other answers is refused. */
export function wordingIn(row: Row, base: string, columns: readonly Translated[], report: Report): Wording | null {
  const said = columns.filter((one) => one.base === base && row.cell(one.column) !== '');
  for (const { column } of said) {
    const text = row.cell(column);
    if (text.includes('${')) report(row.placeOf(column), 'notSupported', undefined, text);
  }
  return said.length === 0 ? null : Object.fromEntries(said.map(({ column, tag }) => [tag, row.cell(column)]));
}
