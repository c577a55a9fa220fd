import { dayBegins, dueStateOf, oldestOf } from '../parts/moments.js';
import type { HomeLists } from './lists.js';

/** How urgent what is to be done is. */
export interface DueCounts {
  /** Not begun: new visits, and returned ones. */
  readonly count: number;
  readonly overdue: number;
  /** Today is the last day. */
  readonly today: number;
  /** Since when the one has been open that opened first: an ISO instant; null: none is open. */
  readonly openSince: string | null;
}

/**
 * @param timeZone of the plan
 * @param now ms since 1970
 */
export function dueCountsOf(
  { toDo, returned }: Pick<HomeLists, 'toDo' | 'returned'>,
  timeZone: string,
  now: number,
): DueCounts {
  const all = [...toDo, ...returned.filter(({ draft }) => draft === null).map(({ assignment }) => assignment)];
  const states = all.map(({ due }) => ({ due, state: dueStateOf(due, timeZone, now) }));
  const open = states.filter(({ state }) => state !== 'notYet');
  return {
    count: all.length,
    overdue: states.filter(({ state }) => state === 'overdue').length,
    today: states.filter(({ state }) => state === 'today').length,
    openSince: oldestOf(open.map(({ due }) => dayBegins(due.from, timeZone))),
  };
}
