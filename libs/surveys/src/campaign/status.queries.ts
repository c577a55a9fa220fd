import type { EntityManager } from 'typeorm';
import type { Standing } from '#campaigns';
import { isUnfolded } from '../tally/fold-mark.js';

/** How many responses of a campaign stand how: what is tallied, and what is not folded yet. */
export async function countStandings(
  db: EntityManager,
  campaignId: string,
): Promise<Readonly<Record<Standing, number>>> {
  const rows = await db.query<{ standing: number; responses: number }[]>(
    `select standing, sum(responses)::integer as responses from (
       select standing, responses from survey_tallies join survey_places on n = place_n where campaign_id = $1
       union all
       select standing, 1 from survey_fold, responses join survey_places on n = place_n
       where ${isUnfolded} and campaign_id = $1
     ) as each group by standing`,
    [campaignId],
  );
  const numberOf = (standing: number) => rows.find((row) => row.standing === standing)?.responses ?? 0;
  return { counted: numberOf(0), held: numberOf(1), excluded: numberOf(2) };
}

/** A place with a quota, and how many counted responses it has. */
export interface QuotaLine {
  readonly agency: string;
  readonly centre: string | null;
  readonly service: string | null;
  readonly channel: string | null;
  readonly most: number;
  readonly counted: number;
}

/** The quotas of a campaign in the order of its document; none of one that was never opened. */
export function listQuotas(db: EntityManager, campaignId: string): Promise<QuotaLine[]> {
  return db.query<QuotaLine[]>(
    `with limited as materialized (
       select given.at, given.most, places.n, agencies.code as agency, centres.code as centre, places.service, places.channel
       from campaigns, jsonb_array_elements(document -> 'quotas') with ordinality as quota (it, at),
         lateral (select at, (it ->> 'most')::integer as most, it #>> '{place,agency}' as agency, it #>> '{place,centre}' as centre,
           it #>> '{place,service}' as service, it #>> '{place,channel}' as channel) as given
         join agencies on agencies.code = given.agency left join centres on centres.code = given.centre
         join survey_places as places on places.campaign_id = $1 and places.agency_id = agencies.id
           and places.centre_id is not distinct from centres.id and places.service is not distinct from given.service
           and places.channel is not distinct from coalesce(given.channel, centres.channel_type)
       where campaigns.id = $1
     ), answered as (
       select place_n as n, responses from survey_tallies where standing = 0 and place_n in (select n from limited)
       union all
       select place_n, 1 from survey_fold, responses
       where ${isUnfolded} and standing = 0 and place_n in (select n from limited)
     ), counts as (select n, sum(responses)::integer as counted from answered group by n)
     select agency, centre, service, channel, most, coalesce(counted, 0) as counted
     from limited left join counts using (n) order by at`,
    [campaignId],
  );
}

/** What became of the invitations of a campaign. */
export interface InvitationCounts {
  /** Sent, or handed out by somebody else. */
  readonly invited: number;
  /** Of these, known to have reached nobody. */
  readonly failed: number;
  /** Of these, answered; also where the answer waits to be mixed. */
  readonly completed: number;
}

/** Counts the invitations of a campaign. */
export async function countInvitations(db: EntityManager, campaignId: string): Promise<InvitationCounts> {
  const [row] = await db.query<InvitationCounts[]>(
    `select count(*)::integer as invited, (count(*) filter (where failed is not null and not is_answered))::integer as failed,
       (count(*) filter (where is_answered))::integer as completed
     from (
       select failed, answered or response_id is not null or sealed_answers.invitation_id is not null as is_answered
       from survey_invitations left join sealed_answers on sealed_answers.invitation_id = survey_invitations.id
       where campaign_id = $1 and (contact_kind is null or sent_at is not null or failed is not null)
     ) as each`,
    [campaignId],
  );
  return row ?? { invited: 0, failed: 0, completed: 0 };
}

/** How many places a campaign asks about. */
export async function countPlaces(db: EntityManager, campaignId: string): Promise<number> {
  const [row] = await db.query<{ places: number }[]>(
    'select count(*)::integer as places from survey_places where campaign_id = $1',
    [campaignId],
  );
  return row?.places ?? 0;
}
