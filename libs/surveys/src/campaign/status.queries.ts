import type { EntityManager } from 'typeorm';
import type { Standing } from '#campaigns';
import { isUnfolded } from '../tally/fold-mark.js';
import { countAt, listPlaceQuotas } from './quota.queries.js';

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
  /** What happens when it is full: it is told, or nobody new is asked. */
  readonly whenFull: 'count' | 'close';
  readonly counted: number;
}

/** The quotas of a campaign in the order of its document; none of one that was never opened. */
export async function listQuotas(db: EntityManager, campaignId: string): Promise<QuotaLine[]> {
  const quotas = await listPlaceQuotas(db, campaignId);
  const numbers = quotas.map(({ n }) => n);
  const counts = await countAt(db, campaignId, numbers);
  type Named = Pick<QuotaLine, 'agency' | 'centre' | 'service' | 'channel'>;
  const rows = await db.query<(Named & { readonly n: number })[]>(
    `select n, agencies.code as agency, centres.code as centre, service, channel
     from survey_places join agencies on agencies.id = survey_places.agency_id left join centres on centres.id = centre_id
     where n = any($1)`,
    [numbers],
  );
  const names = new Map(rows.map(({ n, ...named }) => [n, named]));
  return quotas.flatMap(({ n, most, whenFull }) => {
    const named = names.get(n);
    return named ? [{ ...named, most, whenFull, counted: counts.get(n) ?? 0 }] : [];
  });
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
