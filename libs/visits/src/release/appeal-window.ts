import { Temporal } from 'temporal-polyfill';
import { addWorkingDays, isWorkingDay, type WorkCalendar } from '#fieldwork';

/** The day of an instant in a time zone, YYYY-MM-DD. */
export function dayIn(timeZone: string, instant: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();
}

/** The last day for appeals of what is released on a day: so many working days later. */
export function lastAppealDay(releasedOn: string, workingDays: number, calendar: WorkCalendar): string {
  return addWorkingDays(releasedOn, workingDays, calendar);
}

/** How many working days lie after one day, up to another and with it; 0 when it is not later. At most 1,000. */
export function workingDaysBetween(from: string, to: string, calendar: WorkCalendar): number {
  let days = 0;
  let day = Temporal.PlainDate.from(from);
  for (let at = 0; at < 1_500 && Temporal.PlainDate.compare(day, to) < 0; at += 1) {
    day = day.add({ days: 1 });
    if (isWorkingDay(day.toString(), calendar)) days += 1;
  }
  return days;
}
