import type { Temporal } from 'temporal-polyfill';
import type { Given } from '#instruments';
import { weekdays } from '../../plan/visit-plan.js';
import type { Place } from '../../visit/sent-visit.js';
import type { CheckedVisit, VisitWindow } from '../check-context.js';
import type { Point } from '../distance.js';
import type { Fingerprint } from '../fingerprint.js';
import type { Moment } from '../moments.js';
import type { Chance } from './seeded-random.js';
import { seededRemark } from './seeded-remarks.js';
import { moved, type SeededCentre } from './seeded-world.js';
import { scaleCodes, scaleOptions, yesNoCodes } from './visit-form.js';

/** A visit as it was made up, with what the server knows of it. */
export interface SeededVisit {
  readonly id: string;
  readonly shopper: number;
  /** `honest`, or how it was made up. */
  readonly kind: string;
  readonly centre: SeededCentre;
  readonly window: VisitWindow;
  readonly visit: CheckedVisit;
  readonly receivedAt: string;
  readonly offsetMs: number | null;
  readonly fingerprints: ReadonlyMap<string, Fingerprint>;
}

/** Where and when a visit is to be made. */
export interface Errand {
  readonly id: string;
  readonly shopper: number;
  readonly centre: SeededCentre;
  readonly day: Temporal.PlainDate;
  readonly slot: readonly [string, string];
}

export const timeZone = 'Asia/Dubai';
const minute = 60_000;
const iso = (moment: Moment) => new Date(moment).toISOString();

/** The window of the plan for an errand. */
export function windowOf({ day, slot: [hourFrom, hourTo] }: Errand): VisitWindow {
  return {
    dueFrom: day.subtract({ days: 2 }).toString(),
    dueTo: day.add({ days: 2 }).toString(),
    weekday: weekdays[day.dayOfWeek - 1] ?? 'monday',
    hourFrom,
    hourTo,
  };
}

/**
 * A visit that was made as it was told: 12 to 70 minutes within the slot, places 5 to 60 m accurate, a clock up to 3 minutes
 * off that in one case of five nobody measured; some stamps forgotten, some places refused.
 */
export function honestVisit(chance: Chance, errand: Errand): SeededVisit {
  const { centre, slot } = errand;
  const [from, to] = slot.map((time) => errand.day.toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds);
  const drift = chance.between(-3, 3) * minute;
  const arrival = chance.between(from ?? 0, to ?? 0) - drift;
  const end = arrival + chance.between(12, 70) * minute;
  const finished = end + chance.between(1, 25) * minute;
  const isMeasured = chance.in(0.8);
  const photos = Array.from({ length: chance.whole(1, 4) }, () => seededPhoto(chance, chance.between(arrival, end)));
  const visit: CheckedVisit = {
    sheet: honestSheet(chance, centre),
    startedAt: iso(arrival - chance.between(0, 5) * minute),
    finishedAt: iso(finished),
    stamps: stampsBetween(chance, arrival, end),
    places: { start: seenAt(chance, centre.site, arrival), end: seenAt(chance, centre.site, end) },
    photos: photos.map(({ photo }) => photo),
    clock: { timeZone, offsetMs: isMeasured ? Math.round(drift) : null, measuredAt: null },
  };
  return {
    id: errand.id,
    shopper: errand.shopper,
    kind: 'honest',
    centre,
    window: windowOf(errand),
    visit,
    receivedAt: iso(finished + drift + chance.between(1, 600) * minute),
    offsetMs: isMeasured ? Math.round(drift + chance.normal() * 1_000) : null,
    fingerprints: new Map(photos.map(({ photo, fingerprint }) => [photo.hash, fingerprint])),
  };
}

/** The five stamps between arrival and end; some are forgotten. */
export function stampsBetween(chance: Chance, arrival: Moment, end: Moment): CheckedVisit['stamps'] {
  const at = (share: number) => iso(arrival + (end - arrival) * share);
  return {
    arrival: iso(arrival),
    ...(chance.in(0.9) ? { ticket: at(chance.between(0.01, 0.1)) } : {}),
    ...(chance.in(0.9) ? { firstContact: at(chance.between(0.01, 0.2)) } : {}),
    ...(chance.in(0.9) ? { counter: at(chance.between(0.3, 0.7)) } : {}),
    ...(chance.in(0.97) ? { end: iso(end) } : {}),
  };
}

/** Where a device sees itself within 60 m of a point; it is wrong by its accuracy, or it does not tell. */
export function seenAt(chance: Chance, point: Point, moment: Moment): Place {
  if (chance.in(0.03)) return { refused: true };
  if (chance.in(0.05)) return { unavailable: true };
  const accuracy = chance.between(5, 60);
  const wrong = (Math.hypot(chance.normal(), chance.normal()) * accuracy) / 1.5; // within the accuracy in 68 of 100
  const at = moved(moved(point, chance.between(0, 60), chance.between(0, 360)), wrong, chance.between(0, 360));
  return { ...at, accuracy, at: iso(moment) };
}

/** A photo that nobody has, with a fingerprint like that of no other. */
export function seededPhoto(chance: Chance, moment: Moment) {
  const digits = (count: number, base: number) =>
    Array.from({ length: count }, () => chance.whole(0, base - 1).toString(base)).join('');
  const hash = digits(64, 16);
  return { photo: { hash, bytes: 200_000, takenAt: iso(moment), blurred: false }, fingerprint: digits(64, 2) };
}

/** What a centre of some quality earns, with remarks where something was not as it should be. */
function honestSheet(chance: Chance, { quality }: SeededCentre): { answers: Record<string, Given> } {
  const language = chance.one(['ar', 'en'] as const);
  const answers: Record<string, Given> = {};
  for (const code of yesNoCodes) {
    const isGood = chance.in(quality);
    const value = isGood === (code !== yesNoCodes.at(-1)) ? 'yes' : 'no';
    answers[code] = { value, ...(!isGood && chance.in(0.5) ? { comment: seededRemark(chance, language) } : {}) };
  }
  for (const code of scaleCodes) {
    const missed = chance.in(quality) ? chance.whole(0, 1) : chance.whole(1, 4);
    answers[code] = { value: scaleOptions[4 - missed] ?? 'fully' };
  }
  answers['remarks'] = { value: seededRemark(chance, language) };
  return { answers };
}
