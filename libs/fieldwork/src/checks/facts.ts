import type { CheckLimits } from '../plan/visit-plan.js';
import { answeredIn, type Answered } from './answered.js';
import type { CheckContext, CheckedVisit } from './check-context.js';
import type { Finding, FindingCode } from './finding.js';
import type { Moment } from './moments.js';
import { offsetOf } from './presence.js';

/** What every check is handed: the visit, all that is known around it, and what both come to. */
export interface Facts extends CheckContext {
  readonly visit: CheckedVisit;
  readonly checks: CheckLimits;
  /** Server minus device in milliseconds; null: unknown. */
  readonly offset: number | null;
  /** A moment of the device with the clock's error taken out, as far as it is known. */
  readonly corrected: (moment: Moment) => Moment;
  /** Empty when the instrument is unknown, or the sheet does not fit it. */
  readonly answered: readonly Answered[];
}

/** One sort of reasons to look at a visit. */
export type Check = (facts: Facts) => Iterable<Finding>;

/** The facts of a visit under these limits. */
export function factsOf(visit: CheckedVisit, context: CheckContext, checks: CheckLimits): Facts {
  const offset = offsetOf(visit, context.offsetMs);
  const answered = answeredIn(context.instrument, visit.sheet);
  return { ...context, visit, checks, offset, answered, corrected: (moment) => moment + (offset ?? 0) };
}

/** A finding about the whole visit, or about the answer at a path. */
export function finding(code: FindingCode, params: Finding['params'] = {}, item: string | null = null): Finding {
  return { code, item, params };
}
