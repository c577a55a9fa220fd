import type { EntityManager } from 'typeorm';
import type { FoundPair } from '#scoring';
import type { StarCycle } from './star-cycle.js';
import { comparable } from './star-common-items.js';
import { ratedUnits, type RatedUnit } from './star-evidence.js';

/**
 * Every centre of two cycles beside itself, by code; null on the side of a cycle in which it was not rated. Both cycles are
 * read once, a page at a time. An agency's are those it has in the later cycle, with what they were before, and those that
 * would be its own had they not closed.
 */
export async function* unitPairs(
  db: EntityManager,
  before: StarCycle,
  now: StarCycle,
  agency?: string,
): AsyncGenerator<FoundPair> {
  const choice = { ...(agency === undefined ? {} : { agency }), ownedOn: now.cycle.startsOn };
  const earlier = ratedUnits(db, before.cycle, before.scheme, choice);
  const later = ratedUnits(db, now.cycle, now.scheme, choice);
  let [one, other] = [await nextOf(earlier), await nextOf(later)];
  while (one || other) {
    const order = !one ? 1 : !other ? -1 : comparedBy(one.centre.code, other.centre.code);
    yield pairOf(order <= 0 ? one : null, order >= 0 ? other : null);
    if (order <= 0) one = await nextOf(earlier);
    if (order >= 0) other = await nextOf(later);
  }
}

function pairOf(before: RatedUnit | null, now: RatedUnit | null): FoundPair {
  if (before && now) return comparable(before, now);
  return { before: before?.evidence ?? null, now: now?.evidence ?? null };
}

async function nextOf(units: AsyncGenerator<RatedUnit>): Promise<RatedUnit | null> {
  const next = await units.next();
  return next.done ? null : next.value;
}

/** As the database orders codes: byte by byte. */
function comparedBy(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
