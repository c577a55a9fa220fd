import { daysApart } from '../dated-visit.js';
import type { Board } from './board.js';
import { byLoad, type Wanted } from './candidates.js';

/**
 * Gives the visits of one centre to shoppers, as many as it finds somebody for. Those that hardly anybody can make come first;
 * where all who could make one are taken, those are moved on, along chains as in Kuhn's matching.
 */
export function placeVisits(visits: readonly Wanted[], board: Board): void {
  const chosen = apartFrom(visits, board.rules.daysBetween);
  const rest = visits.filter((one) => !chosen.includes(one));
  for (const group of [chosen, rest]) {
    for (const one of group.toSorted((a, b) => a.candidates.length - b.candidates.length)) {
      placed(one, { visits, board, tried: new Set() });
    }
  }
}

interface Search {
  /** All of the centre. */
  readonly visits: readonly Wanted[];
  readonly board: Board;
  /** What need not be tried again: a visit and a shopper. */
  readonly tried: Set<string>;
}

/** Whether somebody was found for a visit; if not, everything stands as before. */
function placed(one: Wanted, search: Search): boolean {
  const { board } = search;
  if (board.isBlocked(one.visit)) return false;
  const order = byLoad(one.candidates, board);
  const free = order.find(({ shopper }) => board.isFree(one.visit, shopper));
  if (free) {
    board.give(one.visit, free.shopper);
    return true;
  }
  return order.some(({ shopper }) => {
    const key = `${one.visit.id} ${shopper}`;
    if (search.tried.has(key)) return false;
    search.tried.add(key);
    return placedInsteadOf(one, shopper, search);
  });
}

/** Whether a shopper could take a visit when others of his at the centre go to somebody else. */
function placedInsteadOf(one: Wanted, shopper: string, search: Search): boolean {
  const { visits, board } = search;
  const own = visits.filter(({ visit }) => board.shopperOf(visit.id) === shopper);
  const before = visits.map(({ visit }) => [visit, board.shopperOf(visit.id)] as const);
  for (const leaving of [...own.map((visit) => [visit]), ...(own.length > 1 ? [own] : [])]) {
    for (const { visit } of leaving) board.takeBack(visit);
    if (board.isFree(one.visit, shopper)) {
      board.give(one.visit, shopper);
      if (leaving.every((other) => placed(other, search))) return true;
    }
    for (const [visit] of before) board.takeBack(visit);
    for (const [visit, holder] of before) if (holder !== undefined) board.give(visit, holder);
  }
  return false;
}

/** As many visits as can be made with that distance from each other: the one that is over first, then on. */
function apartFrom(visits: readonly Wanted[], days: number): readonly Wanted[] {
  const chosen: Wanted[] = [];
  for (const one of visits
    .filter(({ candidates }) => candidates.length > 0)
    .sort((a, b) => a.visit.last - b.visit.last)) {
    const isApart = chosen.every(
      ({ visit }) => (visit.pair !== null && visit.pair === one.visit.pair) || daysApart(visit, one.visit) >= days,
    );
    if (isApart) chosen.push(one);
  }
  return chosen;
}
