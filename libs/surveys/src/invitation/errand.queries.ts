import type { EntityManager } from 'typeorm';

/** A campaign and what is to be done about it. */
export interface Errand {
  readonly campaign: string;
  readonly isToSend: boolean;
  readonly isToRemind: boolean;
  readonly isToMix: boolean;
  readonly isToForget: boolean;
}

/**
 * Campaigns with invitations about which there may be something to do now; whether there is, the work itself decides. One without
 * a reference was forgotten: there is nothing left to do about it.
 */
export async function listErrands(db: EntityManager, now: Date, forgetAfterDays: number): Promise<Errand[]> {
  return db.query<Errand[]>(
    `with ends as (
       select *, least(case when state = 'closed' then closed_at end, (document->>'closes')::timestamptz) as ends_at from campaigns where state <> 'draft'
     )
     select id as campaign, is_running and exists (select from survey_invitations where campaign_id = ends.id and sent_at is null) as "isToSend",
       is_running and (document->'invitations'->>'reminders')::integer > 0 as "isToRemind",
       study = 'employee-happiness' and exists (select from sealed_answers join survey_invitations on survey_invitations.id = invitation_id
         where campaign_id = ends.id) as "isToMix",
       ends_at <= $1::timestamptz - make_interval(days => $2) as "isToForget"
     from ends, lateral (select state = 'open' and $1 >= (document->>'opens')::timestamptz and $1 < ends_at as is_running) as running
     where exists (select from survey_invitations where campaign_id = ends.id and reference is not null)
     order by id`,
    [now, forgetAfterDays],
  );
}

/**
 * Forgets whom the invitations of a campaign went to and what about, and which response each was spent for, some at a time.
 * @returns how many
 */
export async function forgetContacts(db: EntityManager, campaign: string, most: number): Promise<number> {
  const [, forgotten] = await db.query<[unknown, number]>(
    `update survey_invitations set contact = null, contact_hash = null, reference = null,
       answered = answered or response_id is not null, response_id = null
     where id in (select id from survey_invitations where campaign_id = $1 and reference is not null limit $2)`,
    [campaign, most],
  );
  return forgotten;
}
