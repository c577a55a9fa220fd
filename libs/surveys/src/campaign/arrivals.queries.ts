import type { EntityManager } from 'typeorm';
import { isUnfolded, withinSpan, type Span } from '../tally/fold-mark.js';

/** Responses that came in to a campaign on a day by one way. */
export interface Arrived extends ArrivedCount {
  readonly campaignId: string;
}

/**
 * The responses of a span by campaign, day and way, whatever becomes of them: a decision changes nothing of it. Those of employees are
 * left out: a day's share of them is nobody's business.
 */
export function countArrivals(db: EntityManager, span: Span): Promise<Arrived[]> {
  return db.query<Arrived[]>(
    `select campaign_id as "campaignId", (received_at at time zone 'UTC' + utc_offset)::date::text as day, way, count(*)::int as responses
     from responses join survey_places as places on places.n = place_n join campaigns on campaigns.id = campaign_id
     where study = 'customer-happiness' and ${withinSpan(span)} group by 1, 2, 3`,
  );
}

/** Adds responses to those that came in. For folding: in the transaction that moves its mark over them. */
export async function addArrivals(db: EntityManager, arrived: readonly Arrived[]): Promise<void> {
  await db.query(
    `insert into survey_arrivals as known (campaign_id, day, way, responses)
     select campaign_id, day, way, responses
     from unnest($1::uuid[], $2::date[], $3::text[], $4::int[]) as given (campaign_id, day, way, responses)
     on conflict (campaign_id, day, way) do update set responses = known.responses + excluded.responses`,
    [
      arrived.map(({ campaignId }) => campaignId),
      arrived.map(({ day }) => day),
      arrived.map(({ way }) => way),
      arrived.map(({ responses }) => responses),
    ],
  );
}

/** Forgets what came in, to be added anew. */
export async function clearArrivals(db: EntityManager): Promise<void> {
  await db.query('delete from survey_arrivals');
}

/** Responses of a campaign that came in on a day by one way. */
export interface ArrivedCount {
  readonly day: string;
  readonly way: string;
  readonly responses: number;
}

/** What came in to a campaign by day and way: what was added, and what is not folded yet. Of employees nothing. */
export function listArrivals(db: EntityManager, campaignId: string): Promise<ArrivedCount[]> {
  return db.query<ArrivedCount[]>(
    `select day::text as day, way, sum(responses)::integer as responses from (
       select day, way, responses from survey_arrivals where campaign_id = $1
       union all
       select (received_at at time zone 'UTC' + campaigns.utc_offset)::date, way, 1
       from survey_fold, responses join survey_places on n = place_n join campaigns on campaigns.id = campaign_id
       where ${isUnfolded} and campaign_id = $1 and study = 'customer-happiness'
     ) as each group by day, way order by day, way`,
    [campaignId],
  );
}
