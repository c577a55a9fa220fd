import { areEqual } from '../equality.js';
import { requireGroup } from './weighting-effect.js';

/** Respondents alike in every dimension they are weighted by. */
export interface RakedCell {
  /** Their category in each dimension, in the order of the margins. */
  readonly categories: readonly string[];
  /** How many respondents: a whole number ≥ 0. */
  readonly count: number;
  /** What each weighed before, above 0 (how unlikely he was to be asked); 1 unless said. */
  readonly weight?: number;
}

/** What is known of the people in one dimension, say by sex or by channel. */
export interface Margin {
  readonly dimension: string;
  /** How many people there are in each category, ≥ 0; none twice. */
  readonly totals: readonly KnownTotal[];
}

export interface KnownTotal {
  readonly category: string;
  readonly total: number;
}

/** The lowest and the highest weight, as multiples of the mean weight: 0 ≤ low ≤ 1 ≤ high. */
export interface Caps {
  readonly low: number;
  readonly high: number;
}

/**
 * Why no weights can be made:
 * - nobodyAnswered: no cell holds a respondent
 * - noKnownTotal: respondents of a category whose total is not known, or known to be 0; they would stand for nobody
 * - totalsDisagree: the totals of a dimension add up to another number of people than those of the first
 */
export type RakeFault =
  | { readonly code: 'nobodyAnswered' }
  | { readonly code: 'noKnownTotal'; readonly dimension: string; readonly category: string; readonly count: number }
  | { readonly code: 'totalsDisagree'; readonly dimension: string; readonly sum: number; readonly expected: number };

/** All that stands in the way, dimension by dimension; empty: weights can be made. */
export function faultsIn(cells: readonly RakedCell[], margins: readonly Margin[]): readonly RakeFault[] {
  if (cells.every(({ count }) => count === 0)) return [{ code: 'nobodyAnswered' }];
  const expected = sumOf(margins[0]?.totals ?? []);
  return margins.flatMap((margin, at): RakeFault[] => {
    const { dimension, totals } = margin;
    const known = new Set(totals.filter(({ total }) => total > 0).map(({ category }) => category));
    const unknown = [...respondentsBy(cells, at)].filter(([category, count]) => count > 0 && !known.has(category));
    const sum = sumOf(totals);
    return [
      ...unknown.map(([category, count]) => ({ code: 'noKnownTotal' as const, dimension, category, count })),
      ...(areEqual(sum, expected) ? [] : [{ code: 'totalsDisagree' as const, dimension, sum, expected }]),
    ];
  });
}

/** How many respondents each category of a dimension has, by name. */
export function respondentsBy(cells: readonly RakedCell[], at: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { categories, count } of cells) {
    const category = categories[at] ?? '';
    counts.set(category, (counts.get(category) ?? 0) + count);
  }
  return new Map([...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** @throws RangeError for what no survey can send: cells of other dimensions, impossible counts, weights, totals or caps */
export function requirePossible(cells: readonly RakedCell[], margins: readonly Margin[], caps: Caps | null): void {
  if (margins.length === 0) throw new RangeError('Weighting needs at least one dimension');
  for (const { categories, count, weight = 1 } of cells) {
    requireGroup({ weight, count });
    if (weight === 0) throw new RangeError('Who weighs nothing can not be weighted');
    if (categories.length !== margins.length) throw new RangeError('Every cell needs a category in every dimension');
  }
  for (const { dimension, totals } of margins) {
    const isTotal = ({ total }: KnownTotal) => total >= 0 && total <= Number.MAX_SAFE_INTEGER;
    const isOnce = new Set(totals.map(({ category }) => category)).size === totals.length;
    if (!isOnce || !totals.every(isTotal)) throw new RangeError(`Not the totals of a dimension: ${dimension}`);
  }
  const areCaps = !caps || (caps.low >= 0 && caps.low <= 1 && caps.high >= 1);
  if (!areCaps) throw new RangeError('Caps are multiples of the mean: 0 ≤ low ≤ 1 ≤ high');
}

export function sumOf(totals: readonly KnownTotal[]): number {
  return totals.reduce((sum, { total }) => sum + total, 0);
}
