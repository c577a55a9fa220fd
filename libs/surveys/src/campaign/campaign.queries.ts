import type { EntityManager } from 'typeorm';
import { Problem, type Wording } from '#contract';
import type { Campaign } from '#campaigns';
import type { CampaignState } from './place.queries.js';

/** A campaign as it is stored. */
export interface StoredCampaign {
  readonly id: string;
  readonly cycleId: string;
  readonly code: string;
  readonly state: CampaignState;
  /** With all its defaults. */
  readonly document: Campaign;
  /** SHA-256 over its canonical JSON (RFC 8785). */
  readonly hash: string;
  readonly savedAt: Date;
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
}

/** What follows from a document for the columns beside it. */
export interface CampaignRow {
  readonly campaign: Campaign;
  readonly hash: string;
  readonly cycleId: string;
  readonly instrumentId: string;
  /** Who saves it; null: the command line. */
  readonly by: string | null;
}

/** A campaign, or null. Locked, nobody saves, opens or closes it meanwhile. */
export async function findCampaign(db: EntityManager, code: string, lock = false): Promise<StoredCampaign | null> {
  const [row] = await db.query<StoredCampaign[]>(
    `select id, cycle_id as "cycleId", code, state, document, hash, saved_at as "savedAt", opened_at as "openedAt",
       closed_at as "closedAt"
     from campaigns where code = $1 ${lock ? 'for update' : ''}`,
    [code],
  );
  return row ?? null;
}

/** A campaign. @throws Problem `campaign.unknown` */
export async function campaignOf(db: EntityManager, code: string, lock = false): Promise<StoredCampaign> {
  return (await findCampaign(db, code, lock)) ?? unknownCampaign(code);
}

/** A campaign without its document, which grows with the network. @throws Problem `campaign.unknown` */
export async function campaignNamed(
  db: EntityManager,
  code: string,
): Promise<Pick<StoredCampaign, 'id' | 'state'> & Pick<Campaign, 'study'>> {
  const [row] = await db.query<(Pick<StoredCampaign, 'id' | 'state'> & Pick<Campaign, 'study'>)[]>(
    'select id, state, study from campaigns where code = $1',
    [code],
  );
  return row ?? unknownCampaign(code);
}

function unknownCampaign(code: string): never {
  throw new Problem('campaign.unknown', { params: { code: code.slice(0, 64) } });
}

/** Keeps the first draft of a campaign. @returns false when its code is taken: also by somebody who saved it just now */
export async function insertDraft(db: EntityManager, row: CampaignRow): Promise<boolean> {
  const made = await db.query<unknown[]>(
    `insert into campaigns (id, code, cycle_id, study, instrument_id, document, hash, utc_offset, saved_by)
     values (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7, $8) on conflict (code) do nothing returning 1`,
    valuesOf(row),
  );
  return made.length > 0;
}

/** Puts another draft, or a campaign with another end, in the place of the one before. */
export async function replaceDocument(db: EntityManager, row: CampaignRow): Promise<void> {
  await db.query(
    `update campaigns set cycle_id = $2, study = $3, instrument_id = $4, document = $5, hash = $6, utc_offset = $7, saved_by = $8,
       saved_at = now()
     where code = $1`,
    valuesOf(row),
  );
}

function valuesOf({ campaign, hash, cycleId, instrumentId, by }: CampaignRow): unknown[] {
  const { code, study } = campaign;
  return [code, cycleId, study, instrumentId, JSON.stringify(campaign), hash, offsetOf(campaign.opens), by];
}

/** The days of a campaign are those where its office writes its opening: from Z or ±HH:MM at its end. */
function offsetOf(instant: string): string {
  return /[+-]\d\d:\d\d$/.exec(instant)?.[0] ?? '00:00';
}

/** Takes answers from now on, as far as the document says so. */
export async function markOpened(db: EntityManager, id: string, by: string | null): Promise<void> {
  await db.query(`update campaigns set state = 'open', opened_at = now(), opened_by = $2 where id = $1`, [id, by]);
}

/** Takes no more answers. */
export async function markClosed(db: EntityManager, id: string, by: string | null): Promise<void> {
  await db.query(`update campaigns set state = 'closed', closed_at = now(), closed_by = $2 where id = $1`, [id, by]);
}

/** A campaign in a list. */
export interface CampaignLine {
  readonly code: string;
  /** The key of its cycle. */
  readonly cycle: string;
  readonly study: Campaign['study'];
  readonly instrument: Campaign['instrument'];
  readonly title: Wording;
  readonly state: CampaignState;
  readonly opens: string;
  readonly closes: string;
  /** How many it asks about. */
  readonly places: number;
  readonly savedAt: Date;
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
}

/** A page of campaigns in the order of their codes. */
export function listCampaigns(
  db: EntityManager,
  { cycleId, after, most }: { readonly cycleId: string | null; readonly after: string; readonly most: number },
): Promise<CampaignLine[]> {
  return db.query<CampaignLine[]>(
    `select campaigns.code, cycles.key as cycle, study, document -> 'instrument' as instrument, document -> 'title' as title, state,
       document ->> 'opens' as opens, document ->> 'closes' as closes, jsonb_array_length(document -> 'places') as places,
       saved_at as "savedAt", opened_at as "openedAt", closed_at as "closedAt"
     from campaigns join cycles on cycles.id = cycle_id
     where campaigns.code collate "C" > $1 and ($2::uuid is null or cycle_id = $2)
     order by campaigns.code collate "C" limit $3`,
    [after, cycleId, most],
  );
}
