import type { EntityManager } from 'typeorm';
import type { ScoreFamily } from '#campaigns';
import type { TallyLayout } from '#instruments';
import { eachCountedScores } from '../tally/reading/counted-scores.js';
import { groupKey, type PartlyAnswered } from './employee-groups.js';

/**
 * Of each family of scores how many responses that count have the score without all of its parts, or parts without the score: by agency
 * and answers to cuts. Tallies do not know it; it is counted in one pass over the responses of the campaign.
 */
export async function partlyAnswered(
  db: EntityManager,
  campaignId: string,
  { placeOf, summed }: TallyLayout,
  families: readonly ScoreFamily[],
): Promise<PartlyAnswered> {
  const counts = new Map<string, number[]>();
  if (families.length === 0) return counts;
  const places = families.map(({ whole, parts }) => [whole, ...parts].map((key) => placeOf.get(key) ?? -1));
  await eachCountedScores(db, { campaignId, sums: summed.length }, (response) => {
    const { scores } = response;
    const { agency, segment } = response.group();
    const key = groupKey(agency, segment.split('|'));
    const partly = counts.get(key) ?? families.map(() => 0);
    counts.set(key, partly);
    for (const [at, ofFamily] of places.entries()) {
      const present = ofFamily.filter((place) => !Number.isNaN(scores[place] ?? NaN)).length;
      if (present > 0 && present < ofFamily.length) partly[at]! += 1;
    }
  });
  return counts;
}
