import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '#access';
import type { Standing } from '#campaigns';
import { Problem } from '#contract';
import { Database } from '#database';
import { campaignNamed } from '../campaign/campaign.queries.js';
import { moveStanding } from '../tally/standing-moves.js';
import {
  keepDecision,
  listNoticed,
  lockResponses,
  type After,
  type DecidedResponse,
  type NoticedChoice,
  type NoticedResponse,
} from './decision.queries.js';

/** Responses in one page of a list, and at most decided about at once. */
export const mostNoticed = 200;

/** A page of responses to be looked at. */
export interface NoticedPage {
  readonly responses: readonly NoticedResponse[];
  /** Where the next page goes on; null: this was the last. */
  readonly next: After | null;
}

/** What a person decided about responses. */
export interface Decision {
  /** How they are to stand. */
  readonly to: Standing;
  readonly reason: string;
}

/** How many were changed; those that stood so already were not. */
export interface DecidedReceipt {
  readonly changed: number;
}

/**
 * What people decide about responses that were suspected or marked. Every decision stays on record with its reason, and can be
 * turned round by another. Answers of employees are not shown one by one, to nobody, so nothing is decided about them here.
 */
@Injectable()
export class ResponseDecisions {
  constructor(private readonly database: Database) {}

  /** Responses of a campaign that were suspected, marked or decided about. @throws Problem `campaign.unknown` */
  list(code: string, choice: NoticedChoice, after: After | null): Promise<NoticedPage> {
    return this.database.read(async (db) => {
      const campaignId = await shownCampaign(db, code);
      const responses = campaignId === null ? [] : await listNoticed(db, campaignId, choice, after, mostNoticed);
      const last = responses.at(-1);
      const isFull = responses.length === mostNoticed;
      return { responses, next: isFull && last ? { place: last.place, id: last.id } : null };
    });
  }

  /**
   * Decides about responses of a campaign, all of them or none.
   * @param ids at most `mostNoticed`
   * @throws Problem `campaign.unknown`, `response.unknown` when one of them is not of the campaign
   */
  decide(actor: Actor, code: string, ids: readonly string[], decision: Decision): Promise<DecidedReceipt> {
    return this.database.transaction(async (db) => {
      const campaignId = await shownCampaign(db, code);
      const wanted = new Set(ids.map((id) => id.toLowerCase()));
      const found = campaignId === null ? [] : await lockResponses(db, campaignId, [...wanted]);
      if (found.length < wanted.size) throw new Problem('response.unknown');
      const changing = found.filter(({ standing }) => standing !== decision.to);
      for (const response of changing) await this.change(db, actor, response, decision);
      return { changed: changing.length };
    });
  }

  private async change(db: EntityManager, actor: Actor, response: DecidedResponse, decision: Decision): Promise<void> {
    await keepDecision(db, response, { ...decision, accountId: actor.accountId });
    await moveStanding(db, response, response.standing, decision.to);
  }
}

/** The id of a campaign whose responses are shown one by one; null: they are of employees. */
async function shownCampaign(db: EntityManager, code: string): Promise<string | null> {
  const { id, study } = await campaignNamed(db, code);
  return study === 'employee-happiness' ? null : id;
}
