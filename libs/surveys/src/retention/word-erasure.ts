import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PlatformSecret } from '#access';
import { Database } from '#database';
import { KnownInstruments } from '#schemes';
import { AnswerMix } from '../invitation/answer-mix.js';
import { sealingPurpose } from '../invitation/anonymous-answers.js';
import { openAnswer } from '../invitation/sealed-answer.js';
import {
  agencyAfter,
  beginErasure,
  deleteSealed,
  eraseReasons,
  finishErasure,
  listLeftSealed,
  listWritten,
  lockErasure,
  moveErasure,
  storeErased,
  type ErasingCampaign,
  type LeftSealed,
} from './retention.queries.js';
import { withoutWords, wordItemsOf } from './without-words.js';

/** The job that erases the words of a campaign. */
export const eraseTask = 'survey.erase';

/** Responses in one transaction at most. */
const mostAtOnce = 1_000;

/**
 * Erases what people wrote when its time has come: in the answers, in reasons that were given about them, and with it who interviewed
 * and what ties imported responses to somebody's own numbers. Counts and sums, standing and marks stay as they are.
 */
@Injectable()
export class WordErasure {
  constructor(
    private readonly database: Database,
    private readonly instruments: KnownInstruments,
    private readonly mix: AnswerMix,
    private readonly secret: PlatformSecret,
  ) {}

  /**
   * Erases the words of a campaign if they are due: a thousand responses a transaction, each with a note how far it came, so that it goes
   * on there when it was killed. @returns in how many responses something was erased
   */
  async erase(campaign: string, now = new Date()): Promise<number> {
    const erasing = await this.database.transaction((db) => beginErasure(db, campaign, now));
    if (!erasing) return 0;
    if (erasing.study === 'employee-happiness') await this.clearPool(campaign, now);
    let erased = 0;
    for (let part: number | null = 0; part !== null;) {
      part = await this.database.transaction((db) => this.erasePart(db, erasing, now));
      erased += part ?? 0;
    }
    return erased;
  }

  /** @returns in how many responses something was erased; null: there is nothing left */
  private async erasePart(db: EntityManager, campaign: ErasingCampaign, now: Date): Promise<number | null> {
    const mark = await lockErasure(db, campaign.id);
    if (!mark) return null;
    const agency = mark.agency ?? (await agencyAfter(db, campaign.id, null));
    if (agency === null) return finish(db, campaign.id, now);
    const page = await listWritten(db, campaign, { agency, after: mark.after }, mostAtOnce);
    const { compiled } = await this.instruments.withId(db, campaign.instrumentId);
    const wordItems = wordItemsOf(compiled.instrument);
    const sheets = page.map(({ sheet }) => withoutWords(sheet, wordItems));
    const responses = { cycleId: campaign.cycleId, agency, ids: page.map(({ id }) => id) };
    await storeErased(db, responses, sheets);
    await eraseReasons(db, 'response_decisions', responses);
    await eraseReasons(db, 'response_erasures', responses);
    const erased = sheets.filter((sheet) => sheet !== null).length;
    const last = page.at(-1);
    const isAgencyDone = page.length < mostAtOnce || !last;
    const next = isAgencyDone ? await agencyAfter(db, campaign.id, agency) : agency;
    await moveErasure(db, campaign.id, { agency: next ?? agency, after: isAgencyDone ? null : last.id }, erased);
    if (next === null) await finish(db, campaign.id, now);
    return erased;
  }

  /** What still waits sealed is mixed like any answer, and its words go with those of the others. What nobody can open any more goes. */
  private async clearPool(campaign: string, now: Date): Promise<void> {
    const key = await this.secret.keyFor(sealingPurpose);
    for (let after: string | null = null; ;) {
      const page: readonly LeftSealed[] = await this.database.read((db) =>
        listLeftSealed(db, campaign, after, mostAtOnce),
      );
      const lost = page.filter((one) => !isOpenable(key, one)).map(({ invitation }) => invitation);
      if (lost.length > 0) await this.database.transaction((db) => deleteSealed(db, lost));
      after = page.at(-1)?.invitation ?? null;
      if (page.length < mostAtOnce) break;
    }
    await this.mix.mix(campaign, now);
  }
}

async function finish(db: EntityManager, campaign: string, now: Date): Promise<null> {
  await finishErasure(db, campaign, now);
  return null;
}

function isOpenable(key: Buffer, { invitation, sealed }: LeftSealed): boolean {
  try {
    openAnswer(key, invitation, sealed);
    return true;
  } catch {
    return false;
  }
}
