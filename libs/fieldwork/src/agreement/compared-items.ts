import { minutesOf, scalesOf, type AnswerValue, type Instrument, type Item, type Scale } from '#instruments';

/**
 * What two shoppers can be compared by:
 * - nominal: what was chosen, alike or not
 * - ordinal: which place on a scale
 * - interval: a number, or minutes
 */
export type ComparedBy = 'nominal' | 'ordinal' | 'interval';

/** An item, or a row of a matrix, by which two filled instruments are compared. */
export interface ComparedItem {
  readonly item: string;
  /** The row of a matrix; null for any other item. */
  readonly row: string | null;
  readonly by: ComparedBy;
  /** What an answer comes to; null: it is none. */
  readonly readingOf: (value: AnswerValue) => Reading | null;
}

/** What was chosen, as text, or a place on a scale, or a number. */
export type Reading = string | number;

/**
 * The items by which two can be compared, in the order of the instrument: yes or no, scales, choices, matrices row by row, numbers,
 * money and times. What is told in own words or shown is not; nor are sections that repeat: nobody knows that the first counter
 * of one was the first of the other.
 */
export function comparedItemsOf(instrument: Instrument): readonly ComparedItem[] {
  const scales = scalesOf(instrument);
  return instrument.sections
    .filter(({ repeat }) => repeat === undefined)
    .flatMap(({ items }) => items.flatMap((item) => comparedIn(item, scales)));
}

function comparedIn(item: Item, scales: ReadonlyMap<string, Scale>): readonly ComparedItem[] {
  const one = (by: ComparedBy, readingOf: ComparedItem['readingOf']) => [{ item: item.code, row: null, by, readingOf }];
  switch (item.type) {
    case 'yesNo':
    case 'choice':
      return one('nominal', textOf);
    case 'choices':
      return one('nominal', (value) => (Array.isArray(value) ? [...new Set(value)].sort().join(' ') : null));
    case 'scale':
      return one('ordinal', (value) => placeOn(scales.get(item.scale), textOf(value)));
    case 'matrix':
      return item.rows.map(({ code }) => ({
        item: item.code,
        row: code,
        by: 'ordinal' as const,
        readingOf: (value: AnswerValue) => placeOn(scales.get(item.scale), rowOf(value, code)),
      }));
    case 'number':
    case 'money':
      return one('interval', (value) => (typeof value === 'number' ? value : null));
    case 'timePair':
      return one('interval', minutesOf);
    default:
      return [];
  }
}

function textOf(value: AnswerValue): string | null {
  return typeof value === 'string' ? value : null;
}

function rowOf(value: AnswerValue, row: string): string | null {
  if (typeof value !== 'object' || !('rows' in value) || !Object.hasOwn(value.rows, row)) return null;
  return value.rows[row] ?? null;
}

/** 0 is the worst. */
function placeOn(scale: Scale | undefined, code: string | null): number | null {
  const place = scale?.options.findIndex((option) => option.code === code) ?? -1;
  return place < 0 ? null : place;
}
