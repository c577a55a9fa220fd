import type { AnswerSheet, AnswerValue, Given } from '../answers.js';
import type { Instrument } from '../document/instrument.js';
import type { Item } from '../document/item.js';

/** The cells of one row of a table. */
export interface SheetRow {
  /** The text under a column of the header; null: nothing stands there, or nothing that can be read. */
  text(column: string): string | null;
  /** A text as a number, as tables of its kind write them; null: it is none. */
  number(text: string): number | null;
}

const remark = '#comment';

/**
 * Filled instruments as a table holds them: a row each, under the code of each item what was answered, under `item#comment` a
 * remark on it. Items of sections that repeat have no column.
 */
export class SheetCells {
  private readonly columns: ReadonlySet<string>;
  private readonly items: readonly Item[];

  constructor(instrument: Instrument, header: readonly string[]) {
    this.columns = new Set(header);
    this.items = itemsOf(instrument).filter(({ code }) => this.columns.has(code));
  }

  /** The sheet of a row as it stands there: whether its answers are right `check` tells. */
  sheetOf(row: SheetRow): AnswerSheet {
    const answers: Record<string, Given> = {};
    for (const item of this.items) {
      const text = row.text(item.code);
      const comment = this.columns.has(`${item.code}${remark}`) ? row.text(`${item.code}${remark}`) : null;
      if (text === null && comment === null) continue;
      answers[item.code] = {
        ...(text === null ? {} : givenIn(item, text, row)),
        ...(comment === null ? {} : { comment }),
      };
    }
    return { answers };
  }
}

/** The columns of a header that hold neither an answer nor a remark. */
export function columnsBeside(instrument: Instrument, header: readonly string[]): readonly string[] {
  const codes = new Set(itemsOf(instrument).map(({ code }) => code));
  return header.filter((column) => !codes.has(column.endsWith(remark) ? column.slice(0, -remark.length) : column));
}

/** The column that a fault of `check` is about: `answers.queue.comment` is `queue#comment`. */
export function columnOfFault(where: string): string {
  return where.replace(/^answers\./, '').replace(/\.comment$/, remark);
}

function itemsOf({ sections }: Instrument): readonly Item[] {
  return sections.flatMap(({ items }) => items);
}

/**
 * The answer a cell holds: `na:REASON` where it does not apply; several options or ranks with a bar between (`a|b`); the
 * rows of a matrix as `row=option|row=option`; a pair of stamps as `from/to` in ISO.
 */
function givenIn(item: Item, text: string, row: SheetRow): Given {
  if (text.startsWith('na:')) return { notApplicable: text.slice(3) };
  return { value: valueIn(item, text, row) };
}

function valueIn(item: Item, text: string, row: SheetRow): AnswerValue {
  const [from = '', to = ''] = text.split('/');
  switch (item.type) {
    case 'number':
    case 'money':
      return row.number(text) ?? text; // as text it is refused by `check`, with what is expected
    case 'choices':
    case 'ranking':
      return text.split('|');
    case 'matrix':
      return { rows: Object.fromEntries(text.split('|').map((pair) => pair.split('=', 2) as [string, string])) };
    case 'timePair':
      return { from, to };
    default:
      return text;
  }
}
