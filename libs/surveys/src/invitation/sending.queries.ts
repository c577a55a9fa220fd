import type { EntityManager } from 'typeorm';
import type { Database } from '#database';

/** An invitation to be sent, or sent again. */
export interface DueInvitation {
  readonly id: string;
  readonly kind: 'email' | 'sms';
  readonly contact: string;
  readonly language: string;
  readonly expiresAt: Date;
  /** Reminders sent so far. */
  readonly reminders: number;
}

/** Which invitations of a campaign are due. */
export interface DueChoice {
  readonly campaign: string;
  readonly kinds: readonly DueInvitation['kind'][];
  readonly now: Date;
  /** Places about which nobody new is asked. */
  readonly full: readonly number[];
  /** Null: those never sent; else those that may be reminded: last sent so long ago, reminded fewer times. */
  readonly reminded: { readonly sentBefore: Date; readonly most: number } | null;
}

const wanted = `survey_invitations.campaign_id = $1 and contact_kind = any($2) and contact is not null and not opted_out
  and failed is null and expires_at > $3 and place_n <> all($6) and not answered and response_id is null
  and not exists (select from survey_opt_outs where contact_hash = survey_invitations.contact_hash)
  and not exists (select from sealed_answers where invitation_id = survey_invitations.id)`;

/** Some due invitations after one, in the order of their ids. Who answered is not reminded, nor whose answer waits to be mixed. */
export async function listDue(
  db: EntityManager,
  { campaign, kinds, now, full, reminded }: DueChoice,
  after: string,
  most: number,
): Promise<DueInvitation[]> {
  const when = reminded ? 'sent_at <= $7 and reminders < $8' : 'sent_at is null';
  return db.query<DueInvitation[]>(
    `select id, contact_kind as kind, contact, language, expires_at as "expiresAt", reminders
     from survey_invitations where ${wanted} and ${when} and id > $4 order by id limit $5`,
    [campaign, kinds, now, after, most, full, ...(reminded ? [reminded.sentBefore, reminded.most] : [])],
  );
}

/** What is kept of an invitation that was sent. */
export interface SentNote {
  readonly id: string;
  readonly now: Date;
  readonly reminders: number;
  /** Why it will never arrive, in few words; null: it was taken on. */
  readonly failed: string | null;
  /** The hash of the token it was sent with. */
  readonly token: Buffer;
}

/** Notes that an invitation was sent, and with which link. */
export async function noteSent(database: Database, { id, now, reminders, failed, token }: SentNote): Promise<void> {
  await database.statement(
    'survey_note_sent',
    'update survey_invitations set sent_at = $2, reminders = $3, failed = $4, token_hash = $5 where id = $1',
    [id, now, reminders, failed, token],
  );
}

/** Whether nobody else sends for a campaign just now; if so, nobody else does until the transaction ends. */
export async function lockSending(db: EntityManager, campaign: string): Promise<boolean> {
  const [row] = await db.query<{ free: boolean }[]>('select pg_try_advisory_xact_lock($1, hashtext($2)) as free', [
    sendingLock,
    campaign,
  ]);
  return row?.free === true;
}

const sendingLock = 0x6e76; // any number that no other lock of the platform has

/** A campaign as sending needs it; null when it is not open. */
export async function findOpenCampaign(db: EntityManager, id: string): Promise<unknown> {
  const [row] = await db.query<{ document: unknown }[]>(
    `select document - 'places' - 'quotas' as document from campaigns where id = $1 and state = 'open'`,
    [id],
  );
  return row?.document ?? null;
}
