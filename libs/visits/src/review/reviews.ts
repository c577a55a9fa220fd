import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '#access';
import { Problem } from '#contract';
import { Database } from '#database';
import type { VisitState } from '#fieldwork';
import { statesOf } from '#instruments';
import { KnownInstruments } from '#schemes';
import { checkAnswers } from '../submit/arrival.js';
import { problemOfStoring } from '../submit/reports-store.js';
import { sentHash } from '../submit/sent-hash.js';
import { CountedMoves } from '../tally/counted-moves.js';
import { noteEvent, type Move } from '../visit-moves.js';
import type { Visit } from '../visit.entity.js';
import { accountOf, lockedVisit } from './acting.js';
import { editedContent, isSameEdit, readEdit } from './edit.js';
import { keepNotes, type ReviewNote } from './note.queries.js';
import { findReport, insertReport, standingReport } from './report.queries.js';

/** What a reviewer sends a visit back with. */
export interface Returning {
  readonly reason: string;
  readonly notes: readonly ReviewNote[];
}

/** What the office does with reports. Whoever acts last is the reviewer, and never decides about appeals of the visit. */
@Injectable()
export class Reviews {
  constructor(
    private readonly database: Database,
    private readonly moves: CountedMoves,
    private readonly instruments: KnownInstruments,
  ) {}

  /** Opens the review; of two who do it at once one does. Refuses with `visit.unknown`, `visit.moveRefused`. */
  open(reviewer: Actor, id: string): Promise<Visit> {
    return this.move(reviewer, id, () => ({ to: 'inReview', verb: 'visit.review' }));
  }

  /** Grades the report: 0 to 10. Refuses with `visit.unknown`, `visit.moveRefused` when it is not under review. */
  grade(reviewer: Actor, id: string, grade: number): Promise<Visit> {
    return this.underReview(reviewer, id, 'inReview', async (db, visit) => {
      const { cycleId, agencyId } = visit;
      await db.query('update visits set grade = $4 where cycle_id = $1 and agency_id = $2 and id = $3', [
        cycleId,
        agencyId,
        id,
        grade,
      ]);
      const details = { grade, report: visit.reportId };
      await noteEvent(db, visit, { ...noted(visit, reviewer), reason: null, details });
      return { ...visit, grade };
    });
  }

  /**
   * Sends a report back to its shopper; his device shows the notes at their items. Refuses with `visit.unknown`,
   * `visit.moveRefused`, `visit.reasonNeeded`, `visit.itemUnknown`.
   */
  return(reviewer: Actor, id: string, { reason, notes }: Returning): Promise<Visit> {
    return this.underReview(reviewer, id, 'returned', async (db, visit) => {
      const report = await standingReport(db, visit);
      const { compiled } = await this.instruments.withId(db, visit.instrumentId);
      const items = statesOf(compiled, report.content.sheet);
      for (const { item } of notes) {
        if (item !== null && !items.has(item)) throw new Problem('visit.itemUnknown', { params: { item } });
      }
      const changes = { reviewerId: accountOf(reviewer) };
      const details = { report: report.id, notes };
      const moved = await this.moves.move(db, reviewer, visit, {
        to: 'returned',
        verb: 'visit.return',
        reason,
        details,
        changes,
      });
      await keepNotes(db, visit, report.id, accountOf(reviewer), notes);
      return moved;
    });
  }

  /**
   * Corrects a report: a revision of the office's own, shown as such; what the shopper sent stays.
   * @param reportId of the new revision, minted by the client: the same edit again changes nothing
   * @param document the reason and the whole sheet; see `readEdit`
   * @throws Problem `request.invalid`, `visit.unknown`, `visit.moveRefused`, `visit.answersInvalid`, `visit.conflict`
   */
  async edit(reviewer: Actor, id: string, reportId: string, document: unknown): Promise<Visit> {
    const edit = readEdit(document);
    const editing = this.underReview(reviewer, id, 'inReview', async (db, visit) => {
      const earlier = await findReport(db, visit, reportId);
      if (earlier && isSameEdit(earlier, edit)) return visit;
      if (earlier) throw new Problem('visit.conflict');
      const standing = await standingReport(db, visit);
      const content = editedContent(standing, edit);
      checkAnswers(content, await this.instruments.withId(db, visit.instrumentId));
      const accountId = accountOf(reviewer);
      const made = { id: reportId, by: 'office', accountId, content, hash: sentHash(content) } as const;
      const revision = await insertReport(db, visit, standing, made);
      const details = { report: reportId, revision };
      await noteEvent(db, visit, { ...noted(visit, reviewer), reason: edit.reason, details });
      return this.moves.standing(db, visit, reportId);
    });
    return editing.catch((error: unknown) => {
      throw problemOfStoring(error); // a report about another visit may have the id
    });
  }

  /** Approves a visit: from now on it counts. Refuses with `visit.unknown`, `visit.moveRefused`. */
  approve(reviewer: Actor, id: string, grade: number | null = null): Promise<Visit> {
    return this.move(reviewer, id, () => ({
      to: 'approved',
      verb: 'visit.approve',
      ...(grade === null ? {} : { details: { grade }, changes: { grade } }),
    }));
  }

  /** Takes an approved visit, not yet released, under review again: it counts no more. Needs a reason. */
  reopen(reviewer: Actor, id: string, reason: string): Promise<Visit> {
    return this.move(reviewer, id, () => ({ to: 'inReview', verb: 'visit.reopen', reason }));
  }

  /** Throws a visit out, under review or sent back. Needs a reason. */
  void(reviewer: Actor, id: string, reason: string): Promise<Visit> {
    return this.move(reviewer, id, () => ({ to: 'voided', verb: 'visit.void', reason }));
  }

  private async move(reviewer: Actor, id: string, moveOf: (visit: Visit) => Move): Promise<Visit> {
    const reviewerId = accountOf(reviewer);
    return this.database.transaction(async (db) => {
      const visit = await lockedVisit(db, id);
      const move = moveOf(visit);
      return this.moves.move(db, reviewer, visit, { ...move, changes: { ...move.changes, reviewerId } });
    });
  }

  private async underReview(
    reviewer: Actor,
    id: string,
    to: VisitState,
    work: (db: EntityManager, visit: Visit) => Promise<Visit>,
  ): Promise<Visit> {
    accountOf(reviewer);
    return this.database.transaction(async (db) => {
      const visit = await lockedVisit(db, id);
      if (visit.state !== 'inReview') {
        throw new Problem('visit.moveRefused', { params: { state: visit.state, to } });
      }
      return work(db, visit);
    });
  }
}

/** What is noted of something done within a review, which moves nothing. */
function noted({ state }: Visit, actor: Actor) {
  return { from: state, to: state, verb: 'visit.review', by: 'office', actor } as const;
}
