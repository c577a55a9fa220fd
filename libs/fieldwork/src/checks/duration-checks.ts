import { median } from '#statistics';
import { finding, type Check } from './facts.js';
import { minutesSpent } from './presence.js';

/** With fewer earlier visits nobody knows what is usual. */
const leastVisits = 5;

/** The visit took less time than the plan says that one takes. */
export const tooShort: Check = function* ({ visit, checks: { minMinutes } }) {
  const minutes = minutesSpent(visit);
  if (minutes !== null && minutes < minMinutes)
    yield finding('tooShort', { minutes: Math.floor(minutes), least: minMinutes });
};

/**
 * Less than half of the median of earlier visits with the same instrument. Source of the half: domain note 6.9, which also asks
 * for a second criterion before anyone is dropped; so it is a notice.
 */
export const tooQuick: Check = function* ({ visit, earlierMinutes, checks: { minMinutes } }) {
  const minutes = minutesSpent(visit);
  const known = earlierMinutes.filter((one) => Number.isFinite(one));
  const usual = known.length < leastVisits ? null : median(known);
  if (minutes === null || usual === null || minutes < minMinutes || minutes >= usual / 2) return;
  yield finding('tooQuick', { minutes: Math.floor(minutes), usual: Math.round(usual) });
};
