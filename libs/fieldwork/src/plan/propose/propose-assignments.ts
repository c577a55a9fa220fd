import type { Fault } from '#contract';
import type { HeldVisit, OpenVisit, Shopper } from '../assignment.js';
import { chanceOf } from '../chance.js';
import { dated } from '../dated-visit.js';
import type { AssignmentRules } from '../visit-plan.js';
import { Board } from './board.js';
import { wantedFor, type Wanted } from './candidates.js';
import { evenLoads } from './even-loads.js';
import { placeVisits } from './place-visits.js';

/** Who might make which visit. Nothing is stored by it. */
export interface Proposal {
  /** Each under all rules. In the order in which visits were given, as are the others. */
  readonly assigned: readonly { readonly visit: string; readonly shopper: string }[];
  readonly open: readonly StillOpen[];
}

/** A visit for which nobody was found. */
export interface StillOpen {
  readonly visit: string;
  /** Of all shoppers the one against whom least speaks, and what; null: there are no shoppers. */
  readonly nearest: { readonly shopper: string; readonly faults: readonly Fault[] } | null;
}

/**
 * Proposes a shopper for each visit under all rules of the plan, so that loads (visits of the cycle, those held before included)
 * come out as even as handing on single visits makes them. It searches along chains within each centre; that it finds a full
 * assignment wherever there is one is not proven, but it did in all of 865 small cases in which a search through everything did.
 * The same seed gives the same proposal, in whatever order visits and shoppers come.
 * @param history visits that anybody was given or has made; visits in it are not proposed again
 */
export function proposeAssignments(
  rules: AssignmentRules,
  visits: readonly OpenVisit[],
  shoppers: readonly Shopper[],
  history: readonly HeldVisit[],
  { seed }: { readonly seed: number },
): Proposal {
  const board = new Board(rules, shoppers, history);
  const held = new Set(history.map(({ id }) => id));
  const wanted = visits
    .filter(({ id }) => !held.has(id))
    .map((visit) => wantedFor(dated(visit), shoppers, seed))
    .sort((a, b) => (a.visit.id < b.visit.id ? -1 : 1));
  const byCentre = Map.groupBy(wanted, ({ visit }) => visit.centre);
  const centres = [...byCentre].map(([centre, own]) => ({ own, chance: chanceOf(seed, centre), centre }));
  centres.sort((a, b) => a.chance - b.chance || (a.centre < b.centre ? -1 : 1));
  for (const { own } of centres) placeVisits(own, board);
  evenLoads(wanted, board);
  return proposalOn(board, visits, wanted, shoppers);
}

function proposalOn(
  board: Board,
  visits: readonly OpenVisit[],
  wanted: readonly Wanted[],
  shoppers: readonly Shopper[],
): Proposal {
  const byId = new Map(wanted.map((one) => [one.visit.id, one]));
  const inOrder = visits.flatMap(({ id }) => byId.get(id) ?? []);
  return {
    assigned: inOrder.flatMap(({ visit }) => {
      const shopper = board.shopperOf(visit.id);
      return shopper === undefined ? [] : [{ visit: visit.id, shopper }];
    }),
    open: inOrder
      .filter(({ visit }) => board.shopperOf(visit.id) === undefined)
      .map((one) => ({ visit: one.visit.id, nearest: nearestTo(one, shoppers, board) })),
  };
}

function nearestTo({ visit }: Wanted, shoppers: readonly Shopper[], board: Board): StillOpen['nearest'] {
  let nearest: StillOpen['nearest'] = null;
  for (const shopper of shoppers) {
    const faults = board.faults(visit, shopper);
    const isNearer =
      !nearest ||
      faults.length < nearest.faults.length ||
      (faults.length === nearest.faults.length && isBefore(shopper.id, nearest.shopper, board));
    if (isNearer) nearest = { shopper: shopper.id, faults };
  }
  return nearest;
}

function isBefore(one: string, other: string, board: Board): boolean {
  return board.loadOf(one) < board.loadOf(other) || (board.loadOf(one) === board.loadOf(other) && one < other);
}
