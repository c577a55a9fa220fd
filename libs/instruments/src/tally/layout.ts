import type { Instrument } from '../document/instrument.js';
import type { Item } from '../document/item.js';

/** The counts of one item, or of one row of a matrix: one for each answer, then one for each state without an answer. */
export interface CountedItem {
  readonly code: string;
  /** The row of a matrix; null for any other item. */
  readonly row: string | null;
  /** What can be chosen; null: it has no options, and an answer is counted as an answer. */
  readonly options: readonly string[] | null;
  /** Where its counts begin: the answers (one place without options), then not applicable, missing, not asked. */
  readonly first: number;
  /** Where each answer is counted; null: it has no options. */
  readonly places: ReadonlyMap<string, number> | null;
  /** Where those without an answer are counted, beginning with not applicable. */
  readonly states: number;
  /** The code of its section when that repeats; null: it is asked once. */
  readonly repeats: string | null;
  /** Its name in `statesOf`, when it is asked once. */
  readonly path: string;
  /** Its place among what is measured; null: it measures nothing. */
  readonly measured: number | null;
}

/** What is summed: the overall score, the score of a dimension, of an item, or what an item measured. */
export type SummedKey = 'overall' | `dimension:${string}` | `item:${string}` | `measured:${string}`;

/**
 * Where everything stands in the tallies of one instrument version. It follows from the document alone, so tallies of the
 * same version can be added and subtracted place by place.
 */
export interface TallyLayout {
  readonly items: readonly CountedItem[];
  /** How many counts a tally has. */
  readonly counts: number;
  /** How many items measure something. */
  readonly measured: number;
  /** In the order in which they are summed. */
  readonly summed: readonly SummedKey[];
  /** Where each of them stands. */
  readonly placeOf: ReadonlyMap<SummedKey, number>;
}

/** The layout of an instrument version. */
export function tallyLayoutOf(instrument: Instrument): TallyLayout {
  const asked = instrument.sections.flatMap(({ code, repeat, items }) =>
    items.filter(({ type }) => type !== 'note').map((item) => ({ item, repeats: repeat ? code : null })),
  );
  const measuring = asked.map(({ item }) => item).filter(isMeasured);
  const counted: CountedItem[] = [];
  let first = 0;
  for (const { item, repeats } of asked) {
    const at = measuring.indexOf(item);
    const rest = { code: item.code, repeats, path: `answers.${item.code}`, measured: at < 0 ? null : at };
    for (const { row, options } of countedIn(item, instrument)) {
      const places = options && new Map(options.map((code, place) => [code, first + place]));
      const states = first + (options?.length ?? 1);
      counted.push({ ...rest, row, options, first, places, states });
      first = states + 3;
    }
  }
  const summed: SummedKey[] = [
    'overall',
    ...instrument.dimensions.map(({ code }): SummedKey => `dimension:${code}`),
    ...asked.map(({ item }): SummedKey => `item:${item.code}`),
    ...measuring.map(({ code }): SummedKey => `measured:${code}`),
  ];
  const placeOf = new Map(summed.map((key, at) => [key, at]));
  return { items: counted, counts: first, measured: measuring.length, summed, placeOf };
}

function isMeasured({ type }: Item): boolean {
  return type === 'number' || type === 'money' || type === 'timePair';
}

function countedIn(item: Item, { scales }: Instrument): Pick<CountedItem, 'row' | 'options'>[] {
  const onScale = (code: string) =>
    (scales.find((scale) => scale.code === code)?.options ?? []).map(({ code }) => code);
  const one = (options: readonly string[] | null) => [{ row: null, options }];
  switch (item.type) {
    case 'yesNo':
      return one(['no', 'yes']);
    case 'scale':
      return one(onScale(item.scale));
    case 'choice':
    case 'choices':
      return one(item.options.map(({ code }) => code));
    case 'matrix':
      return item.rows.map(({ code }) => ({ row: code, options: onScale(item.scale) }));
    default:
      return one(null);
  }
}
