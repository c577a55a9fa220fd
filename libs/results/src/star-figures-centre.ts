import type { StarCentre } from '#figures';
import type { ServingCentre } from '#network';
import { likeForLikeOfUnit, type FoundPair, type Judgement } from '#scoring';
import type { StarCycles } from './star-figures-agency.js';

/** What is printed of a centre that is rated now. */
export function starCentreOf(
  { now, before, titles }: StarCycles,
  centre: ServingCentre | undefined,
  pair: FoundPair,
  judged: { readonly now: Judgement; readonly before: Judgement | null },
): StarCentre {
  const { unit, channelType, score, interval, rawStar, fired, star, provisional, nearEdge } = judged.now;
  return {
    code: unit,
    name: { en: centre?.nameEn ?? null, ar: centre?.nameAr ?? null },
    channel: channelType,
    channelTitle: titles.channel(channelType),
    score,
    interval,
    rawStar,
    fired: titles.fired(fired),
    star,
    provisional: titles.provisional(provisional),
    nearEdge,
    before: judged.before && { score: judged.before.score, star: judged.before.star },
    change: before && changeOf(pair, before.scheme, now.scheme),
  };
}

function changeOf(
  { before, now }: FoundPair,
  schemeBefore: StarCycles['now']['scheme'],
  scheme: StarCycles['now']['scheme'],
): StarCentre['change'] {
  if (!before || !now) return null;
  const change = likeForLikeOfUnit({ scheme: schemeBefore, evidence: before }, { scheme, evidence: now });
  return { points: change.refused === null ? change.sameYardstick : null, refused: change.refused };
}
