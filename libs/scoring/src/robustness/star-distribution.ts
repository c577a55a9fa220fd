import type { CompiledScheme, StarCount } from '../judge/index.js';
import { starTally } from '../what-if/star-tally.js';
import { compiledBy } from './alternatives.js';
import type { Alternative } from './alternatives.js';
import { judgedBy } from './judged-in-draws.js';
import type { Captured } from './judged-in-draws.js';

/** The stars of all units by one way of judging. */
export interface StarDistribution {
  /** Null: as judged. */
  readonly alternative: Alternative | null;
  /** From the most stars down, not rated last. */
  readonly stars: readonly StarCount[];
  /** How many have another star than as judged. */
  readonly changed: number;
}

export interface DistributionTally {
  readonly add: (channelType: string, captured: Captured, asJudged: number | null) => void;
  readonly sum: () => StarDistribution;
}

export function distributionTally(
  alternative: Alternative | null,
  compiledByChannel: ReadonlyMap<string, CompiledScheme>,
): DistributionTally {
  const others = new Map(
    [...compiledByChannel].map(([code, compiled]) => [code, alternative && compiledBy(alternative, compiled)]),
  );
  const stars = starTally();
  let changed = 0;
  const add = (channelType: string, captured: Captured, asJudged: number | null) => {
    const other = others.get(channelType);
    const star = other ? judgedBy(other, captured).star : asJudged;
    stars.add(star);
    if (star !== asJudged) changed += 1;
  };
  return { add, sum: () => ({ alternative, stars: stars.counts(), changed }) };
}
