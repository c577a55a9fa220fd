import type { Board } from './board.js';
import { byLoad, type Wanted } from './candidates.js';

/** More rounds than this bring nothing that is worth the time. */
const rounds = 20;

/** Hands visits of those with much to do to those who have less, by two at least, as long as the rules allow some. */
export function evenLoads(visits: readonly Wanted[], board: Board): void {
  for (let round = 0; round < rounds; round++) {
    const moved = visits.filter((one) => handedOn(one, board));
    if (moved.length === 0) return;
  }
}

function handedOn({ visit, candidates }: Wanted, board: Board): boolean {
  const holder = board.shopperOf(visit.id);
  if (holder === undefined) return false;
  const less = candidates.filter(({ shopper }) => board.loadOf(shopper) <= board.loadOf(holder) - 2);
  if (less.length === 0) return false;
  board.takeBack(visit);
  const next = byLoad(less, board).find(({ shopper }) => board.isFree(visit, shopper))?.shopper;
  board.give(visit, next ?? holder);
  return next !== undefined;
}
