import { Temporal } from 'temporal-polyfill';

/** Days, both included. */
export interface DueWindow {
  readonly dueFrom: string;
  readonly dueTo: string;
}

/** A week, so that every weekday lies in it. */
const fewestDays = 7;

/**
 * A window like this one in which there is still time: what is left of it, or as many days from today on when it is over; at
 * least a week, never beyond `lastDay`. Null when that is past too.
 */
export function openWindow({ dueFrom, dueTo }: DueWindow, today: string, lastDay: string): DueWindow | null {
  const from = dueFrom > today ? dueFrom : today;
  if (from > lastDay) return null;
  const days = daysIn(dueTo >= today ? from : dueFrom, dueTo);
  const to = Temporal.PlainDate.from(from).add({ days: Math.max(days, fewestDays) - 1 });
  return { dueFrom: from, dueTo: to.toString() < lastDay ? to.toString() : lastDay };
}

function daysIn(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days + 1;
}
