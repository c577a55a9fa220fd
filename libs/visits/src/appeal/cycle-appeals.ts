import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { cycleOf } from '#cycles';
import { Database } from '#database';
import { dayIn, workingDaysBetween } from '../release/appeal-window.js';
import { planDaysOf, type PlanDays } from '../release/plan-times.js';
import { listAppealTimes, type AppealTimes } from './appeal.queries.js';
import { appealStatistics, type AppealStatistics, type CountedAppeal } from './appeal-statistics.js';

/** Far more than a cycle ever has. */
const most = 100_000;

/** The appeals of a cycle in numbers. */
@Injectable()
export class CycleAppeals {
  constructor(private readonly database: Database) {}

  /** Refuses with `cycle.unknown`. */
  statistics(cycleKey: string): Promise<AppealStatistics> {
    return this.database.read(async (db) => {
      const { id } = await cycleOf(db, cycleKey);
      const appeals = await listAppealTimes(db, id, most);
      const days = await daysByAgency(db, id, appeals);
      return appealStatistics(appeals.map((appeal) => countedOf(appeal, days.get(appeal.agencyId))));
    });
  }
}

async function daysByAgency(db: EntityManager, cycleId: string, appeals: readonly AppealTimes[]) {
  const days = new Map<string, PlanDays>();
  for (const { agencyId } of appeals) {
    if (!days.has(agencyId)) days.set(agencyId, await planDaysOf(db, { cycleId, agencyId }));
  }
  return days;
}

function countedOf({ agency, visit, decision, at, decidedAt }: AppealTimes, days: PlanDays | undefined): CountedAppeal {
  const worked = (from: Date, to: Date, { plan: { timeZone }, calendar }: PlanDays) =>
    workingDaysBetween(dayIn(timeZone, from), dayIn(timeZone, to), calendar);
  return { agency, visit, decision, workingDays: days && decidedAt ? worked(at, decidedAt, days) : null };
}
