import type { EntityManager } from 'typeorm';
import type { AnswerSheet } from '#instruments';
import { wordsDueAt } from './due.js';

/** Campaigns whose words are due and not erased yet; again those that took answers after they had been. */
export async function listDueErasures(db: EntityManager, now: Date): Promise<string[]> {
  const rows = await db.query<{ id: string }[]>(
    `select id from (select *, ${wordsDueAt} as due_at from campaigns where state <> 'draft') as campaigns
       left join survey_erasures on campaign_id = id
     where due_at <= $1 and (finished_at is null or finished_at < due_at) order by id`,
    [now],
  );
  return rows.map(({ id }) => id);
}

/** A campaign whose words are being erased. */
export interface ErasingCampaign {
  readonly id: string;
  readonly cycleId: string;
  readonly instrumentId: string;
  readonly study: 'customer-happiness' | 'employee-happiness';
}

/**
 * Begins to erase a campaign, or goes on; nobody imports for it from now on. @returns null when it is not due, or all is erased
 */
export async function beginErasure(db: EntityManager, id: string, now: Date): Promise<ErasingCampaign | null> {
  const [row] = await db.query<(ErasingCampaign & { readonly dueAt: Date })[]>(
    `select id, cycle_id as "cycleId", instrument_id as "instrumentId", study, ${wordsDueAt} as "dueAt"
     from campaigns where id = $1 and state <> 'draft' for no key update`,
    [id],
  );
  if (!row || row.dueAt > now) return null;
  const { dueAt, ...campaign } = row;
  await db.query(
    `insert into survey_erasures as erasure (campaign_id, started_at) values ($1, $2)
     on conflict (campaign_id) do update set started_at = $2, finished_at = null, agency_id = null, after_id = null
       where erasure.finished_at < $3`,
    [id, now, dueAt],
  );
  const open = await db.query<unknown[]>('select from survey_erasures where campaign_id = $1 and finished_at is null', [
    id,
  ]);
  return open.length > 0 ? campaign : null;
}

/** How far erasing is: all agencies before this one are done, and of it the responses up to an id. */
export interface ErasureMark {
  /** Null: at none yet. */
  readonly agency: string | null;
  /** Null: none of the agency is done. */
  readonly after: string | null;
}

/** How far erasing is, locked with its campaign against whoever else erases, begins to, or imports; null when it is done. */
export async function lockErasure(db: EntityManager, campaign: string): Promise<ErasureMark | null> {
  await db.query('select from campaigns where id = $1 for no key update', [campaign]);
  const [row] = await db.query<ErasureMark[]>(
    `select agency_id as agency, after_id as after from survey_erasures where campaign_id = $1 and finished_at is null for update`,
    [campaign],
  );
  return row ?? null;
}

/** The next agency that a campaign asks about, in the order of their ids; null: there is none. */
export async function agencyAfter(db: EntityManager, campaign: string, agency: string | null): Promise<string | null> {
  const [row] = await db.query<{ id: string }[]>(
    `select agency_id as id from survey_places where campaign_id = $1 and ($2::uuid is null or agency_id > $2) order by agency_id limit 1`,
    [campaign, agency],
  );
  return row?.id ?? null;
}

/** A response as erasing reads it. */
export interface WrittenSheet {
  readonly id: string;
  readonly sheet: AnswerSheet;
}

/** Responses of a campaign about an agency, by id, from after one of them. */
export function listWritten(
  db: EntityManager,
  { id, cycleId }: Pick<ErasingCampaign, 'id' | 'cycleId'>,
  { agency, after }: ErasureMark,
  most: number,
): Promise<WrittenSheet[]> {
  return db.query<WrittenSheet[]>(
    `select id, sheet from responses
     where cycle_id = $1 and agency_id = $2 and ($3::uuid is null or id > $3)
       and place_n in (select n from survey_places where campaign_id = $4 and agency_id = $2)
     order by id limit $5`,
    [cycleId, agency, after, id, most],
  );
}

