import { daysFrom, type PlanDay } from './days.js';
import type { VisitPlan } from './visit-plan.js';

/** The days on which visits can be made between two days, both included: on a weekday of the plan, and no holiday of its calendar. */
export function plannableDays(
  { weekdays, calendar }: Pick<VisitPlan, 'weekdays' | 'calendar'>,
  { from, to }: { readonly from: string; readonly to: string },
): readonly PlanDay[] {
  const [planned, holidays] = [new Set(weekdays), new Set(calendar.holidays)];
  return daysFrom(from, to).filter(({ day, weekday }) => planned.has(weekday) && !holidays.has(day));
}
