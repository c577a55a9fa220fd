import type { EntityManager } from 'typeorm';
import { isUnfolded, withinSpan, type Span } from '../tally/fold-mark.js';

/**
 * Adds responses to those that came in by campaign, day and way, whatever becomes of them: a decision changes nothing of it. For
 * folding: in the transaction that moves its mark over them. Those of employees are left out: a day's share of them is
 * nobody's business.
 */
export async function addArrivals(db: EntityManager, span: Span): Promise<void> {
  await db.query(
    `insert into survey_arrivals as known (campaign_id, day, way, responses)
     select places.campaign_id, (arrived.quarter at time zone 'UTC' + campaigns.utc_offset)::date, arrived.way,
       sum(arrived.responses)
     from (
       select place_n, way, date_bin('15 minutes', received_at, 'epoch') as quarter, count(*) as responses
       from responses where ${withinSpan(span)} group by 1, 2, 3
     ) as arrived
       join survey_places as places on places.n = arrived.place_n join campaigns on campaigns.id = places.campaign_id
     where campaigns.study = 'customer-happiness'
     group by 1, 2, 3
     on conflict (campaign_id, day, way) do update set responses = known.responses + excluded.responses`,
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
