import { finding, type Check, type Facts } from './facts.js';
import { localTimeOf, minute, momentOf } from './moments.js';
import { stampsOf } from './presence.js';

/** Stamps this far from the time between start and finish were not made on the same clock. */
const farMinutes = 6 * 60;

/** The device's clock differs from the server's; known too when it finished in what is still the future. */
export const clockOff: Check = function* (facts) {
  const minutes = Math.round(Math.abs(facts.offset ?? aheadOf(facts)) / minute);
  if (minutes > facts.checks.clockMinutes) yield finding('clockOff', { minutes });
};

/** By how much the visit was finished after it was received, in milliseconds; 0: it was not, or nobody knows. */
function aheadOf({ visit, receivedAt }: Facts): number {
  const [finished, received] = [momentOf(visit.finishedAt), momentOf(receivedAt)];
  return finished === null || received === null ? 0 : Math.max(0, finished - received);
}

/** The times of the device cannot all be of one clock that runs forward. */
export const clockJumped: Check = function* (facts) {
  if (runsBackwards(facts) || isStampedElsewhen(facts) || wasSetBetween(facts)) yield finding('clockJumped');
};

/** Who greets the shopper may hand out the ticket, so of those two either may be first. */
const inOrder = [
  ['arrival', 'ticket'],
  ['arrival', 'firstContact'],
  ['arrival', 'counter'],
  ['arrival', 'end'],
  ['ticket', 'counter'],
  ['firstContact', 'counter'],
  ['ticket', 'end'],
  ['firstContact', 'end'],
  ['counter', 'end'],
] as const;

function runsBackwards({ visit: { startedAt, finishedAt, stamps } }: Facts): boolean {
  const pairs = [[startedAt, finishedAt], ...inOrder.map(([one, other]) => [stamps[one], stamps[other]])];
  return pairs.some(([one, other]) => {
    const [first, second] = [momentOf(one), momentOf(other)];
    return first !== null && second !== null && second < first;
  });
}

function isStampedElsewhen({ visit }: Facts): boolean {
  const [started, finished] = [momentOf(visit.startedAt), momentOf(visit.finishedAt)];
  if (started === null || finished === null) return false;
  const far = farMinutes * minute;
  return stampsOf(visit).some((stamp) => stamp < started - far || stamp > finished + far);
}

/** What the device measured before and what was measured at receipt are two clocks. */
function wasSetBetween({ visit: { clock }, offsetMs, checks: { clockMinutes } }: Facts): boolean {
  return offsetMs !== null && clock.offsetMs !== null && Math.abs(offsetMs - clock.offsetMs) > clockMinutes * minute;
}

/** The device shows another time of day than the centre's clock, because it is set to another zone. */
export const timeZoneDiffers: Check = function* ({ visit, corrected, timeZone }) {
  const started = momentOf(visit.startedAt);
  if (started === null) return;
  const [device, plan] = [visit.clock.timeZone, timeZone].map((zone) => localTimeOf(corrected(started), zone));
  if (!device || !plan || device.offsetNanoseconds === plan.offsetNanoseconds) return;
  yield finding('timeZoneDiffers', { device: device.timeZoneId, plan: plan.timeZoneId });
};
