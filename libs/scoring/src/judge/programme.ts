import { meanOf } from '#statistics';
import { starCounts } from './judge-agency.js';
import type { StarCount } from './judge-agency.js';

/** A unit or agency with its star in one cycle. */
export interface Rated {
  /** The same in both cycles. */
  readonly code: string;
  /** Null: took part, and was not rated. */
  readonly star: number | null;
  /** False: nothing was measured of it yet, which is no low star. True unless said. */
  readonly isMeasured?: boolean;
}

/** From one star in the cycle before to one in this. */
export interface StarMove {
  readonly from: number | null;
  readonly to: number | null;
  readonly units: number;
}

/** The stars of a whole programme, and what became of those of the cycle before. */
export interface Programme {
  /** With something measured. */
  readonly units: number;
  /** Of which nothing was measured: neither in the distribution nor among the moves. */
  readonly unmeasured: number;
  /** From the most stars down, not rated last; only those that occur. */
  readonly distribution: readonly StarCount[];
  /** Over those with a star; null: none. */
  readonly meanStar: number | null;
  /** Of those in both cycles; only moves that occur, from the most stars down. */
  readonly moves: readonly StarMove[];
  readonly up: number;
  readonly down: number;
  readonly same: number;
  /** In this cycle alone: neither up nor down, whatever star they got. */
  readonly firstTime: number;
  /** In the cycle before alone. */
  readonly left: number;
}

/**
 * The distribution of stars and the moves since the cycle before. Being rated for the first time after taking part without a star
 * is a move up; taking part for the first time is not (AT-26).
 * @param before empty: there was no cycle before, all are first-time
 * @throws RangeError when a code occurs twice in one cycle
 */
export function programmeOf(now: readonly Rated[], before: readonly Rated[]): Programme {
  const starsBefore = starsByCode(before.filter(isMeasured));
  const codesNow = starsByCode(now);
  const measured = now.filter(isMeasured);
  const stars = measured.map(({ star }) => star);
  const pairs = measured.flatMap(({ code, star }) => {
    const from = starsBefore.get(code);
    return from === undefined ? [] : [{ from, to: star }];
  });
  const directions = pairs.map(({ from, to }) => Math.sign((to ?? 0) - (from ?? 0)));
  return {
    units: measured.length,
    unmeasured: now.length - measured.length,
    distribution: starCounts(stars),
    meanStar: meanOf(stars.filter((star) => star !== null)),
    moves: movesOf(pairs),
    up: directions.filter((way) => way > 0).length,
    down: directions.filter((way) => way < 0).length,
    same: directions.filter((way) => way === 0).length,
    firstTime: measured.length - pairs.length,
    left: [...starsBefore.keys()].filter((code) => !codesNow.has(code)).length,
  };
}

function isMeasured({ isMeasured = true }: Rated): boolean {
  return isMeasured;
}

function starsByCode(rated: readonly Rated[]): ReadonlyMap<string, number | null> {
  const byCode = new Map(rated.map(({ code, star }) => [code, star]));
  if (byCode.size < rated.length) throw new RangeError('A code occurs twice in one cycle');
  return byCode;
}

function movesOf(pairs: readonly Pick<StarMove, 'from' | 'to'>[]): StarMove[] {
  const moves = new Map<string, StarMove>();
  for (const { from, to } of pairs) {
    const key = `${from} ${to}`;
    moves.set(key, { from, to, units: (moves.get(key)?.units ?? 0) + 1 });
  }
  return [...moves.values()].sort((a, b) => (b.from ?? 0) - (a.from ?? 0) || (b.to ?? 0) - (a.to ?? 0));
}
