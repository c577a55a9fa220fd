import type { EntityManager } from 'typeorm';
import type { Cycle } from '#cycles';
import type { Tally } from '#figures';

/** The first and the last day on which a campaign took answers, ISO. */
export type CampaignDays = Pick<Tally, 'coversFrom' | 'coversTo'>;

/**
 * The days of the campaigns that were opened in a cycle, by id, within the cycle. A day is that of the place whose offset `opens` is
 * written with; an end at midnight belongs to the day before, and who closes a campaign by hand ends it.
 */
export async function listCampaignDays(db: EntityManager, cycle: Cycle): Promise<ReadonlyMap<string, CampaignDays>> {
  const rows = await db.query<(CampaignDays & { readonly id: string })[]>(
    `with named as (
       select id, utc_offset, (document->>'opens')::timestamptz as opens,
         least((document->>'closes')::timestamptz - interval '1 millisecond', closed_at) as ends
       from campaigns where cycle_id = $1 and state <> 'draft'
     ), days as (
       select id, (opens at time zone 'UTC' + utc_offset)::date as first,
         (greatest(opens, ends) at time zone 'UTC' + utc_offset)::date as last
       from named
     )
     select id, least(greatest(first, $2::date), $3::date)::text as "coversFrom",
       greatest(least(last, $3::date), $2::date)::text as "coversTo"
     from days`,
    [cycle.id, cycle.startsOn, cycle.endsOn],
  );
  return new Map(rows.map(({ id, ...days }) => [id, days]));
}

/** The days of a campaign. @throws Error when there is no such campaign in the cycle */
export function daysOf(campaign: { readonly id: string }, days: ReadonlyMap<string, CampaignDays>): CampaignDays {
  const found = days.get(campaign.id);
  if (!found) throw new Error(`A campaign has no days: ${campaign.id}`);
  return found;
}
