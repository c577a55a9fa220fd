import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '#access';
import { evidenceChanged } from '#database';
import { isCounted } from '#fieldwork';
import { addTallies, emptyTally, tallyOfSheet, type SheetTally } from '#instruments';
import { KnownInstruments } from '#schemes';
import { moveVisit, type Move } from '../visit-moves.js';
import type { Visit } from '../visit.entity.js';
import { keepTally, lockTally, sheetOf } from './visit-tallies.queries.js';

/**
 * Moves visits and keeps the tallies true, in one transaction: what counts is the standing report of a visit that is in a
 * state that counts, and it is in the tallies exactly once. Every move to or from such a state goes this way.
 */
@Injectable()
export class CountedMoves {
  constructor(private readonly instruments: KnownInstruments) {}

  /** As `moveVisit`, for a visit that this transaction holds locked. */
  async move(db: EntityManager, actor: Actor | null, visit: Visit, move: Move): Promise<Visit> {
    const counted = isCounted(move.to);
    const moved = await moveVisit(db, actor, visit, { ...move, changes: { ...move.changes, counted } });
    await this.count(db, visit, moved);
    return moved;
  }

  /** Lets another report stand in a state that stays; the caller has it noted on the trail. */
  async standing(db: EntityManager, visit: Visit, reportId: string): Promise<Visit> {
    const changed = { ...visit, reportId };
    await db.query('update visits set report_id = $4 where cycle_id = $1 and agency_id = $2 and id = $3', [
      visit.cycleId,
      visit.agencyId,
      visit.id,
      reportId,
    ]);
    await this.count(db, visit, changed);
    return changed;
  }

  private async count(db: EntityManager, before: Visit, after: Visit): Promise<void> {
    const taken = before.counted ? before.reportId : null;
    const given = after.counted ? after.reportId : null;
    if (taken === given) return;
    const { compiled, layout } = await this.instruments.withId(db, before.instrumentId);
    const tallyOf = async (report: string): Promise<SheetTally> =>
      tallyOfSheet(layout, compiled, await sheetOf(db, before, report));
    let tally = await lockTally(db, before, emptyTally(layout));
    if (taken !== null) tally = addTallies(tally, await tallyOf(taken), -1);
    if (given !== null) tally = addTallies(tally, await tallyOf(given));
    await keepTally(db, before, tally);
    await evidenceChanged(db);
  }
}
