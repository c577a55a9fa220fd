import { Temporal } from 'temporal-polyfill';
import { weekdays, type Weekday } from './visit-plan.js';

/** A day of the calendar, ready to be counted with. */
export interface PlanDay {
  /** YYYY-MM-DD. */
  readonly day: string;
  /** Days since 1 January 1970: the difference of two tells how many days lie between. */
  readonly number: number;
  readonly weekday: Weekday;
}

/** Days since 1 January 1970 of a day (YYYY-MM-DD). */
export function dayNumber(day: string): number {
  return numberOf(Temporal.PlainDate.from(day));
}

/** All days from one to another, both included, in order; none when they run backwards. */
export function daysFrom(from: string, to: string): readonly PlanDay[] {
  const begin = Temporal.PlainDate.from(from);
  const number = numberOf(begin);
  return Array.from({ length: Math.max(0, dayNumber(to) - number + 1) }, (_, at) => {
    const date = begin.add({ days: at });
    return { day: date.toString(), number: number + at, weekday: weekdayOf(date) };
  });
}

/** How a day of the week is called in documents. */
export function weekdayOf(date: Temporal.PlainDate): Weekday {
  return weekdays[date.dayOfWeek - 1] as Weekday; // ISO 8601 counts them from Monday, 1 to 7
}

function numberOf(date: Temporal.PlainDate): number {
  return new Temporal.PlainDate(1970, 1, 1).until(date, { largestUnit: 'day' }).days;
}
