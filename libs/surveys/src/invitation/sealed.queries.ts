import type { EntityManager } from 'typeorm';
import type { Database } from '#database';
import { isUnspent } from './invitation.queries.js';
import type { PoolOfPlace } from './pool.js';

/**
 * Takes an answer for an invitation, if that is still good and its campaign open, in one statement: of many at once one is taken. Nothing about the
 * time is stored. @returns whether it was
 */
export async function takeSealed(database: Database, invitation: string, sealed: Buffer): Promise<boolean> {
  const rows = await database.statement(
    'survey_take_sealed',
    `with open as (
       select id from survey_invitations where id = $1 and ${isUnspent}
         and exists (select from campaigns where id = campaign_id and state = 'open') for update
     )
     insert into sealed_answers (invitation_id, sealed) select id, $2 from open on conflict (invitation_id) do nothing returning 1`,
    [invitation, sealed],
  );
  return rows.length > 0;
}

/** A campaign among employees as mixing needs it. */
export interface MixedCampaign {
  readonly id: string;
  readonly cycleId: string;
  readonly instrumentId: string;
  readonly document: unknown;
  /** When it was closed by hand; null: it was not. */
  readonly closedAt: Date | null;
}

/** A campaign among employees, locked against another mix of it; null for any other. */
export async function lockCampaignToMix(db: EntityManager, id: string): Promise<MixedCampaign | null> {
  const [row] = await db.query<MixedCampaign[]>(
    `select id, cycle_id as "cycleId", instrument_id as "instrumentId", document - 'places' - 'quotas' as document,
       case when state = 'closed' then closed_at end as "closedAt"
     from campaigns where id = $1 and study = 'employee-happiness' for no key update`,
    [id],
  );
  return row ?? null;
}

/** How many answers of a campaign wait, by place. */
export async function listPools(db: EntityManager, campaign: string): Promise<PoolOfPlace[]> {
  return db.query<PoolOfPlace[]>(
    `select places.n as place, places.agency_id as agency, count(*)::integer as waiting
     from sealed_answers join survey_invitations on survey_invitations.id = invitation_id
       join survey_places as places on places.n = place_n
     where survey_invitations.campaign_id = $1 group by places.n order by places.n`,
    [campaign],
  );
}

/** The invitations whose answers about some places wait, in the order of their random ids. */
export async function listWaiting(db: EntityManager, places: readonly number[]): Promise<string[]> {
  const rows = await db.query<{ id: string }[]>(
    `select invitation_id as id from sealed_answers join survey_invitations on survey_invitations.id = invitation_id
     where place_n = any($1) order by invitation_id`,
    [places],
  );
  return rows.map(({ id }) => id);
}

/** An answer that was taken out of the pool. */
export interface SealedRow {
  readonly invitation: string;
  readonly sealed: Buffer;
}

/** Takes answers out of the pool. */
export async function takeOut(db: EntityManager, invitations: readonly string[]): Promise<SealedRow[]> {
  const [rows] = await db.query<[SealedRow[], number]>(
    'delete from sealed_answers where invitation_id = any($1) returning invitation_id as invitation, sealed',
    [invitations],
  );
  return rows;
}

/** Notes that invitations were answered, where that is not noted yet: in the order of their ids, which chance made. */
export async function noteAnswered(db: EntityManager, invitations: readonly string[]): Promise<void> {
  await db.query(
    `with answered as materialized (
       select id from survey_invitations where id = any($1) and not answered order by id for update
     )
     update survey_invitations set answered = true from answered where survey_invitations.id = answered.id`,
    [invitations],
  );
}

/** The place of a campaign that stands for an agency as a whole; made when the campaign has none. */
export async function placeOfAgency(db: EntityManager, campaign: string, agency: string): Promise<number> {
  const known = `select n from survey_places where campaign_id = $1 and agency_id = $2
    and centre_id is null and service is null and channel is null`;
  await db.query(
    `insert into survey_places (campaign_id, agency_id) select $1, $2 where not exists (${known})
     on conflict on constraint survey_places_once do nothing`,
    [campaign, agency],
  );
  const [row] = await db.query<{ n: number }[]>(known, [campaign, agency]);
  if (!row) throw new Error('The place of an agency was not kept');
  return row.n;
}

/** A response of which nobody knows whose it is. */
export interface MixedResponse {
  /** Random, and made when the batch was shuffled. */
  readonly id: string;
  readonly segment: string;
  readonly consent: number;
  readonly sheet: unknown;
  /** What it adds to tallies, packed. */
  readonly contribution: Uint8Array;
  readonly marks: readonly string[];
}

/** Stores the responses of a batch in the order they are given in. */
export async function storeMixed(
  db: EntityManager,
  {
    cycleId,
    agency,
    place,
    day,
  }: { readonly cycleId: string; readonly agency: string; readonly place: number; readonly day: Date },
  responses: readonly MixedResponse[],
): Promise<void> {
  await db.query(
    `insert into responses (cycle_id, agency_id, id, place_n, way, language, outcome, segment, standing, consent, sheet, contribution,
       seconds, marks, interviewer_id, received_at)
     select $1, $2, id, $3, 'personal', '', '', segment, 0, consent, sheet,
       decode(contribution, 'hex'), null, array(select value from jsonb_array_elements_text(marks) with ordinality as each (value, at) order by at), null, $4
     from rows from (jsonb_to_recordset($5) as (id uuid, segment text, consent integer, sheet jsonb, contribution text,
       marks jsonb)) with ordinality as given (id, segment, consent, sheet, contribution, marks, at)
     order by at`,
    [
      cycleId,
      agency,
      place,
      day,
      JSON.stringify(responses.map((one) => ({ ...one, contribution: Buffer.from(one.contribution).toString('hex') }))),
    ],
  );
}
