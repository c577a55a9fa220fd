import { finding, type Check, type Facts } from './facts.js';
import { clockTimeOf, localTimeOf, momentOf, type Moment } from './moments.js';
import { isOpenAt, openingsOf, spansOn, type OpeningHours } from './opening-hours.js';
import { stampsOf } from './presence.js';

/** Doors open a little early, and clocks of walls differ. */
const slackMinutes = 15;
/** Who came in time is served to the end. */
const pastClosingMinutes = 60;

/** Something was stamped while the centre was closed. Without stamps the start of the form stands for the arrival. */
export const outsideHours: Check = function* (facts) {
  const { centre, timeZone } = facts;
  if (!centre?.hours) return;
  const { hours } = centre;
  const isOpen = openingsOf(hours, timeZone);
  const closed = momentsThere(facts).find((moment, at) => {
    const slack = at === 0 ? slackMinutes : pastClosingMinutes;
    return isOpen(moment, slack) === false;
  });
  const local = closed === undefined ? null : localTimeOf(closed, timeZone);
  if (!local) return;
  yield finding('outsideHours', {
    day: local.toPlainDate().toString(),
    time: clockTimeOf(local.epochMilliseconds, timeZone) ?? '',
    hours: hoursText(hours, local.dayOfWeek),
  });
};

/** The visit was not made in the days, on the weekday and in the hours it was planned for. */
export const outsideWindow: Check = function* (facts) {
  const { window, timeZone } = facts;
  const [arrival] = momentsThere(facts);
  const local = arrival === undefined ? null : localTimeOf(arrival, timeZone);
  if (!window || !local || arrival === undefined) return;
  const { dueFrom, dueTo, weekday, hourFrom, hourTo } = window;
  const day = local.toPlainDate().toString();
  const slot = { [weekday]: [{ from: hourFrom, to: hourTo }] };
  if (dueFrom <= day && day <= dueTo && isOpenAt(slot, arrival, timeZone, slackMinutes) !== false) return;
  yield finding('outsideWindow', {
    day,
    time: clockTimeOf(arrival, timeZone) ?? '',
    weekday,
    hours: `${hourFrom}–${hourTo}`,
    dueFrom,
    dueTo,
  });
};

/** The server got it after the last day it was due; a revision has no such day. */
export const late: Check = function* ({ receivedAt, window, timeZone, replacedSheet }) {
  if (replacedSheet !== null) return;
  const received = momentOf(receivedAt);
  const day = received === null ? undefined : localTimeOf(received, timeZone)?.toPlainDate().toString();
  if (window && day !== undefined && day > window.dueTo) yield finding('late', { day, due: window.dueTo });
};

/** The moments at which the shopper says to have been at the centre, by the corrected clock. */
function momentsThere({ visit, corrected }: Facts): readonly Moment[] {
  const stamps = stampsOf(visit);
  const started = momentOf(visit.startedAt);
  return (stamps.length > 0 || started === null ? stamps : [started]).map(corrected);
}

/** `08:00–12:00, 16:00–20:00`; a dash for a day on which the centre is closed. */
function hoursText(hours: OpeningHours, dayOfWeek: number): string {
  const spans = spansOn(hours, dayOfWeek).map(({ from, to }) => `${from}–${to}`);
  return spans.length === 0 ? '—' : spans.join(', ');
}