/** Which responses of an agency in a cycle. */
export interface ErasedResponses {
  readonly cycleId: string;
  readonly agency: string;
  readonly ids: readonly string[];
}

/** Puts sheets in the place of those that were read, and forgets who interviewed. */
export async function storeErased(
  db: EntityManager,
  { cycleId, agency, ids }: ErasedResponses,
  sheets: readonly (AnswerSheet | null)[],
): Promise<void> {
  await db.query(
    `update responses set sheet = coalesce(given.sheet, responses.sheet), interviewer_id = null
     from unnest($3::uuid[], $4::jsonb[]) as given (id, sheet)
     where cycle_id = $1 and agency_id = $2 and responses.id = given.id and (given.sheet is not null or interviewer_id is not null)`,
    [cycleId, agency, ids, sheets.map((sheet) => sheet && JSON.stringify(sheet))],
  );
}

/** Erases reasons that people wrote about responses: they may say what stood in them. That something was done stays. */
export async function eraseReasons(
  db: EntityManager,
  table: 'response_decisions' | 'response_erasures',
  { cycleId, agency, ids }: ErasedResponses,
): Promise<void> {
  await db.query(
    `update ${table} set reason = null where cycle_id = $1 and agency_id = $2 and response_id = any($3) and reason is not null`,
    [cycleId, agency, ids],
  );
}

/** Notes how far erasing came. @param erased in how many more responses something was */
export async function moveErasure(
  db: EntityManager,
  campaign: string,
  { agency, after }: ErasureMark,
  erased: number,
): Promise<void> {
  await db.query(
    'update survey_erasures set agency_id = $2, after_id = $3, erased = erased + $4 where campaign_id = $1',
    [campaign, agency, after, erased],
  );
}

/** Notes that all is erased, and forgets what ties imported responses to somebody's own numbers. */
export async function finishErasure(db: EntityManager, campaign: string, now: Date): Promise<void> {
  await db.query('update survey_erasures set finished_at = $2 where campaign_id = $1', [campaign, now]);
  await db.query('update campaigns set import_salt = null where id = $1', [campaign]);
}

/** A sealed answer that was never mixed. */
export interface LeftSealed {
  readonly invitation: string;
  readonly sealed: Buffer;
}

/** Sealed answers of a campaign, some at a time, in the order of their invitations. */
export function listLeftSealed(
  db: EntityManager,
  campaign: string,
  after: string | null,
  most: number,
): Promise<LeftSealed[]> {
  return db.query<LeftSealed[]>(
    `select invitation_id as invitation, sealed from sealed_answers join survey_invitations on survey_invitations.id = invitation_id
     where campaign_id = $1 and ($2::uuid is null or invitation_id > $2) order by invitation_id limit $3`,
    [campaign, after, most],
  );
}

/** Deletes sealed answers. */
export async function deleteSealed(db: EntityManager, invitations: readonly string[]): Promise<void> {
  await db.query(
    `with deleted as (delete from sealed_answers where invitation_id = any($1) returning invitation_id)
     update survey_invitations set answered = true from deleted where id = deleted.invitation_id`,
    [invitations],
  );
}

/** Cuts the tie between an invitation and the response it was spent for; it stays spent. */
export async function cutFromInvitation(db: EntityManager, campaign: string, response: string): Promise<void> {
  await db.query(
    'update survey_invitations set answered = true, response_id = gen_random_uuid() where campaign_id = $1 and response_id = $2',
    [campaign, response],
  );
}

/** Notes that a response was erased because somebody asked for it. */
export async function keepErasure(
  db: EntityManager,
  { cycleId, agencyId, id }: { readonly cycleId: string; readonly agencyId: string; readonly id: string },
  { accountId, reason }: { readonly accountId: string | null; readonly reason: string },
): Promise<void> {
  await db.query(
    'insert into response_erasures (cycle_id, agency_id, response_id, account_id, reason) values ($1, $2, $3, $4, $5)',
    [cycleId, agencyId, id, accountId, reason],
  );
}
