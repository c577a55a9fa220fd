import type { Interval } from '../interval.js';
import { wilsonInterval } from '../proportions.js';

/** What became of the invitations of one way in: message, e-mail, counter, a link on a page. */
export interface Invitations {
  /** Its name, given back. */
  readonly way: string;
  /** Invitations sent or handed out; 0 of a way that invites nobody (an open link). */
  readonly invited: number;
  /** Of these, known to have reached nobody who could answer: not delivered, not a customer. 0 unless said. */
  readonly ineligible?: number;
  readonly completed: number;
}

/** How many of those invited answered. */
export interface ResponseRate {
  readonly way: string;
  readonly eligible: number;
  readonly completed: number;
  /** 0 to 1; null: see `reason`. */
  readonly rate: number | null;
  /** Wilson's, 95 %. */
  readonly interval: Interval | null;
  /**
   * Why there is no rate, else null:
   * - nobodyInvited: nobody who could answer was invited, so that there is nothing to divide by
   * - moreThanInvited: more answered than were invited, so that answers came in some other way
   */
  readonly reason: 'nobodyInvited' | 'moreThanInvited' | null;
}

/**
 * Completed answers ÷ invitations to people who could answer, for each way in. Partial answers do not count as completed.
 *
 * Source: AAPOR Standard Definitions, response rate 1 (all invited are eligible unless known not to be).
 * @throws RangeError for anything but whole numbers ≥ 0, or more ineligible than invited
 */
export function responseRates(ways: readonly Invitations[]): readonly ResponseRate[] {
  return ways.map(rateOf);
}

/**
 * The same of all ways that invited somebody, under the name given. Answers of a way without invitations are left out: they would
 * raise the rate of the others. A way that got more answers than it invited leaves no rate of the whole.
 */
export function overallResponseRate(ways: readonly Invitations[], way: string): ResponseRate {
  const rates = ways.map(rateOf);
  const inviting = rates.filter(({ reason }) => reason !== 'nobodyInvited');
  const eligible = inviting.reduce((sum, one) => sum + one.eligible, 0);
  const completed = inviting.reduce((sum, one) => sum + one.completed, 0);
  const isMixed = inviting.some(({ reason }) => reason === 'moreThanInvited');
  if (isMixed) return { way, eligible, completed, rate: null, interval: null, reason: 'moreThanInvited' };
  return rateOf({ way, invited: eligible, completed });
}

function rateOf({ way, invited, ineligible = 0, completed }: Invitations): ResponseRate {
  const arePossible = [invited, ineligible, completed].every((count) => Number.isSafeInteger(count) && count >= 0);
  if (!arePossible || ineligible > invited) throw new RangeError(`Not numbers of invitations and answers: ${way}`);
  const eligible = invited - ineligible;
  const reason = eligible === 0 ? 'nobodyInvited' : completed > eligible ? 'moreThanInvited' : null;
  if (reason) return { way, eligible, completed, rate: null, interval: null, reason };
  return {
    way,
    eligible,
    completed,
    rate: completed / eligible,
    interval: wilsonInterval(completed, eligible),
    reason,
  };
}
