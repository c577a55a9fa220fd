import type { EntityManager } from 'typeorm';
import type { Campaign } from '#campaigns';
import { placeNumbers } from '../invitation/invitation.queries.js';
import { placeKey } from '../invitation/invitation-row.js';
import { isUnfolded } from '../tally/fold-mark.js';

/** A quota and the place it is of. */
export interface PlaceQuota {
  readonly n: number;
  readonly most: number;
  readonly whenFull: 'count' | 'close';
}

/**
 * The quotas of a campaign in the order of its document, or those that close alone; none of one that was never opened, which
 * has no places yet. They are put together here: PostgreSQL knows nothing of how many quotas a document has, and goes through
 * all places for each.
 */
export async function listPlaceQuotas(
  db: EntityManager,
  campaignId: string,
  which: 'all' | 'closing' = 'all',
): Promise<PlaceQuota[]> {
  const path = which === 'all' ? '$.quotas[*]' : '$.quotas[*] ? (@.whenFull == "close")';
  const [row] = await db.query<{ readonly quotas: Campaign['quotas'] }[]>(
    'select jsonb_path_query_array(document, $2::jsonpath) as quotas from campaigns where id = $1',
    [campaignId, path],
  );
  const quotas = row?.quotas ?? [];
  const places = quotas.length > 0 ? await placeNumbers(db, campaignId) : new Map<string, number>();
  return quotas.flatMap(({ place: { agency, centre, service, channel }, most, whenFull = 'count' }) => {
    const n = places.get(placeKey([agency, centre ?? null, service ?? null, channel ?? null]));
    return n === undefined ? [] : [{ n, most, whenFull }];
  });
}

/** The counted responses about some places of a campaign, as its status counts them; a place without any is left out. */
export async function countAt(
  db: EntityManager,
  campaignId: string,
  places: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const rows = await db.query<{ readonly n: number; readonly counted: number }[]>(
    `select n, sum(responses)::integer as counted from (
       select tallies.place_n as n, responses
       from survey_places join campaigns on campaigns.id = campaign_id
         join survey_tallies as tallies using (cycle_id, agency_id)
       where campaign_id = $1 and n = any($2) and tallies.place_n = n and standing = 0
       union all
       select place_n, 1 from survey_fold, responses where ${isUnfolded} and standing = 0 and place_n = any($2)
     ) as each group by n`,
    [campaignId, places],
  );
  return new Map(rows.map(({ n, counted }) => [n, counted]));
}
