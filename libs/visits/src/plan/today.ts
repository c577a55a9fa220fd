import { Temporal } from 'temporal-polyfill';

/** The day it is now in a time zone, ISO. */
export function todayIn(timeZone: string): string {
  return Temporal.Now.plainDateISO(timeZone).toString();
}
