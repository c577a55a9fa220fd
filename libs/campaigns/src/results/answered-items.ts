import type { CountedItem, Instrument, Item, Scale, TallyLayout } from '#instruments';
import {
  weightedNetPromoter,
  weightedShare,
  weightingEffect,
  type Interval,
  type WeightedNetPromoter,
} from '#statistics';
import type { WeighedRow } from './result-scores.js';

/** A share of those who answered, in percent. */
export interface AnsweredShare {
  readonly value: number;
  /** 95 %, Wilson's, on the effective number. */
  readonly interval: Interval;
}

/** How a group answered one item that offers options, or one row of a matrix. */
export interface AnsweredItem {
  readonly item: string;
  /** The row of a matrix; null: any other item. */
  readonly row: string | null;
  /** How many answered it; who was not asked, or to whom it did not apply, is not among them. */
  readonly n: number;
  /** How many of equal weight would tell as much. */
  readonly effectiveN: number;
  /** Why nothing more is told: fewer answered than the campaign's minimum. */
  readonly withheld: 'belowMinimum' | null;
  /** In the order of the questionnaire, with how many chose it; of `choices` shares add up to more than 100. Empty: withheld. */
  readonly options: readonly { readonly code: string; readonly n: number; readonly share: AnsweredShare }[];
  /** Of a scale of three options or more: the share of the two best. */
  readonly topTwo: AnsweredShare | null;
  /** Of a scale of the kind `nps`, 0 to 10: promoters less detractors. */
  readonly netPromoter: WeightedNetPromoter | null;
}

/** How the respondents of some rows answered what offers options; what nobody answered is left out. */
export function answeredItems(
  { instrument, layout }: { readonly instrument: Instrument; readonly layout: TallyLayout },
  minimum: number,
  rows: readonly WeighedRow[],
): readonly AnsweredItem[] {
  const items = new Map(instrument.sections.flatMap((section) => section.items.map((item) => [item.code, item])));
  const scales = new Map(instrument.scales.map((scale) => [scale.code, scale]));
  const once = layout.items.find(({ code }) => !['choices', 'matrix'].includes(items.get(code)?.type ?? 'choices'));
  const counted = [...Map.groupBy(rows, ({ weight }) => weight)].map(([weight, own]) =>
    countedOf({ layout, once }, weight, own),
  );
  return layout.items.flatMap((one): AnsweredItem[] => {
    const item = items.get(one.code);
    if (!item || !one.options) return [];
    const cells = counted.flatMap((group) => cellOf(group, one, item));
    return cells.length === 0 ? [] : [answered(one, { item, scale: scaleOf(item, scales) }, cells, minimum)];
  });
}

/** What respondents of one weight answered, place by place. */
interface CountedGroup {
  readonly weight: number;
  readonly counts: readonly number[];
  /** Filled questionnaires that were counted answer by answer. */
  readonly read: number;
}

/** @param once an item to which each questionnaire that was read leaves exactly one count: what was answered, or why not */
function countedOf(
  { layout, once }: { readonly layout: TallyLayout; readonly once: CountedItem | undefined },
  weight: number,
  rows: readonly WeighedRow[],
): CountedGroup {
  const counts = Array.from({ length: layout.counts }, () => 0);
  for (const { tally } of rows) for (let at = 0; at < counts.length; at++) counts[at]! += tally.counts[at] ?? 0;
  const sheets = rows.reduce((sum, { tally }) => sum + tally.sheets, 0);
  return { weight, counts, read: once ? sumOf(counts.slice(once.first, once.states + 3)) : sheets };
}

/** How many of one weight answered an item, and what. */
interface ChosenCell {
  readonly weight: number;
  readonly n: number;
  readonly chosen: readonly number[];
}

/** Of `choices` some may have chosen several, or none: those remain who were asked and said something. */
function cellOf({ weight, counts, read }: CountedGroup, { first, states }: CountedItem, { type }: Item): ChosenCell[] {
  const chosen = counts.slice(first, states);
  const n = type === 'choices' ? read - sumOf(counts.slice(states, states + 3)) : sumOf(chosen);
  return n > 0 && weight > 0 ? [{ weight, n, chosen }] : [];
}

interface Offered {
  readonly item: Item;
  /** Null: it is not answered on a scale. */
  readonly scale: Scale | null;
}

function answered(
  { code, row, options }: CountedItem,
  { item, scale }: Offered,
  cells: readonly ChosenCell[],
  minimum: number,
): AnsweredItem {
  const effect = weightingEffect(cells.map(({ weight, n }) => ({ weight, count: n })));
  const known = { item: code, row, n: effect?.n ?? 0, effectiveN: effect?.effectiveN ?? 0 };
  if (known.n < minimum) return { ...known, withheld: 'belowMinimum', options: [], topTwo: null, netPromoter: null };
  const isReversed = 'reversed' in item && item.reversed;
  const worstFirst = isReversed ? cells.map((cell) => ({ ...cell, chosen: cell.chosen.toReversed() })) : cells;
  const last = (options?.length ?? 0) - 1;
  return {
    ...known,
    withheld: null,
    options: (options ?? []).map((option, at) => ({
      code: option,
      n: cells.reduce((sum, { chosen }) => sum + (chosen[at] ?? 0), 0),
      share: shareOf(cells, [at]),
    })),
    topTwo: scale && last >= 2 ? shareOf(worstFirst, [last - 1, last]) : null,
    netPromoter:
      scale?.kind === 'nps'
        ? weightedNetPromoter(worstFirst.map(({ weight, chosen }) => ({ weight, counts: chosen })))
        : null,
  };
}

/** The share of those who chose one of some options, of whom nobody chose two. */
function shareOf(cells: readonly ChosenCell[], places: readonly number[]): AnsweredShare {
  const counts = cells.map(({ weight, n, chosen }) => {
    const those = sumOf(places.map((place) => chosen[place] ?? 0));
    return { weight, counts: [n - those, those] };
  });
  const { value = 0, interval } = weightedShare(counts, [1]) ?? {};
  const { low, high } = interval ?? { low: 0, high: 1 };
  return { value: 100 * value, interval: { low: 100 * low, high: 100 * high } };
}

function scaleOf(item: Item, scales: ReadonlyMap<string, Scale>): Scale | null {
  return 'scale' in item ? (scales.get(item.scale) ?? null) : null;
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);
