import { Temporal } from 'temporal-polyfill';
import { contextOf, type CheckContext, type EarlierComment } from '../check-context.js';
import { answeredIn, commentsIn } from '../answered.js';
import { minutesSpent, neighbourOf } from '../presence.js';
import { cheats, cheatersVisit, type Cheat } from './seeded-cheaters.js';
import { chanceOf } from './seeded-random.js';
import { SentPhotos } from './sent-photos.js';
import { honestVisit, timeZone, type Errand, type SeededVisit } from './seeded-visits.js';
import { seededCentres } from './seeded-world.js';
import { form, limits } from './visit-form.js';

const shoppers = 40;
const honestDays = 5;
const cheatedDays = 15;

/** A visit with all that the server knew when it was sent. */
export interface Judged {
  readonly made: SeededVisit;
  readonly context: CheckContext;
}

/**
 * A programme of 40 shoppers: five days with two honest visits each, then fifteen with an honest visit and one that was made up
 * in one of six ways. 1,000 honest visits and 600 made up, in the order in which they were made.
 */
export function seededProgramme(seed: number): readonly SeededVisit[] {
  const chance = chanceOf(seed);
  const centres = seededCentres(chance);
  return Array.from({ length: shoppers }, (_, shopper) => {
    const near = centres.filter(({ city }) => city === shopper % 5);
    const far = centres.filter(({ city }) => city !== shopper % 5);
    const own: SeededVisit[] = [];
    for (let at = 0; at < honestDays + cheatedDays; at += 1) {
      const errand = (half: 0 | 1, kind: Cheat | null): Errand => {
        const centre = chance.one(kind === 'impossibleDay' ? far : near);
        return { id: `${shopper}-${at}-${half}`, shopper, centre, day: dayOf(at), slot: centre.slots[half] };
      };
      const kind = at < honestDays ? null : (cheats[(at + shopper) % cheats.length] ?? null);
      own.push(honestVisit(chance, errand(0, null)));
      own.push(kind ? cheatersVisit(chance, kind, errand(1, kind), own) : honestVisit(chance, errand(1, null)));
    }
    return own;
  }).flat();
}

/** Mondays to Thursdays, week after week. */
function dayOf(at: number): Temporal.PlainDate {
  return Temporal.PlainDate.from('2026-09-07').add({ days: Math.floor(at / 4) * 7 + (at % 4) });
}

/** What the server knew of each visit when it came: of the same shopper, and all photos sent before. */
export function judgedOf(visits: readonly SeededVisit[]): readonly Judged[] {
  const photos = new SentPhotos();
  const minutes: number[] = [];
  const known = new Map<number, { comments: EarlierComment[]; last: SeededVisit | null }>();
  return visits.map((made) => {
    const { comments, last } = known.get(made.shopper) ?? { comments: [], last: null };
    const context = contextAround(made, photos, minutes, comments, last);
    const { id, visit, fingerprints } = made;
    for (const [hash, fingerprint] of fingerprints) photos.add({ visit: id, hash, fingerprint });
    minutes.push(...[minutesSpent(visit)].filter((one) => one !== null));
    const written = commentsIn(answeredIn(form, visit.sheet)).map(({ text }) => ({ visit: id, comment: text }));
    known.set(made.shopper, { comments: [...comments, ...written].slice(-40), last: made });
    return { made, context };
  });
}

function contextAround(
  { centre, window, visit, receivedAt, offsetMs, fingerprints }: SeededVisit,
  photos: SentPhotos,
  minutes: readonly number[],
  earlierComments: readonly EarlierComment[],
  last: SeededVisit | null,
): CheckContext {
  const neighbour = last && neighbourOf(last.id, last.centre.id, last.visit, last.centre.site, last.offsetMs);
  return {
    ...contextOf(timeZone, limits),
    window,
    centre,
    instrument: form,
    receivedAt,
    offsetMs,
    neighbours: neighbour ? [neighbour] : [],
    earlierComments,
    fingerprints,
    photosElsewhere: [...new Set(visit.photos.flatMap(({ hash }) => photos.like(hash, fingerprints.get(hash))))],
    earlierMinutes: minutes.slice(-50),
  };
}
