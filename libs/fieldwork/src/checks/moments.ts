import { Temporal } from 'temporal-polyfill';

/** Milliseconds since the beginning of 1970 in UTC. */
export type Moment = number;

export const minute = 60_000;

/** A stretch of time; `from` is never after `to`. */
export interface Presence {
  readonly from: Moment;
  readonly to: Moment;
}

/** The moment of an ISO instant, to the millisecond; null: it is none. */
export function momentOf(instant: string | null | undefined): Moment | null {
  const moment = Date.parse(instant ?? '');
  return Number.isNaN(moment) ? null : moment;
}

/** The calendar and the clock of a place at a moment; null: no such zone, or no calendar reaches there. */
export function localTimeOf(moment: Moment, timeZone: string): Temporal.ZonedDateTime | null {
  try {
    return Temporal.Instant.fromEpochMilliseconds(Math.round(moment)).toZonedDateTimeISO(timeZone);
  } catch {
    return null;
  }
}

/** A span of hours on a day of a zone; one that does not end later than it begins ends on the next day. */
export function spanOn(
  day: Temporal.PlainDate,
  { from, to }: { readonly from: string; readonly to: string },
  timeZone: string,
): Presence {
  const at = (date: Temporal.PlainDate, plainTime: string) =>
    date.toZonedDateTime({ timeZone, plainTime }).epochMilliseconds;
  return { from: at(day, from), to: at(to > from ? day : day.add({ days: 1 }), to) };
}

/** HH:MM of a moment in a zone; null: no such zone. */
export function clockTimeOf(moment: Moment, timeZone: string): string | null {
  return localTimeOf(moment, timeZone)?.toPlainTime().toString({ smallestUnit: 'minute' }) ?? null;
}
