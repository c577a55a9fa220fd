import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '#access';
import { Campaign, instrumentMisfits, readCampaign } from '#campaigns';
import { Problem, type Fault } from '#contract';
import { Cycle, cycleOf } from '#cycles';
import { Database } from '#database';
import { contentHash, faultAt } from '#documents';
import { KnownInstruments } from '#schemes';
import { campaignInvalid, notOpenable } from './campaign-refusals.js';
import {
  campaignOf,
  insertDraft,
  listCampaigns,
  markClosed,
  markOpened,
  replaceDocument,
  type CampaignLine,
  type CampaignRow,
  type StoredCampaign,
} from './campaign.queries.js';
import { insertPlaces } from './place-rows.queries.js';
import type { CampaignState } from './place.queries.js';
import { resolvePlaces } from './resolved-places.js';

/** What saving a campaign did. */
export interface CampaignReceipt {
  readonly code: string;
  readonly hash: string;
  /** False: exactly this document was there already. */
  readonly changed: boolean;
  readonly state: CampaignState;
}

/** How a campaign stands after it was opened or closed. */
export interface MovedCampaign {
  readonly code: string;
  readonly state: CampaignState;
  /** False: it stood so before. */
  readonly changed: boolean;
}

/** Which campaigns to list. */
export interface CampaignChoice {
  /** The key of a cycle; absent: of all. */
  readonly cycle?: string | undefined;
  /** Only those with codes after this one. */
  readonly after?: string | undefined;
}

/** A page of a list of campaigns. */
const page = 100;

/** Survey campaigns: written as drafts, opened, closed. Who does so waits while somebody else does so to the same campaign. */
@Injectable()
export class Campaigns {
  constructor(
    private readonly database: Database,
    private readonly instruments: KnownInstruments,
  ) {}

  /**
   * Keeps a campaign: a draft in place of the one before; of an open one another end, or a shorter retention, which is also kept of
   * one that is closed. The same again changes nothing.
   * Refuses with `campaign.invalid` and all that is wrong, `campaign.frozen` for more than that, and `campaign.moveRefused` for more of
   * one that is closed.
   * @param named the code that it is to have; absent: its own
   */
  async save(actor: Actor, document: unknown, named?: string): Promise<CampaignReceipt> {
    const { campaign, faults } = readCampaign(document);
    if (!campaign) throw campaignInvalid(faults);
    if (named !== undefined && named !== campaign.code) {
      throw campaignInvalid([faultAt('code', 'notOneOf', { options: named }, campaign.code)]);
    }
    const hash = contentHash(campaign);
    return this.database.transaction(async (db) => {
      const row = { ...(await this.fitted(db, campaign)), campaign, hash, by: actor.accountId };
      if (await insertDraft(db, row)) return { code: campaign.code, hash, changed: true, state: 'draft' };
      const before = await campaignOf(db, campaign.code, true);
      if (before.hash !== hash) await replace(db, before, row);
      return { code: campaign.code, hash, changed: before.hash !== hash, state: before.state };
    });
  }

  /**
   * Takes answers from now on, in the time that the document says: then nothing of it changes but its end. Its places are held
   * against the network as it stands in the cycle. Once more changes nothing. Refuses with `campaign.unknown`,
   * `campaign.notOpenable` and every place that is wrong, and `campaign.moveRefused` for one that is closed.
   */
  open(actor: Actor, code: string): Promise<MovedCampaign> {
    return this.database.transaction(async (db) => {
      const { id, cycleId, state, document } = await campaignOf(db, code, true);
      if (state === 'open') return { code, state, changed: false };
      if (state === 'closed') throw refusedMove(code, state);
      const cycle = await db.findOneByOrFail(Cycle, { id: cycleId });
      const { places, faults } = await resolvePlaces(db, cycle, document.places);
      const wrong = [...endFaults(document), ...faults];
      if (wrong.length > 0) throw notOpenable(code, wrong);
      await insertPlaces(db, id, places);
      await markOpened(db, id, actor.accountId);
      return { code, state: 'open', changed: true };
    });
  }

