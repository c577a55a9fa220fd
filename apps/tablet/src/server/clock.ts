import type { Contact } from '../store/model.js';

/** One look at the server's clock. All in ms since 1970. */
export interface ClockReading {
  readonly askedAt: number;
  readonly answeredAt: number;
  readonly serverTime: number;
  /** Within so many ms: a `Date` header has whole seconds. */
  readonly within: number;
}

/** The reading in a `Date` header: it is cut to the second, so the middle of that second is meant. */
export function readingOfDate(header: string | null, askedAt: number, answeredAt: number): ClockReading | null {
  const date = header === null ? NaN : Date.parse(header);
  return Number.isNaN(date) ? null : { askedAt, answeredAt, serverTime: date + 500, within: 500 };
}

/** Server minus device in ms, as if the server had looked half way between question and answer. */
export function offsetOf({ askedAt, answeredAt, serverTime }: ClockReading): number {
  return Math.round(serverTime - (askedAt + answeredAt) / 2);
}

/**
 * The contact after an answer. A rough reading does not replace a known offset that it agrees with; what it can not
 * tell apart is half its round trip and its own coarseness.
 */
export function contactAfter(contact: Contact, reading: ClockReading): Contact {
  const at = new Date(reading.answeredAt).toISOString();
  const offsetMs = offsetOf(reading);
  const unsure = reading.within + (reading.answeredAt - reading.askedAt) / 2;
  const agrees = contact.offsetMs !== null && Math.abs(offsetMs - contact.offsetMs) <= unsure;
  return { at, offsetMs: reading.within > 0 && agrees ? contact.offsetMs : offsetMs };
}
