import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { Problem } from '#contract';
import { Database } from '#database';
import { transitionOf } from '#fieldwork';
import { accountOf, lockedVisit } from '../review/acting.js';
import { CountedMoves } from '../tally/counted-moves.js';
import type { Visit } from '../visit.entity.js';
import { dayIn, lastAppealDay } from './appeal-window.js';
import { planDaysOf } from './plan-times.js';

/** Shows visits to their agencies, and ends them. */
@Injectable()
export class Releases {
  constructor(
    private readonly database: Database,
    private readonly moves: CountedMoves,
  ) {}

  /**
   * Shows an approved visit to its agency, which may appeal from now for as many of its working days as the plan says.
   * Refuses with `visit.unknown`, `visit.moveRefused`.
   */
  async release(office: Actor, id: string): Promise<Visit> {
    accountOf(office);
    return this.database.transaction(async (db) => {
      const visit = await lockedVisit(db, id);
      const { plan, calendar } = await planDaysOf(db, visit);
      const releasedAt = new Date();
      const appealUntil = lastAppealDay(dayIn(plan.timeZone, releasedAt), plan.appeals.workingDays, calendar);
      const changes = { releasedAt, appealUntil };
      return this.moves.move(db, office, visit, { to: 'released', verb: 'visit.release', changes });
    });
  }

  /** Ends a visit after the time for appeals. Refuses with `visit.unknown`, `visit.moveRefused`, `visit.appealOpen`. */
  async lock(office: Actor, id: string): Promise<Visit> {
    accountOf(office);
    return this.database.transaction(async (db) => {
      const visit = await lockedVisit(db, id);
      const move = { to: 'locked', verb: 'visit.lock' } as const;
      const { plan } = await planDaysOf(db, visit);
      const isOpen = visit.appealUntil !== null && dayIn(plan.timeZone, new Date()) <= visit.appealUntil;
      if (isOpen && transitionOf(visit.state, move.to, move.verb)) {
        throw new Problem('visit.appealOpen', { params: { until: visit.appealUntil } });
      }
      return this.moves.move(db, office, visit, move);
    });
  }
}
