import type { Given } from '#instruments';
import type { CheckedVisit } from '../check-context.js';
import { momentOf } from '../moments.js';
import type { Chance } from './seeded-random.js';
import { disguised } from './seeded-remarks.js';
import { honestVisit, seenAt, stampsBetween, type Errand, type SeededVisit } from './seeded-visits.js';
import { moved } from './seeded-world.js';
import { scaleCodes, yesNoCodes } from './visit-form.js';

/** How visits are made up. */
export const cheats = [
  'atHome',
  'tooQuick',
  'copiedPhotos',
  'copiedRemarks',
  'straightLined',
  'impossibleDay',
] as const;
export type Cheat = (typeof cheats)[number];

const minute = 60_000;
const iso = (moment: number) => new Date(moment).toISOString();
const instant = (text: string | undefined) => momentOf(text) ?? 0;

/**
 * A visit that was made up in one of six ways, and is honest in all else.
 * @param before what the same shopper sent before, the latest last
 */
export function cheatersVisit(
  chance: Chance,
  kind: Cheat,
  errand: Errand,
  before: readonly SeededVisit[],
): SeededVisit {
  const honest = honestVisit(chance, errand);
  return { ...honest, ...made[kind](chance, honest, before), kind };
}

type Change = Partial<SeededVisit>;
type Made = (chance: Chance, honest: SeededVisit, before: readonly SeededVisit[]) => Change;

const made: Readonly<Record<Cheat, Made>> = {
  /** Filled in on the sofa, 0.4 to 30 km away. */
  atHome: (chance, { visit, centre }) => {
    const home = moved(centre.site, chance.between(400, 30_000), chance.between(0, 360));
    const [start, end] = [instant(visit.startedAt), instant(visit.finishedAt)];
    return { visit: { ...visit, places: { start: seenAt(chance, home, start), end: seenAt(chance, home, end) } } };
  },
  /** In and out again, in 2 to 8.5 minutes. */
  tooQuick: (chance, { visit }) => {
    const arrival = instant(visit.stamps.arrival);
    const end = arrival + chance.between(2, 8.5) * minute;
    const photos = visit.photos.map((photo) => ({ ...photo, takenAt: iso(chance.between(arrival, end)) }));
    const finishedAt = iso(end + chance.between(0, 1) * minute);
    return {
      visit: { ...visit, startedAt: iso(arrival), finishedAt, photos, stamps: stampsBetween(chance, arrival, end) },
    };
  },
  /** The photos of an earlier visit: the files themselves, or saved anew, which turns some bits of their fingerprint. */
  copiedPhotos: (chance, { visit, fingerprints }, before) => {
    const [source] = chance.one(before).fingerprints;
    const [own] = visit.photos;
    if (!source || !own) return {};
    const [hash, fingerprint] = source;
    if (chance.in(0.5)) return { visit: { ...visit, photos: [{ ...own, hash }, ...visit.photos.slice(1)] } };
    const turned = [...String(fingerprint)].map((bit) => (chance.in(0.04) ? String(1 - Number(bit)) : bit)).join('');
    return { fingerprints: new Map([...fingerprints, [own.hash, turned]]) };
  },
  /** Remarks of the last five visits, dressed up. */
  copiedRemarks: (chance, { visit }, before) => {
    const remarks = before
      .slice(-5)
      .flatMap(({ visit: one }) => Object.values(answersOf(one)).flatMap(({ comment }) => comment ?? []));
    const { answers } = visit.sheet as { answers: Record<string, Given> };
    const copied = Object.entries(answers).map(([code, given]): [string, Given] => {
      const remark = given.comment === undefined || remarks.length === 0 ? null : chance.one(remarks);
      return [code, remark === null ? given : { ...given, comment: disguised(chance, remark) }];
    });
    const remark = answersOf(chance.one(before.slice(-5)).visit)['remarks']?.value;
    const last = typeof remark === 'string' ? { remarks: { value: disguised(chance, remark) } } : {};
    return { visit: { ...visit, sheet: { answers: { ...Object.fromEntries(copied), ...last } } } };
  },
  /** The best everywhere, or the same all the way down; one in twenty knows that one answer should differ. */
  straightLined: (chance, { visit }) => {
    const [last, yes, on] = chance.one([['no', 'yes', 'fully'], ['yes', 'yes', 'fully'], ['yes', 'yes', 'partly'], ['no', 'no', 'never']] as const); // prettier-ignore
    const filled = [...yesNoCodes.map((code) => [code, yes]), ...scaleCodes.map((code) => [code, on])];
    const answers = Object.fromEntries(filled.map(([code, value]) => [code, { value }])) as Record<string, Given>;
    answers[yesNoCodes.at(-1) ?? ''] = { value: last };
    if (chance.in(0.05)) answers[chance.one(scaleCodes)] = { value: 'hardly' };
    return { visit: { ...visit, sheet: { answers } } };
  },
  /** Right after a visit in another city, as far as the stamps go; the device is made to say that it was there. */
  impossibleDay: (chance, { visit }, before) => {
    const last = before.at(-1);
    if (!last) return {};
    const offset = (last.offsetMs ?? 0) - (visit.clock.offsetMs ?? 0);
    const shift = instant(last.visit.stamps.end ?? last.visit.finishedAt) + offset + chance.between(-20, 30) * minute - instant(visit.stamps.arrival); // prettier-ignore
    return { visit: shifted(visit, shift) };
  },
};

function answersOf({ sheet }: CheckedVisit): Readonly<Record<string, Given>> {
  return (sheet as { answers: Record<string, Given> }).answers;
}

/** The same visit at another time. */
function shifted(visit: CheckedVisit, by: number): CheckedVisit {
  const later = (text: string) => iso(instant(text) + by);
  const stamps = Object.fromEntries(Object.entries(visit.stamps).map(([name, at]) => [name, later(at)]));
  const photos = visit.photos.map((photo) => ({ ...photo, takenAt: later(photo.takenAt) }));
  return { ...visit, startedAt: later(visit.startedAt), finishedAt: later(visit.finishedAt), stamps, photos };
}
