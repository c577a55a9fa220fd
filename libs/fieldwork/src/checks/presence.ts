import { stampNames, type Fix, type Place } from '../visit/sent-visit.js';
import type { CheckedVisit, Neighbour } from './check-context.js';
import type { Point, RoughPoint } from './distance.js';
import { minute, momentOf, type Moment, type Presence } from './moments.js';

/** The moments that the shopper stamped, by the device's clock, in the order in which they should come. */
export function stampsOf({ stamps }: Pick<CheckedVisit, 'stamps'>): readonly Moment[] {
  return stampNames.flatMap((name) => momentOf(stamps[name]) ?? []);
}

/** When the shopper surely was there, by the device's clock: from the first stamp to the last, without any from start to finish. */
export function presenceOf(visit: Pick<CheckedVisit, 'stamps' | 'startedAt' | 'finishedAt'>): Presence | null {
  const stamps = stampsOf(visit);
  const moments = stamps.length > 0 ? stamps : [visit.startedAt, visit.finishedAt].flatMap((at) => momentOf(at) ?? []);
  return moments.length === 0 ? null : { from: Math.min(...moments), to: Math.max(...moments) };
}

/**
 * The minutes a visit took, unrounded: from arrival to end as stamped, else from start to finish. Null when they run
 * backwards.
 */
export function minutesSpent({
  stamps,
  startedAt,
  finishedAt,
}: Pick<CheckedVisit, 'stamps' | 'startedAt' | 'finishedAt'>): number | null {
  const isStamped = stamps.arrival !== undefined && stamps.end !== undefined;
  const [from, to] = isStamped ? [stamps.arrival, stamps.end] : [startedAt, finishedAt];
  const [first, last] = [momentOf(from), momentOf(to)];
  return first === null || last === null || last < first ? null : (last - first) / minute;
}

/** Ten thousand years: instants are written with four digits of the year, so no clock can be further off. */
const mostOffset = 3.2e14;

/** Server minus device in milliseconds, as measured at receipt, else by the device; null: unknown, or more than can be. */
export function offsetOf({ clock }: Pick<CheckedVisit, 'clock'>, measuredMs: number | null): number | null {
  const known = [measuredMs, clock.offsetMs].find((offset) => offset !== null && Math.abs(offset) <= mostOffset);
  return known ?? null;
}

/** The place as the device has it; null: refused, or it could not tell. */
export function fixOf(place: Place | undefined): Fix | null {
  return place && 'latitude' in place ? place : null;
}

/** Where a visit began and ended, by the device, else where its centre is; null: unknown. */
export function endsOf({ places }: Pick<CheckedVisit, 'places'>, site: Point | null): Ends {
  const [start, end] = [fixOf(places.start), fixOf(places.end)];
  const centre = site ? { ...site, accuracy: 0 } : null;
  return { start: start ?? end ?? centre, end: end ?? start ?? centre };
}

export interface Ends {
  readonly start: RoughPoint | null;
  readonly end: RoughPoint | null;
}

/**
 * A visit as its neighbours in time see it; null when its times cannot be told.
 * @param site of its centre: stands for the place that the device does not tell
 * @param measuredMs server minus device, measured at its receipt
 */
export function neighbourOf(
  id: string,
  centre: string,
  visit: Pick<CheckedVisit, 'stamps' | 'startedAt' | 'finishedAt' | 'places' | 'clock'>,
  site: Point | null,
  measuredMs: number | null,
): Neighbour | null {
  const presence = presenceOf(visit);
  if (!presence) return null;
  const offset = offsetOf(visit, measuredMs) ?? 0;
  const isoOf = (moment: Moment) => new Date(moment + offset).toISOString();
  const place = endsOf(visit, site).start;
  return {
    id,
    centre,
    start: isoOf(presence.from),
    end: isoOf(presence.to),
    place: place && { latitude: place.latitude, longitude: place.longitude, accuracy: place.accuracy },
  };
}
