import type { OpenVisit, Shopper } from '../assignment.js';
import { chanceOf } from '../chance.js';
import type { Dated } from '../dated-visit.js';
import { shopperRules } from '../shopper-rules.js';
import type { Board } from './board.js';

/** A visit to be given, and all shoppers against whom nothing speaks but, perhaps, other visits. */
export interface Wanted {
  readonly visit: Dated<OpenVisit>;
  readonly candidates: readonly Candidate[];
}

/** A shopper who could make a visit; of two with the same load the lower chance goes first. */
export interface Candidate {
  readonly shopper: string;
  readonly chance: number;
}

/** Who could make a visit. */
export function wantedFor(visit: Dated<OpenVisit>, shoppers: readonly Shopper[], seed: number): Wanted {
  const candidates = shoppers
    .filter((shopper) => shopperRules.every((rule) => rule({ visit, shopper }) === null))
    .map(({ id }) => ({ shopper: id, chance: chanceOf(seed, visit.id, id) }));
  return { visit, candidates };
}

/** The candidates that have least to do first. */
export function byLoad(candidates: readonly Candidate[], board: Board): readonly Candidate[] {
  return candidates.toSorted((a, b) => board.loadOf(a.shopper) - board.loadOf(b.shopper) || a.chance - b.chance);
}
