import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { Actor } from '#access';
import { Problem } from '#contract';
import { Database } from '#database';
import { faultAt } from '#documents';
import type { AnswerSheet } from '#instruments';
import { KnownInstruments } from '#schemes';
import { campaignNamed } from '../campaign/campaign.queries.js';
import { lockResponses } from '../response/decision.queries.js';
import { cutFromInvitation, eraseReasons, keepErasure, storeErased } from './retention.queries.js';
import { findWritten } from './written-response.queries.js';
import { withoutWords, wordItemsOf } from './without-words.js';

/** What erasing one response did. */
export interface ErasureReceipt {
  readonly id: string;
  /** False: there was nothing in it that tells who somebody is, or it was erased before. */
  readonly changed: boolean;
}

const mostReason = 4_000;

/** Single responses, erased because somebody asks for it. */
@Injectable()
export class ResponseErasures {
  constructor(
    private readonly database: Database,
    private readonly instruments: KnownInstruments,
  ) {}

  /**
   * Erases what somebody wrote in a response, who interviewed him, and what ties it to his invitation. It counts on as it stands. That
   * it was erased, by whom, when and why stays on record, without what was erased. Once more changes nothing.
   * @param reason without names: it is kept as long as the words of others
   * @throws Problem `campaign.unknown`; `response.unknown`, also for one of employees: nobody can tell whose theirs are;
   *   `request.invalid` without a reason
   */
  async erase(actor: Actor, code: string, response: string, reason: string): Promise<ErasureReceipt> {
    if (!actor.can('response.decide')) throw new Problem('access.notAllowed');
    if (!isUUID(response)) throw new Problem('response.unknown');
    if (reason.trim() === '') throw new Problem('request.invalid', { faults: [faultAt('reason', 'missing')] });
    if (reason.length > mostReason)
      throw new Problem('request.invalid', { faults: [faultAt('reason', 'tooLong', { max: mostReason })] });
    const id = response.toLowerCase();
    return this.database.transaction(async (db) => {
      const campaign = await campaignNamed(db, code);
      const [found] = campaign.study === 'employee-happiness' ? [] : await lockResponses(db, campaign.id, [id]);
      if (!found) throw new Problem('response.unknown');
      const { agencyId: agency, cycleId } = found;
      const { sheet, instrumentId, isTold } = await findWritten(db, campaign.id, found);
      const { compiled } = await this.instruments.withId(db, instrumentId);
      const erased: AnswerSheet | null = withoutWords(sheet, wordItemsOf(compiled.instrument));
      const changed = erased !== null || isTold;
      if (!changed) return { id, changed };
      const responses = { cycleId, agency, ids: [id] };
      await storeErased(db, responses, [erased]);
      await eraseReasons(db, 'response_decisions', responses);
      await cutFromInvitation(db, campaign.id, id);
      await keepErasure(db, found, { accountId: actor.accountId, reason });
      return { id, changed };
    });
  }
}
