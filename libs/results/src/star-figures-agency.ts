import { starChangeOf, type AgencyRef, type AgencyStarFigures, type StarCentre } from '#figures';
import { changeTally, judgeAgency, type FoundPair, type Judgement } from '#scoring';
import type { StarCycle } from './star-cycle.js';
import { treeTally, type JudgedPair, type TwoTrees } from './star-figures-tree.js';
import type { SchemeTitles } from './star-figures-titles.js';

/** Both cycles with what is said of them. */
export interface StarCycles {
  readonly now: StarCycle;
  readonly before: StarCycle | null;
  readonly titles: SchemeTitles;
  readonly trees: TwoTrees;
}

/** Takes the centres of one agency one by one, and keeps of each but what is printed. */
export interface AgencyTally {
  add(pair: FoundPair, judged: JudgedPair, centre: StarCentre | null): void;
  /** Null: no centre of it is rated in this cycle. */
  sum(from: readonly AgencyRef[]): AgencyStarFigures | null;
}

export function agencyTally({ now, before, titles, trees }: StarCycles): AgencyTally {
  const change = before && changeTally(before.scheme, now.scheme);
  const tree = treeTally(trees);
  const [judgedNow, judgedBefore]: [Judgement[], Judgement[]] = [[], []];
  const centres: StarCentre[] = [];
  return {
    add: (pair, judged, centre) => {
      change?.add(pair);
      tree.add(judged);
      if (judged.now) judgedNow.push(withoutTree(judged.now));
      if (judged.before) judgedBefore.push(withoutTree(judged.before));
      if (centre) centres.push(centre);
    },
    sum: (from) => {
      if (judgedNow.length === 0) return null;
      const { score, rawStar, fired, star, provisional, channels, stars } = judgeAgency(now.compiled, judgedNow);
      const earlier = before && judgedBefore.length > 0 ? judgeAgency(before.compiled, judgedBefore) : null;
      const scoresBefore = new Map(earlier?.channels.map((channel) => [channel.channelType, channel.score]));
      return {
        from,
        score,
        rawStar,
        fired: titles.fired(fired),
        star,
        provisional,
        channels: channels.map(({ channelType: code, units, score: mean, scored }) => ({
          code,
          title: titles.channel(code),
          score: mean,
          before: scoresBefore.get(code) ?? null,
          centres: units,
          scored,
        })),
        stars: stars.map((one) => ({ star: one.star, centres: one.units })),
        components: tree.components(),
        pillars: tree.pillars(),
        centres,
        before: earlier && { score: earlier.score, star: earlier.star },
        change: earlier && change && starChangeOf(change.sum()),
      };
    },
  };
}

function withoutTree(judgement: Judgement): Judgement {
  return { ...judgement, components: [], pillars: [] };
}
