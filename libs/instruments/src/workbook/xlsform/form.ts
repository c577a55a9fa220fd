import type { Wording } from '#contract';
import type { Origin, Report, Row } from '#documents';
import type { Names } from './condition.js';
import { wordingIn, type Translated } from './languages.js';

/** What a form is read with. */
export interface Form {
  readonly report: Report;
  readonly origins: Map<string, Origin>;
  /** Of the sheet `survey`. */
  readonly columns: readonly Translated[];
  readonly kinds: Names['kinds'];
  /** By folded name. */
  readonly choices: ReadonlyMap<string, readonly Row[]>;
  /** Of the sheet `choices`. */
  readonly choiceColumns: readonly Translated[];
  readonly title: Wording;
}

/** The cells of a question that stand behind the members of an item. */
const columnOf: Readonly<Record<string, string>> = { code: 'name', text: 'label', title: 'label', help: 'hint', required: 'required', relevant: 'relevant', constraints: 'constraint', repeat: 'repeat_count' }; // prettier-ignore

/** Where the members of an item or a section stand. */
export function questionOrigin(row: Row, columns: readonly Translated[]): Origin {
  return (rest) => {
    const [member = '', tag] = rest.split(/[.[]/);
    const column = columnOf[member] ?? 'type';
    const translated = columns.find((one) => one.base === column && one.tag === tag);
    return row.placeOf(translated?.column ?? columns.find(({ base }) => base === column)?.column ?? column);
  };
}

/** A text that must be there. */
export function neededWording(row: Row, base: string, columns: readonly Translated[], report: Report): Wording {
  const wording = wordingIn(row, base, columns, report);
  if (wording) return wording;
  report(row.placeOf(columns.find((one) => one.base === base)?.column ?? base), 'missing');
  return {};
}