  /**
   * Takes no more answers, from everywhere within a second. Once more changes nothing. Refuses with `campaign.unknown`, and with
   * `campaign.moveRefused` for a draft.
   */
  close(actor: Actor, code: string): Promise<MovedCampaign> {
    return this.database.transaction(async (db) => {
      const { id, state } = await campaignOf(db, code, true);
      if (state === 'closed') return { code, state, changed: false };
      if (state === 'draft') throw refusedMove(code, state);
      await markClosed(db, id, actor.accountId);
      return { code, state: 'closed', changed: true };
    });
  }

  /** A campaign with its document. Refuses with `campaign.unknown`. */
  read(code: string): Promise<StoredCampaign> {
    return this.database.read((db) => campaignOf(db, code));
  }

  /** Campaigns by code, a hundred at once. Refuses with `cycle.unknown`. */
  list({ cycle, after = '' }: CampaignChoice = {}): Promise<CampaignLine[]> {
    return this.database.read(async (db) => {
      const cycleId = cycle === undefined ? null : (await cycleOf(db, cycle)).id;
      return listCampaigns(db, { cycleId, after, most: page });
    });
  }

  /** Its cycle and its published instrument. @throws Problem `campaign.invalid` */
  private async fitted(db: EntityManager, campaign: Campaign): Promise<Pick<CampaignRow, 'cycleId' | 'instrumentId'>> {
    const { code, version } = campaign.instrument;
    const cycle = await db.findOneBy(Cycle, { key: campaign.cycle });
    const known = await this.instruments.named(db, code, version);
    const faults: Fault[] = [];
    if (!cycle) faults.push(faultAt('cycle', 'unknown', undefined, campaign.cycle));
    if (!known) faults.push(faultAt('instrument', 'unknown', undefined, `${code} ${version}`));
    else faults.push(...instrumentMisfits(campaign, known.compiled.instrument));
    if (!cycle || !known || faults.length > 0) throw campaignInvalid(faults);
    return { cycleId: cycle.id, instrumentId: known.id };
  }
}

/** @throws Problem `campaign.frozen`, `campaign.moveRefused`, `campaign.invalid` for an end that is over or words kept longer */
async function replace(db: EntityManager, before: StoredCampaign, row: CampaignRow): Promise<void> {
  if (before.state !== 'draft') {
    const { code, state } = before;
    // As it was saved then, with what has become the default of new fields since.
    const known = Campaign.parse(before.document);
    const { closes, retention } = row.campaign;
    const isSame = contentHash({ ...known, closes, retention }) === row.hash;
    const isEndMoved = closes !== known.closes;
    if (state === 'closed' && (!isSame || isEndMoved)) throw refusedMove(code, state);
    if (!isSame) throw new Problem('campaign.frozen', { params: { code } });
    // answers were taken till now, and stay within its time
    const faults = [...(isEndMoved ? endFaults(row.campaign) : []), ...retentionFaults(known, row.campaign)];
    if (faults.length > 0) throw campaignInvalid(faults);
  }
  await replaceDocument(db, row);
}

/** Whoever answered was told how long his words are kept: they may go earlier, never later. */
function retentionFaults({ retention: { words: told } }: Campaign, { retention: { words } }: Campaign): Fault[] {
  return words <= told ? [] : [faultAt('retention.words', 'outOfRange', { min: 30, max: told }, words)];
}

/** A campaign ends in the time to come. */
function endFaults({ closes }: Campaign): Fault[] {
  const now = new Date();
  return Date.parse(closes) > now.getTime()
    ? []
    : [faultAt('closes', 'notAbove', { other: now.toISOString() }, closes)];
}

function refusedMove(code: string, state: CampaignState): Problem {
  return new Problem('campaign.moveRefused', { params: { code, state } });
}
