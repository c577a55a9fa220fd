import { Injectable } from '@nestjs/common';
import { Problem } from '#contract';
import { cycleOf } from '#cycles';
import { Database } from '#database';
import { listTrail, listVisits, type TrailLine, type VisitChoice, type VisitLine } from './office-list.queries.js';

/** How many visits are listed at once. */
const mostLines = 100;

/** What the office sees of all visits. */
@Injectable()
export class OfficeList {
  constructor(private readonly database: Database) {}

  /** Up to a hundred visits of a cycle, by the first day they are due, from after one of them. */
  list(cycleKey: string, choice: VisitChoice): Promise<VisitLine[]> {
    return this.database.read(async (db) => listVisits(db, (await cycleOf(db, cycleKey)).id, choice, mostLines));
  }

  /** All moves of a visit, the first first. Refuses with `visit.unknown`. */
  async trail(visitId: string): Promise<TrailLine[]> {
    const lines = await this.database.read((db) => listTrail(db, visitId));
    if (lines.length === 0) throw new Problem('visit.unknown');
    return lines;
  }
}
