import { rangeOf, ranksIn } from './ranges.js';
import type { Range } from './ranges.js';

/** The ranks of many units, as judged and over the draws. Null: no score. */
export interface DrawnRanks {
  readonly rank: number | null;
  readonly ranks: Range | null;
}

/**
 * Ranks of units from their scores in all draws, which are overwritten by the ranks to hold them only once.
 * @param asJudged a score for each unit; NaN: none
 * @param drawn for each unit its scores in all draws
 */
export function drawnRanks(asJudged: Float64Array, drawn: readonly Float64Array[], draws: number): DrawnRanks[] {
  const ranks = ranksIn(asJudged);
  const column = new Float64Array(drawn.length);
  for (let draw = 0; draw < draws; draw++) {
    drawn.forEach((scores, unit) => (column[unit] = scores[draw]!));
    ranksIn(column).forEach((rank, unit) => (drawn[unit]![draw] = rank));
  }
  return drawn.map((own, unit) => {
    const rank = ranks[unit]!;
    return Number.isNaN(rank) ? { rank: null, ranks: null } : { rank, ranks: rangeOf(own) };
  });
}
