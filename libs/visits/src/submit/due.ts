import { Temporal } from 'temporal-polyfill';

/** Until when a first report about a visit is taken. Instants in ms since 1970. */
export interface DueTime {
  /** The end of the last due day, in the time zone of the plan: later is late. */
  readonly lateFrom: number;
  /** The end of the grace period: later is too late. */
  readonly refusedFrom: number;
  /** The day on which the grace period ends, in that time zone. */
  readonly until: string;
}

/**
 * When the due window and the grace period of a visit end.
 * @param dueTo the last due day, YYYY-MM-DD
 * @param timeZone an IANA name
 * @param graceHours 0 or more; parts of an hour count
 */
export function dueTimeOf(dueTo: string, timeZone: string, graceHours: number): DueTime {
  const end = Temporal.PlainDate.from(dueTo).add({ days: 1 }).toZonedDateTime(timeZone);
  const refused = end.add({ milliseconds: Math.round(graceHours * 3_600_000) });
  return {
    lateFrom: end.epochMilliseconds,
    refusedFrom: refused.epochMilliseconds,
    until: refused.subtract({ milliseconds: 1 }).toPlainDate().toString(),
  };
}
