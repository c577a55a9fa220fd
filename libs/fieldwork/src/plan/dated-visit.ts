import { dayNumber } from './days.js';
import type { HeldVisit, OpenVisit } from './assignment.js';

/** A visit with its due days as numbers, so that they need not be read again for each question. */
export type Dated<Visit> = Visit & { readonly first: number; readonly last: number };

/** The same visit, its days read. */
export function dated<Visit extends OpenVisit | HeldVisit>(visit: Visit): Dated<Visit> {
  return { ...visit, first: dayNumber(visit.due.from), last: dayNumber(visit.due.to) };
}

/** The least number of days that can lie between two visits, whatever due day each is made on: 0 on the same day. */
export function daysApart(a: Dated<unknown>, b: Dated<unknown>): number {
  return Math.max(0, a.first - b.last, b.first - a.last);
}
