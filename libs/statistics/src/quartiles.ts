/** The three values that cut a group into four equal parts. */
export interface Quartiles {
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
}

/** Which quarter of the group a value is in; 'top' is the best. */
export type Quarter = 'top' | 'second' | 'third' | 'bottom';

/** The middle value, or the mean of the two middle ones; null of no values. */
export function median(values: readonly number[]): number | null {
  return quartiles(values)?.median ?? null;
}

/**
 * Quartiles by linear interpolation between order statistics: type 7 of Hyndman & Fan 1996, the default of R, NumPy and Excel's
 * QUARTILE.INC. Null of no values.
 * @throws RangeError when a value is not a finite number
 */
export function quartiles(values: readonly number[]): Quartiles | null {
  if (!values.every((value) => Number.isFinite(value))) throw new RangeError('Quartiles need finite numbers');
  const ordered = values.toSorted((a, b) => a - b);
  const q1 = quantile(ordered, 0.25);
  const middle = quantile(ordered, 0.5);
  const q3 = quantile(ordered, 0.75);
  return q1 === null || middle === null || q3 === null ? null : { q1, median: middle, q3 };
}

function quantile(ordered: readonly number[], share: number): number | null {
  const position = (ordered.length - 1) * share;
  const below = ordered[Math.floor(position)];
  const above = ordered[Math.ceil(position)];
  if (below === undefined || above === undefined) return null;
  return below + (position - Math.floor(position)) * (above - below);
}

/**
 * The quarter a value is in. A value on a border belongs to the better quarter ("at or better than the upper quartile"), so of a
 * group in which all are equal all are 'top'.
 */
export function quarterOf(value: number, { q1, median, q3 }: Quartiles, higherIsBetter: boolean): Quarter {
  const atLeast = (border: number) => (higherIsBetter ? value >= border : value <= border);
  if (atLeast(higherIsBetter ? q3 : q1)) return 'top';
  if (atLeast(median)) return 'second';
  return atLeast(higherIsBetter ? q1 : q3) ? 'third' : 'bottom';
}
