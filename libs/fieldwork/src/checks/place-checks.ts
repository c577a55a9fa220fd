import type { Fix } from '../visit/sent-visit.js';
import { leastMetresBetween, metresBetween } from './distance.js';
import { finding, type Check, type Facts } from './facts.js';
import { clockTimeOf, momentOf } from './moments.js';
import { fixOf } from './presence.js';

/** A place of the visit or of one of its photos is surely outside the fence around the centre; the furthest is told. */
export const outsideFence: Check = function* (facts) {
  const { centre, checks } = facts;
  if (!centre?.site) return;
  const site = { ...centre.site, accuracy: 0 };
  const [furthest] = allFixes(facts)
    .filter((fix) => leastMetresBetween(fix, site) > checks.fenceMetres)
    .sort((one, other) => metresBetween(other, site) - metresBetween(one, site));
  if (!furthest) return;
  yield finding('outsideFence', {
    metres: Math.round(metresBetween(furthest, site)),
    accuracy: Math.round(furthest.accuracy),
    fence: checks.fenceMetres,
    time: timeOf(furthest, facts),
  });
};

/** The device knew its place at the start or the end too roughly to say whether it was at the centre. */
export const poorAccuracy: Check = function* (facts) {
  const worst = Math.max(0, ...ownFixes(facts).map(({ accuracy }) => accuracy));
  const { accuracyMetres } = facts.checks;
  if (worst > accuracyMetres) yield finding('poorAccuracy', { accuracy: Math.round(worst), most: accuracyMetres });
};

/** The shopper did not let the device tell its place. */
export const placeRefused: Check = function* ({ visit: { places } }) {
  if ([places.start, places.end].some((place) => place && 'refused' in place)) yield finding('placeRefused');
};

/** The device says that another program made a place up. */
export const mockLocation: Check = function* (facts) {
  const mocked = allFixes(facts).find((fix) => fix.mocked === true);
  if (mocked) yield finding('mockLocation', { time: timeOf(mocked, facts) });
};

function ownFixes({ visit: { places } }: Facts): readonly Fix[] {
  return [places.start, places.end].flatMap((place) => fixOf(place) ?? []);
}

function allFixes(facts: Facts): readonly Fix[] {
  return [...ownFixes(facts), ...facts.visit.photos.flatMap(({ place }) => place ?? [])];
}

/** HH:MM at the centre; as the device wrote it where the zone is unknown. */
function timeOf({ at }: Fix, { corrected, timeZone }: Facts): string {
  const moment = momentOf(at);
  return (moment === null ? null : clockTimeOf(corrected(moment), timeZone)) ?? at;
}
