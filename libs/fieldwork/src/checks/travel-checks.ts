import type { Neighbour } from './check-context.js';
import { leastMetresBetween } from './distance.js';
import { finding, type Check, type Facts } from './facts.js';
import { minute, momentOf, type Presence } from './moments.js';
import { endsOf, presenceOf } from './presence.js';

/** From this visit to another one, or back. */
interface Journey {
  readonly visit: string;
  /** Surely between the two; 0: unknown, or the same place. */
  readonly metres: number;
  /** From the end of the first to the start of the second; below 0: they overlap. */
  readonly minutes: number;
  readonly kmPerHour: number;
}

/** The shopper could not get here from the visit before, or from here to the one after; the fastest journey is told. */
export const impossibleTravel: Check = function* (facts) {
  const presence = presenceOf(facts.visit);
  if (!presence) return;
  const own = { from: facts.corrected(presence.from), to: facts.corrected(presence.to) };
  const [fastest] = facts.neighbours
    .flatMap((neighbour) => journeyTo(neighbour, own, facts) ?? [])
    .filter(({ kmPerHour }) => kmPerHour > facts.checks.kmPerHour)
    .sort((one, other) => (one.kmPerHour === other.kmPerHour ? other.metres - one.metres : other.kmPerHour - one.kmPerHour)); // prettier-ignore
  if (!fastest) return;
  const { visit, metres, minutes } = fastest;
  yield finding('impossibleTravel', {
    visit,
    kilometres: Math.round(metres / 100) / 10,
    minutes: Math.max(0, Math.round(minutes)),
  });
};

function journeyTo(neighbour: Neighbour, own: Presence, { visit, centre }: Facts): Journey | null {
  const [start, end] = [momentOf(neighbour.start), momentOf(neighbour.end)];
  if (start === null || end === null) return null;
  const isEarlier = start < own.from;
  const minutes = (isEarlier ? own.from - end : start - own.to) / minute;
  const ends = endsOf(visit, centre?.site ?? null);
  const here = isEarlier ? ends.start : ends.end;
  const metres = here && neighbour.place ? leastMetresBetween(here, neighbour.place) : 0;
  const isElsewhere = metres > 0 || (centre !== null && centre.id !== neighbour.centre);
  return { visit: neighbour.id, metres, minutes, kmPerHour: speed(metres, minutes, isElsewhere) };
}

/** Stamps are taps of a finger: a minute is given. Who was at two places at once was faster than anything. */
function speed(metres: number, minutes: number, isElsewhere: boolean): number {
  const given = minutes + 1;
  if (given <= 0) return isElsewhere ? Infinity : 0;
  return metres / 1_000 / (given / 60);
}
