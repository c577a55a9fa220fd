import { Temporal } from 'temporal-polyfill';

/**
 * The instant at which a clock showed a time, on the day of another instant: how a stamp is corrected by hand. Seconds are 0.
 * @param time HH:MM
 * @param day an ISO instant of that day
 * @param timeZone in which clock and day are meant
 * @returns an ISO instant; null for what is no time
 */
export function instantAt(time: string, day: string, timeZone = Temporal.Now.timeZoneId()): string | null {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return null;
  const date = Temporal.Instant.from(day).toZonedDateTimeISO(timeZone).toPlainDate();
  return date
    .toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) })
    .toInstant()
    .toString();
}

/** The time of day a stamp is made at, as an ISO instant without fractions of a second. */
export function nowStamp(): string {
  return Temporal.Now.instant().round('second').toString();
}
