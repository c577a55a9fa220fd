import type { EntityManager } from 'typeorm';
import type { CampaignState } from '../campaign/place.queries.js';
import type { Contact } from './contact.js';
import { placeKey } from './invitation-row.js';

/** What a personal link still is good for. `used` wins over `expired`: who answered is told so. */
export type InvitationState = 'open' | 'used' | 'expired';

/** An invitation as its link finds it. Finding spends nothing: mail scanners open links before people do. */
export interface FoundInvitation {
  readonly id: string;
  readonly campaignId: string;
  /** The number of the place it asks about. */
  readonly place: number;
  /** Of the invitation; the page opens in it. */
  readonly language: string;
  readonly state: InvitationState;
}

/**
 * That an invitation is still good, as a condition on `survey_invitations`: nobody answered by it, and it has not expired.
 * Whoever spends one updates `where token_hash = … and ${isUnspent}`: of two that try at once the second finds it false.
 */
export const isUnspent = `not survey_invitations.answered and survey_invitations.response_id is null
  and survey_invitations.expires_at > now()
  and not exists (select from sealed_answers where invitation_id = survey_invitations.id)`;

/** The invitation of a link, by `tokenHash`; null when there is none. Its response may wait in the pool of sealed answers. */
export async function findInvitation(db: EntityManager, tokenHash: Uint8Array): Promise<FoundInvitation | null> {
  const [row] = await db.query<FoundInvitation[]>(
    `select survey_invitations.id, campaign_id as "campaignId", place_n as place, language,
       case when answered or response_id is not null or sealed_answers.invitation_id is not null then 'used'
         when expires_at <= now() then 'expired' else 'open' end as state
     from survey_invitations left join sealed_answers on sealed_answers.invitation_id = survey_invitations.id
     where token_hash = $1`,
    [tokenHash],
  );
  return row ?? null;
}

/** A campaign as inviting needs it. */
export interface InvitingCampaign {
  readonly id: string;
  readonly state: CampaignState;
  readonly instrumentId: string;
  readonly document: unknown;
}

/** A campaign by its code, or null. @param locked so that two do not invite for it at once */
export async function findInvitingCampaign(
  db: EntityManager,
  code: string,
  locked: boolean,
): Promise<InvitingCampaign | null> {
  const [row] = await db.query<InvitingCampaign[]>(
    `select id, state, instrument_id as "instrumentId", document - 'places' - 'quotas' as document from campaigns
     where code = $1 ${locked ? 'for no key update' : ''}`,
    [code],
  );
  return row ?? null;
}

/** The places of a campaign by `placeKey`: also without their channel where it is that of the centre, or none. */
export async function placeNumbers(db: EntityManager, campaign: string): Promise<ReadonlyMap<string, number>> {
  interface Row {
    readonly n: number;
    readonly codes: readonly [agency: string, centre: string | null, service: string | null, channel: string | null];
    readonly own: string | null;
  }
  const rows = await db.query<Row[]>(
    `select n, json_build_array(agencies.code, centres.code, service, channel) as codes, centres.channel_type as own
     from survey_places join agencies on agencies.id = survey_places.agency_id left join centres on centres.id = centre_id
     where campaign_id = $1`,
    [campaign],
  );
  const places = new Map<string, number>();
  for (const { n, codes, own } of rows) {
    const [agency, centre, service, channel] = codes;
    places.set(placeKey(codes), n);
    if (channel === own) places.set(placeKey([agency, centre, service, null]), n);
  }
  return places;
}

/** An invitation as it is stored first. */
export interface NewInvitation {
  readonly id: string;
  readonly place: number;
  /** The hash of its token, as hexadecimal digits, as is the one below. */
  readonly token: string;
  readonly kind: Contact['kind'] | null;
  readonly contact: string | null;
  readonly contactHash: string | null;
  readonly language: string;
  readonly reference: string;
}

/** Stores invitations whose reference is new to the campaign and whose receiver did not opt out. @returns how many */
export async function insertInvitations(
  db: EntityManager,
  campaign: string,
  expiresAt: Date,
  invitations: readonly NewInvitation[],
): Promise<number> {
  const rows = await db.query<unknown[]>(
    `insert into survey_invitations (id, campaign_id, place_n, token_hash, contact_kind, contact, contact_hash, language, reference,
       expires_at, sent_at)
     select id, $1, place, decode(token, 'hex'), kind, contact, decode("contactHash", 'hex'), language, reference, $2,
       case when contact is null then now() end
     from jsonb_to_recordset($3) as given (id uuid, place integer, token text, kind text, contact text, "contactHash" text,
       language text, reference text)
     where not exists (select from survey_opt_outs where contact_hash = decode(given."contactHash", 'hex'))
     on conflict (campaign_id, reference) where reference is not null do nothing returning 1`,
    [campaign, expiresAt, JSON.stringify(invitations)],
  );
  return rows.length;
}

/** An invitation by its reference. */
export interface KnownInvitation {
  readonly id: string;
  readonly reference: string;
  /** Whether its link is to be handed out by others: it has no contact. */
  readonly isHandedOut: boolean;
}

/** The invitations of a campaign with these references. */
export async function listKnown(
  db: EntityManager,
  campaign: string,
  references: readonly string[],
): Promise<KnownInvitation[]> {
  return db.query<KnownInvitation[]>(
    `select id, reference, contact_kind is null as "isHandedOut" from survey_invitations
     where campaign_id = $1 and reference = any($2)`,
    [campaign, references],
  );
}

/** Asks the worker for something about a campaign, once however often it is asked for. */
export async function askFor(db: EntityManager, task: string, campaign: string): Promise<void> {
  await db.query(
    `select graphile_worker.add_job($1, payload := json_build_object('campaign', $2::text), job_key := $1 || ':' || $2::text)`,
    [task, campaign],
  );
}

/** How far the invitations of a campaign are. */
export interface InvitationSummary {
  /** All of them. */
  readonly invited: number;
  /** To be sent by us, and not sent yet. */
  readonly waiting: number;
  /** Sent by us, or handed out as a link. */
  readonly sent: number;
  /** Reminders sent. */
  readonly reminders: number;
  /** Refused for good by the server or gateway of the receiver. */
  readonly failed: number;
  readonly optedOut: number;
  readonly answered: number;
}

/** Counts the invitations of a campaign. */
export async function summaryOf(db: EntityManager, campaign: string): Promise<InvitationSummary> {
  const [row] = await db.query<InvitationSummary[]>(
    `select count(*)::integer as invited,
       count(*) filter (where sent_at is null and not opted_out)::integer as waiting,
       count(*) filter (where sent_at is not null and failed is null)::integer as sent,
       coalesce(sum(reminders), 0)::integer as reminders,
       count(*) filter (where failed is not null)::integer as failed,
       count(*) filter (where opted_out)::integer as "optedOut",
       count(*) filter (where answered or response_id is not null or sealed_answers.invitation_id is not null)::integer as answered
     from survey_invitations left join sealed_answers on sealed_answers.invitation_id = survey_invitations.id
     where campaign_id = $1`,
    [campaign],
  );
  if (!row) throw new Error('Nothing was counted');
  return row;
}
