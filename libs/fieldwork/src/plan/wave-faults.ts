import { Temporal } from 'temporal-polyfill';
import type { Fault } from '#contract';
import { faultAt } from '#documents';
import { plannableDays } from './plannable-days.js';
import type { VisitPlan } from './visit-plan.js';

/** No wave is longer, so that a slip in a year costs a fault and not a million days. */
const longest = { years: 3 };

/** Waves run forward, do not overlap, and hold a day on which visits can be made. */
export function* waveFaults(plan: VisitPlan): Generator<Fault> {
  for (const [at, wave] of plan.waves.entries()) {
    const max = lastDayOf(wave.from);
    // days are compared as they are written: YYYY-MM-DD
    const isForward = wave.from <= wave.to && wave.to <= max;
    if (!isForward) yield faultAt(`waves[${at}].to`, 'outOfRange', { min: wave.from, max }, wave.to);
    else if (plannableDays(plan, wave).length === 0) yield faultAt(`waves[${at}]`, 'noPlannedDay');
    const other = plan.waves.slice(0, at).findIndex(({ from, to }) => wave.from <= to && from <= wave.to);
    if (other >= 0) yield faultAt(`waves[${at}]`, 'rangesOverlap', { other: `waves[${other}]` });
  }
}

/** The last day a wave may have that begins on a day. */
function lastDayOf(from: string): string {
  const first = Temporal.PlainDate.from(from);
  return first.year > 9_990 ? '9999-12-31' : first.add(longest).toString();
}
