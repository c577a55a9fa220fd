import type { EntityManager } from 'typeorm';
import type { VisitPlan, WorkCalendar } from '#fieldwork';
import { findCalendar } from '#network';
import { planOf } from '../plan/visit-plan.queries.js';
import type { Visit } from '../visit.entity.js';

/** What the plan of a visit's cycle says of days. */
export interface PlanDays {
  readonly plan: VisitPlan;
  /** Of the agency, else of the plan. */
  readonly calendar: WorkCalendar;
}

/** The plan of a visit's cycle with the calendar of its agency. @throws Problem `visit.planMissing` */
export async function planDaysOf(
  db: EntityManager,
  { cycleId, agencyId }: Pick<Visit, 'cycleId' | 'agencyId'>,
): Promise<PlanDays> {
  const { plan } = await planOf(db, { id: cycleId, key: cycleId });
  const own = await findCalendar(db, agencyId);
  return { plan, calendar: own ? { weekend: [...own.weekend], holidays: [...own.holidays] } : plan.calendar };
}
