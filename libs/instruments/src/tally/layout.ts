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
  /** In the order in which they are summed. */
  readonly summed: readonly SummedKey[];
  /** Where each of them stands. */
  readonly placeOf: ReadonlyMap<SummedKey, number>;
}

/** The layout of an instrument version. */
export function tallyLayoutOf(instrument: Instrument): TallyLayout {
  const items = instrument.sections.flatMap((section) => section.items).filter((item) => item.type !== 'note');
  const counted: CountedItem[] = [];
  let first = 0;
  for (const { code, row, options } of items.flatMap((item) => countedIn(item, instrument))) {
    counted.push({ code, row, options, first });
    first += (options?.length ?? 1) + 3;
  }
  const summed: SummedKey[] = [
    'overall',
    ...instrument.dimensions.map(({ code }): SummedKey => `dimension:${code}`),
    ...items.map(({ code }): SummedKey => `item:${code}`),
    ...items.filter(isMeasured).map(({ code }): SummedKey => `measured:${code}`),
  ];
  return { items: counted, counts: first, summed, placeOf: new Map(summed.map((key, at) => [key, at])) };
}

function isMeasured({ type }: Item): boolean {
  return type === 'number' || type === 'money' || type === 'timePair';
}

function countedIn(item: Item, { scales }: Instrument): Omit<CountedItem, 'first'>[] {
  const onScale = (code: string) =>
    (scales.find((scale) => scale.code === code)?.options ?? []).map(({ code }) => code);
  const one = (options: readonly string[] | null) => [{ code: item.code, row: null, options }];
  switch (item.type) {
    case 'yesNo':
      return one(['no', 'yes']);
    case 'scale':
      return one(onScale(item.scale));
    case 'choice':
    case 'choices':
      return one(item.options.map(({ code }) => code));
    case 'matrix':
      return item.rows.map((row) => ({ code: item.code, row: row.code, options: onScale(item.scale) }));
    default:
      return one(null);
  }
}
