import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '#access';
import { Problem } from '#contract';
import { cycleOf } from '#cycles';
import { Database } from '#database';
import { emptyTally, type AnswerSheet } from '#instruments';
import { KnownInstruments } from '#schemes';
import { accountOf, lockedVisit } from '../review/acting.js';
import { insertReport, standingReport } from '../review/report.queries.js';
import { sentHash } from '../submit/sent-hash.js';
import { CountedMoves } from '../tally/counted-moves.js';
import { findTally } from '../tally/visit-tallies.queries.js';
import { noteEvent } from '../visit-moves.js';
import { Visit } from '../visit.entity.js';
import { amendedSheet } from './amended-sheet.js';
import { effectOf, type AppealEffect } from './appeal-effect.js';
import {
  findAppeal,
  hadPart,
  keepDecision,
  listAppeals,
  listAppealsOfCycle,
  visitOfAppeal,
  type AppealLine,
  type AppealOfVisit,
  type Decision,
  type StoredAppeal,
} from './appeal.queries.js';
import { shownOf } from './appeals.js';
import { AppealDecision, ProposedDecision, readAs } from './read-decision.js';

const mostLines = 100;

/** Decides about appeals: somebody of the office who had no part in what stands. */
@Injectable()
export class AppealDecisions {
  constructor(
    private readonly database: Database,
    private readonly moves: CountedMoves,
    private readonly instruments: KnownInstruments,
  ) {}

  /** Up to a hundred appeals of a cycle, the first first. Refuses with `cycle.unknown`. */
  list(cycleKey: string, choice: { openOnly: boolean; after: string | null }): Promise<AppealLine[]> {
    return this.database.read(async (db) => {
      const { id } = await cycleOf(db, cycleKey);
      return listAppealsOfCycle(db, id, { ...choice, most: mostLines });
    });
  }

  /**
   * What a decision would change; nothing is kept. Of an appeal that is decided it is in the figures already.
   * @param document a `ProposedDecision`
   * @throws Problem `request.invalid`, `visit.appealUnknown`, `visit.appealDecided`, `visit.itemUnknown`, `visit.answersInvalid`
   */
  async effect(appealId: string, document: unknown): Promise<AppealEffect> {
    const proposed = readAs(ProposedDecision, document);
    return this.database.read(async (db) => {
      const visit = await db.findOneBy(Visit, { id: await visitOf(db, appealId) });
      const appeal = visit && (await findAppeal(db, visit, appealId));
      if (!visit || !appeal) throw new Problem('visit.appealUnknown');
      if (appeal.decision !== null) throw new Problem('visit.appealDecided');
      const instrument = await this.instruments.withId(db, visit.instrumentId);
      const standing = (await standingReport(db, visit)).content.sheet as AnswerSheet;
      const amended =
        proposed.decision === 'amended'
          ? amendedSheet(instrument.compiled, standing, appeal.item, proposed.answer)
          : null;
      const tally = (await findTally(db, visit)) ?? emptyTally(instrument.layout);
      return effectOf(instrument, tally, standing, amended);
    });
  }

  /**
   * Decides about one appeal; with the last one of a visit the visit is decided. The same again changes nothing. An
   * amendment is a report of its own: what was sent stays.
   * @param document an `AppealDecision`
   * @throws Problem `request.invalid`, `visit.appealUnknown`, `visit.ownReview`, `visit.appealDecided`,
   * `visit.moveRefused`, `visit.itemUnknown`, `visit.answersInvalid`
   */
  async decide(office: Actor, appealId: string, document: unknown): Promise<AppealOfVisit> {
    const accountId = accountOf(office);
    const made = readAs(AppealDecision, document);
    return this.database.transaction(async (db) => {
      const locked = await lockedVisit(db, await visitOf(db, appealId));
      const appeal = (await findAppeal(db, locked, appealId)) as StoredAppeal;
      if (appeal.decision !== null) return repeated(appeal, accountId, made);
      if (await hadPart(db, locked, accountId)) throw new Problem('visit.ownReview');
      const visit = await this.underReview(db, office, locked);
      const amendedReport = made.decision === 'amended' ? await this.amend(db, visit, accountId, appeal, made) : null;
      await keepDecision(db, visit, appealId, { ...made, accountId, amendedReport });
      await this.finish(db, office, { ...visit, reportId: amendedReport ?? visit.reportId }, appealId, made);
      return shownOf((await findAppeal(db, visit, appealId)) as StoredAppeal);
    });
  }

  private async underReview(db: EntityManager, office: Actor, visit: Visit): Promise<Visit> {
    if (visit.state === 'underReview') return visit;
    return this.moves.move(db, office, visit, { to: 'underReview', verb: 'visit.decide' });
  }

  private async amend(
    db: EntityManager,
    visit: Visit,
    accountId: string,
    { item }: StoredAppeal,
    { reason, answer }: Extract<AppealDecision, { decision: 'amended' }>,
  ): Promise<string> {
    const standing = await standingReport(db, visit);
    const { compiled } = await this.instruments.withId(db, visit.instrumentId);
    const sheet = amendedSheet(compiled, standing.content.sheet as AnswerSheet, item, answer);
    const content = { ...standing.content, sheet, replaces: standing.id, reason };
    const id = randomUUID();
    await insertReport(db, visit, standing, { id, by: 'appeal', accountId, content, hash: sentHash(content) });
    await this.moves.standing(db, visit, id);
    return id;
  }

  /** Notes the decision; with the last one the visit moves on. */
  private async finish(
    db: EntityManager,
    office: Actor,
    visit: Visit,
    appeal: string,
    { decision, reason }: AppealDecision,
  ): Promise<void> {
    const details = { appeal, decision, report: visit.reportId };
    const appeals = await listAppeals(db, visit);
    const isLast = appeals.every((one) => one.decision !== null);
    if (isLast)
      await this.moves.move(db, office, visit, { to: outcomeOf(appeals), verb: 'visit.decide', reason, details });
    else {
      const { state } = visit;
      await noteEvent(db, visit, {
        from: state,
        to: state,
        verb: 'visit.decide',
        by: 'office',
        actor: office,
        reason,
        details,
      });
    }
  }
}

/** Thrown out when one appeal came to that, else amended when one did, else it stands. */
function outcomeOf(appeals: readonly AppealOfVisit[]): Decision {
  const made = new Set(appeals.map(({ decision }) => decision));
  return made.has('voided') ? 'voided' : made.has('amended') ? 'amended' : 'upheld';
}

function repeated(appeal: StoredAppeal, accountId: string, made: AppealDecision): AppealOfVisit {
  const isSame = appeal.decision === made.decision && appeal.reason === made.reason && appeal.decidedBy === accountId;
  if (!isSame) throw new Problem('visit.appealDecided');
  return shownOf(appeal);
}

async function visitOf(db: EntityManager, appealId: string): Promise<string> {
  const visit = await visitOfAppeal(db, appealId);
  if (visit === null) throw new Problem('visit.appealUnknown');
  return visit;
}
