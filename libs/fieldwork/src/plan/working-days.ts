import { Temporal } from 'temporal-polyfill';
import { weekdayOf } from './days.js';
import type { WorkCalendar } from './visit-plan.js';

/** Whether a day (YYYY-MM-DD) is worked: neither of the weekend nor a holiday. */
export function isWorkingDay(day: string, calendar: WorkCalendar): boolean {
  return isWorked(Temporal.PlainDate.from(day), calendar);
}

/**
 * The n-th working day after a day (YYYY-MM-DD), which itself is not counted, worked or not; n = 0: that day. An appeal open
 * for 10 working days from a release on `day` ends with the day this gives.
 * @param n whole, 0 to 1,000
 * @throws RangeError when n is another number, `day` no day, or no day of the week is worked
 */
export function addWorkingDays(day: string, n: number, calendar: WorkCalendar): string {
  if (!(Number.isInteger(n) && n >= 0 && n <= 1_000)) throw new RangeError(`Not a number of working days: ${n}`);
  if (new Set(calendar.weekend).size > 6) throw new RangeError('No day of the week is worked');
  let date = Temporal.PlainDate.from(day);
  for (let left = n; left > 0;) {
    date = date.add({ days: 1 });
    if (isWorked(date, calendar)) left--;
  }
  return date.toString();
}

function isWorked(date: Temporal.PlainDate, { weekend, holidays }: WorkCalendar): boolean {
  return !weekend.includes(weekdayOf(date)) && !holidays.includes(date.toString());
}
