/** What a value was between in nine of ten draws: the 5 % and the 95 % value, both drawn themselves. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/**
 * The 5–95 % range of drawn values, or null of none. The k-th smallest with k = ⌈p n⌉: type 1 of Hyndman & Fan 1996, so that of
 * ranks and stars no half ones come out.
 */
export function rangeOf(values: Float64Array): Range | null {
  if (values.length === 0) return null;
  const ordered = values.toSorted();
  const at = (p: number) => ordered[Math.max(1, Math.ceil(p * ordered.length)) - 1]!;
  return { low: at(0.05), high: at(0.95) };
}

/** Equal but for what floats do. */
const noise = 1e-9;

/** Competition ranks, 1 the best; equal scores share one (1, 2, 2, 4). NaN: not scored, and not ranked. In the time of a sort. */
export function ranksIn(scores: Float64Array): Float64Array {
  const ordered = scores.filter((score) => !Number.isNaN(score)).sort();
  return scores.map((score) => (Number.isNaN(score) ? NaN : 1 + ordered.length - upTo(ordered, score + noise)));
}

/** How many of the ordered values are not above the limit. */
function upTo(ordered: Float64Array, limit: number): number {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ordered[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
