import { Temporal } from 'temporal-polyfill';
import type { Language, Say } from '#contract';

const locales: Record<Language, string> = {
  ar: 'ar-u-ca-gregory-nu-latn',
  en: 'en-GB-u-ca-gregory-nu-latn',
};
const minute = 60_000;

/** How long ago something was, in whole units of the largest that fits. */
export interface Age {
  readonly unit: 'minutes' | 'hours' | 'days';
  readonly count: number;
}

/**
 * The age of a moment. A moment ahead of the clock has the age 0: the clock was set back.
 * @param since an ISO instant
 * @param now ms since 1970
 */
export function ageOf(since: string, now: number): Age {
  const minutes = Math.max(0, Math.floor((now - Date.parse(since)) / minute));
  if (minutes < 60) return { unit: 'minutes', count: minutes };
  if (minutes < 48 * 60) return { unit: 'hours', count: Math.floor(minutes / 60) };
  return { unit: 'days', count: Math.floor(minutes / (24 * 60)) };
}

/** Such as “2 h”. */
export function ageText(say: Say, since: string, now: number): string {
  const { unit, count } = ageOf(since, now);
  if (count === 0) return say('tablet.age.moment');
  return say(`tablet.age.${unit}`, { count });
}

/** The earliest of some ISO instants; null: there is none. */
export function oldestOf(instants: readonly string[]): string | null {
  return instants.reduce<string | null>(
    (oldest, one) => (oldest === null || Date.parse(one) < Date.parse(oldest) ? one : oldest),
    null,
  );
}

/** HH:MM of an ISO instant in a time zone; that of the device unless another is named. */
export function clockOf(instant: string, timeZone = Temporal.Now.timeZoneId()): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainTime().toString({ smallestUnit: 'minute' });
}

/** A day (YYYY-MM-DD) as people say it, with its weekday, and with its year unless that is this one. */
export function dayText(day: string, language: Language, thisYear = Temporal.Now.plainDateISO().year): string {
  const date = Temporal.PlainDate.from(day);
  return date.toLocaleString(locales[language], {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    ...(date.year !== thisYear && { year: 'numeric' }),
  });
}

/** The day (YYYY-MM-DD) of an ISO instant in a time zone; that of the device unless another is named. */
export function dayOf(instant: string, timeZone = Temporal.Now.timeZoneId()): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** An ISO instant with day and time, as the device's zone has it. */
export function momentText(instant: string, language: Language): string {
  const zoned = Temporal.Instant.from(instant).toZonedDateTimeISO(Temporal.Now.timeZoneId());
  return `${dayText(zoned.toPlainDate().toString(), language)}, ${clockOf(instant)}`.replace(
    ',',
    language === 'ar' ? '،' : ',',
  );
}

/** The instant at which a day (YYYY-MM-DD) begins in a time zone. */
export function dayBegins(day: string, timeZone: string): string {
  return Temporal.PlainDate.from(day).toZonedDateTime(timeZone).toInstant().toString();
}

/** Where today stands in a window of days. */
export type DueState = 'notYet' | 'open' | 'today' | 'overdue';

/**
 * @param due days YYYY-MM-DD, both included, in the time zone of the plan
 * @param now ms since 1970
 */
export function dueStateOf(
  due: { readonly from: string; readonly to: string },
  timeZone: string,
  now: number,
): DueState {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate().toString();
  if (today < due.from) return 'notYet';
  if (today > due.to) return 'overdue';
  return today === due.to ? 'today' : 'open';
}
