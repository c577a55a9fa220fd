import type { EntityManager } from 'typeorm';
import type { ScoreFamily } from '#campaigns';
import type { TallyLayout } from '#instruments';
import { groupKey, type PartlyAnswered } from './employee-groups.js';

/**
 * Of each family of scores how many responses that count have the score without all of its parts, or parts without the score: by agency
 * and answers to cuts. Tallies do not know it; the database counts it in one pass over the responses of the campaign.
 */
export async function partlyAnswered(
  db: EntityManager,
  campaignId: string,
  { placeOf }: TallyLayout,
  families: readonly ScoreFamily[],
): Promise<PartlyAnswered> {
  if (families.length === 0) return new Map();
  const counts = families.map(({ whole, parts }) => {
    const scores = [whole, ...parts].map((key) => `scored[${(placeOf.get(key) ?? -1) + 1}]`);
    return `count(*) filter (where num_nonnulls(${scores.join(', ')}) not in (0, ${scores.length}))::integer`;
  });
  const rows = await db.query<{ agency: string; segment: string; partly: number[] }[]>(
    `select agencies.code as agency, segment, array[${counts.join(', ')}] as partly
     from campaigns join survey_places as places on places.campaign_id = campaigns.id
       join responses on responses.cycle_id = campaigns.cycle_id and responses.agency_id = places.agency_id
         and responses.place_n = places.n and standing = 0
       join agencies on agencies.id = places.agency_id
     where campaigns.id = $1 group by agencies.code, segment`,
    [campaignId],
  );
  return new Map(rows.map(({ agency, segment, partly }) => [groupKey(agency, segment.split('|')), partly]));
}
