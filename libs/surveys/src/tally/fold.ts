import { Injectable } from '@nestjs/common';
import { Database, evidenceChanged } from '#database';
import { KnownInstruments } from '#schemes';
import { addArrivals, countArrivals } from '../campaign/arrivals.queries.js';
import { foldSpan } from './folding.js';
import { foldState, lockMark, moveMark, nextSpan } from './fold-mark.queries.js';
import { SurveyTallies } from './survey-tallies.js';

/** Responses that one transaction folds, about: those of one transaction that stored them stay together. */
const slice = 20_000;

/**
 * Adds responses to the tallies, each exactly once. The mark of folding says which transactions are folded, as a snapshot
 * does: all up to one but those that were open then. So none is passed over that is committed later, however long it is
 * open, and nobody waits for it; and the mark moves with the tallies in one transaction, so that none is added twice when
 * it breaks off. No clock is asked.
 */
@Injectable()
export class Fold {
  constructor(
    private readonly database: Database,
    private readonly instruments: KnownInstruments,
    private readonly tallies: SurveyTallies,
  ) {}

  /**
   * Folds the next responses, some `most` of them; waits while somebody else folds.
   * @returns how many; 0: all responses whose transactions are over are folded
   */
  async fold(most = slice): Promise<number> {
    const { isWaiting, isForeign } = await foldState(this.database);
    if (isForeign) return this.tallies.rebuild();
    if (!isWaiting) return 0;
    return this.database.transaction(async (db) => {
      const span = await nextSpan(db, await lockMark(db), most);
      const folded = await foldSpan(db, this.instruments, span);
      if (folded === 0) return 0;
      await addArrivals(db, await countArrivals(db, span));
      await moveMark(db, span.to);
      await evidenceChanged(db);
      return folded;
    });
  }

  /** Folds until there is nothing more to fold. @returns how many were */
  async drain(): Promise<number> {
    let all = 0;
    for (let folded = await this.fold(); folded > 0; folded = await this.fold()) all += folded;
    return all;
  }
}
