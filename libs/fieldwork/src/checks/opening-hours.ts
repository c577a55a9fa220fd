import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { weekdays, type Weekday } from '../plan/visit-plan.js';
import { localTimeOf, minute, spanOn, type Moment, type Presence } from './moments.js';

const Hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** A time in which a centre is open. One that does not end later than it begins runs into the next day: 00:00 to 00:00 is all day. */
export const OpenSpan = z.strictObject({ from: Hour, to: Hour });
export type OpenSpan = z.infer<typeof OpenSpan>;

/** When a centre is open, by the weekday on which a span begins. A weekday that is not named, or has no span: closed. */
export const OpeningHours = z
  .partialRecord(z.enum(weekdays), z.array(OpenSpan).max(6))
  .describe('Spans by weekday, HH:MM in the time zone of the plan; a weekday that is not named is closed.');
export type OpeningHours = Readonly<Partial<Record<Weekday, readonly OpenSpan[]>>>;

/**
 * Whether a moment lies within the hours, or at most so many minutes before or after one of their spans. Null when nobody
 * can tell: the time zone is unknown. The change of the clocks is that of the zone.
 */
export function isOpenAt(hours: OpeningHours, moment: Moment, timeZone: string, slackMinutes = 0): boolean | null {
  return openingsOf(hours, timeZone)(moment, slackMinutes);
}

/** The same for several moments at one centre. */
export function openingsOf(hours: OpeningHours, timeZone: string) {
  const known = new Map<string, readonly Presence[]>();
  return (moment: Moment, slackMinutes: number): boolean | null => {
    const day = localTimeOf(moment, timeZone)?.toPlainDate();
    if (!day) return null;
    const spans = known.get(day.toString()) ?? spansAround(hours, day, timeZone);
    known.set(day.toString(), spans);
    const slack = slackMinutes * minute;
    return spans.some(({ from, to }) => from - slack <= moment && moment <= to + slack);
  };
}

/** The spans that begin on a day, on the one before and on the one after. */
function spansAround(hours: OpeningHours, day: Temporal.PlainDate, timeZone: string): readonly Presence[] {
  return [-1, 0, 1].flatMap((days) => {
    const date = day.add({ days });
    return spansOn(hours, date.dayOfWeek).map((span) => spanOn(date, span, timeZone));
  });
}

/** The spans that begin on a day of the week, 1 (Monday) to 7. */
export function spansOn(hours: OpeningHours, dayOfWeek: number): readonly OpenSpan[] {
  const weekday = weekdays[dayOfWeek - 1];
  return weekday ? (hours[weekday] ?? []) : [];
}
