import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { PlatformSecret } from '#access';
import { CampaignRules, cellOf, flawsOf, textsOf } from '#campaigns';
import { Database } from '#database';
import { contributionOf, packContribution, type AnswerSheet } from '#instruments';
import { KnownInstruments, type KnownInstrument } from '#schemes';
import { RepeatedTexts } from '../response/repeated-texts.js';
import { sealingPurpose } from './anonymous-answers.js';
import { batchesOf, partsOf } from './pool.js';
import { openAnswer, type EmployeeAnswer } from './sealed-answer.js';
import {
  listPools,
  listWaiting,
  lockCampaignToMix,
  noteAnswered,
  placeOfAgency,
  storeMixed,
  takeOut,
  type MixedCampaign,
  type MixedResponse,
} from './sealed.queries.js';
import { shuffled } from './shuffled.js';

/** Answers in one transaction at most: all of them are in memory, some kilobytes each. */
const mostAtOnce = 2_000;
/** How long after its end a campaign is taken to be over, in ms: whoever sent in the last moment is stored by then. */
const afterEnd = 60_000;

/** Turns the sealed answers of employees into responses that nothing ties to an invitation. */
@Injectable()
export class AnswerMix {
  constructor(
    private readonly database: Database,
    private readonly secret: PlatformSecret,
    private readonly instruments: KnownInstruments,
  ) {}

  /**
   * Mixes what may come out of the pool of a campaign (see `batchesOf`): each batch in one transaction, in an order that only chance
   * decided, under new random ids, with no time finer than the day. @returns how many responses were stored
   */
  async mix(campaign: string, now = new Date()): Promise<number> {
    let stored = 0;
    for (let part = -1; part !== 0; stored += part) part = await this.mixPart(campaign, now);
    // What was sealed does not lie about in the table's file after it was opened.
    if (stored > 0) await this.database.statement('survey_vacuum_sealed', 'vacuum sealed_answers', []);
    return stored;
  }

  private async mixPart(campaign: string, now: Date): Promise<number> {
    const key = await this.secret.keyFor(sealingPurpose);
    return this.database.transaction(async (db) => {
      const locked = await lockCampaignToMix(db, campaign);
      if (!locked) return 0;
      const rules = CampaignRules.parse(locked.document);
      const { least } = rules.anonymity;
      const [batch] = batchesOf(await listPools(db, campaign), least, isOver(locked, rules, now));
      const [part] = partsOf(batch?.take ?? 0, least, mostAtOnce);
      if (!batch || part === undefined) return 0;
      const waiting = await listWaiting(db, batch.places);
      // Also of those that stay behind: the marks do not tell whose answers the batch holds.
      await noteAnswered(db, waiting);
      const answers = (await takeOut(db, shuffled(waiting).slice(0, part))).map(({ invitation, sealed }) =>
        openAnswer(key, invitation, sealed),
      );
      const responses = await this.responsesOf(db, shuffled(answers), locked, rules);
      const place = batch.storedUnder ?? (await placeOfAgency(db, campaign, batch.agency));
      await storeMixed(db, { cycleId: locked.cycleId, agency: batch.agency, place, day: dayOf(now) }, responses);
      return responses.length;
    });
  }

  private async responsesOf(
    db: EntityManager,
    answers: readonly EmployeeAnswer[],
    { instrumentId }: MixedCampaign,
    rules: CampaignRules,
  ): Promise<MixedResponse[]> {
    const instrument = await this.instruments.withId(db, instrumentId);
    const texts = new RepeatedTexts();
    return answers.map((answer) => responseOf(answer, instrument, rules, texts));
  }
}

function responseOf(
  { sheet: sent, consent }: EmployeeAnswer,
  { compiled, layout }: KnownInstrument,
  rules: CampaignRules,
  texts: RepeatedTexts,
): MixedResponse {
  const sheet = sent as AnswerSheet; // it was checked before it was sealed
  const { segment } = cellOf(rules, sheet);
  const id = randomUUID();
  const flaws = flawsOf(rules, compiled.instrument, { sheet, seconds: null });
  // Within the batch alone, in the order that chance decided: of texts that are alike the mark says nothing that they do not say.
  const isRepeated = texts.isRepeated(rules.code, id, textsOf(sheet, compiled.instrument, rules.quality.identicalText));
  const marks = isRepeated ? [...flaws, 'identicalText'] : flaws;
  return {
    id,
    segment,
    consent,
    sheet,
    contribution: packContribution(contributionOf(layout, compiled, sheet)),
    marks,
  };
}

function isOver({ closedAt }: MixedCampaign, { closes }: CampaignRules, now: Date): boolean {
  return now.getTime() >= Math.min(closedAt?.getTime() ?? Infinity, Date.parse(closes)) + afterEnd;
}

/** The beginning of the day in Greenwich, which is no finer a time than the day. */
function dayOf(now: Date): Date {
  const day = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO('UTC').startOfDay();
  return new Date(day.epochMilliseconds);
}
