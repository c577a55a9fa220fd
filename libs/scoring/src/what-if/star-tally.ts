import type { StarCount } from '../judge/index.js';

/** Counts stars as they come in; null: not rated. */
export interface StarTally {
  add(star: number | null): void;
  /** From the most stars down, not rated last; only those that occur. */
  counts(): StarCount[];
}

export function starTally(): StarTally {
  const found = new Map<number | null, number>();
  return {
    add: (star) => found.set(star, (found.get(star) ?? 0) + 1),
    counts: () => [...found].map(([star, units]) => ({ star, units })).sort((a, b) => (b.star ?? 0) - (a.star ?? 0)),
  };
}
