import { picksTo, raiseTable, sameGain, stateOf, statesIn } from './raise-table.js';
import type { RaiseOption, RaiseTable, Reach } from './raise-table.js';

/** A pillar as the search sees it. */
export interface RaisablePillar {
  /** Its score now, 0 to 100. */
  readonly score: number;
  /** Its part of the tree, 0 to 1. */
  readonly weight: number;
  /** The score it must reach; 0 or below: none. */
  readonly minimum: number;
  /** The options of each of its criteria. */
  readonly choices: readonly (readonly RaiseOption[])[];
}

/** What the pillars' scores are worth to the tree: their sum is compared with what is needed. */
export type WorthOf = (weight: number, score: number) => number;

/** w·S, or w·ln S with scores below 1 counted as 1. */
export const worthBy: Readonly<Record<'arithmetic' | 'geometric', WorthOf>> = {
  arithmetic: (weight, score) => weight * score,
  geometric: (weight, score) => weight * Math.log(Math.max(1, score)),
};

interface Fold {
  readonly reach: Reach;
  /** The greatest worth of the pillars so far, by state. */
  readonly worth: Float64Array;
  /** Which state of the last pillar led there. */
  readonly split: Int32Array;
}

/** A search over all pillars, up to a cost. */
export interface Search {
  readonly reach: Reach;
  /** The greatest worth that exactly this cost and number of raised criteria give; −Infinity: none does. */
  readonly worthAt: (raises: number, cost: number) => number;
  /** The option of each criterion of each pillar that gives it. */
  readonly picksAt: (raises: number, cost: number) => number[][];
}

/**
 * The best that each total cost can buy: per pillar a knapsack (`raiseTable`), then the pillars together by cost. Exact, because a
 * pillar enters the tree, and its own minimum, by nothing but its score, and more of it is never worse.
 */
export function searchedUpTo(limit: Reach, pillars: readonly RaisablePillar[], worthOf: WorthOf): Search {
  const tables = pillars.map(({ choices }) => raiseTable(choices, limit));
  const folds: Fold[] = [];
  let last: Fold = { reach: { cost: 0, raises: 0 }, worth: new Float64Array(1), split: new Int32Array(1) };
  pillars.forEach((pillar, index) => {
    last = folded(last, worthsOf(pillar, tables[index]!, worthOf), tables[index]!.reach, limit);
    folds.push(last);
  });
  const { reach, worth } = last;
  return {
    reach,
    worthAt: (raises, cost) => worth[stateOf(reach, raises, cost)]!,
    picksAt: (raises, cost) => unfolded(folds, tables, pillars, { raises, cost }),
  };
}

/** How many steps a search of this reach takes at most; to keep from starting one that is too long. */
export function stepsOf(limit: Reach, pillars: readonly RaisablePillar[]): number {
  return pillars.reduce((steps, { choices }) => {
    const own = { cost: limit.cost, raises: Math.min(limit.raises, choices.length) };
    return steps + (statesIn(limit) * statesIn(own)) / 4;
  }, 0);
}

function worthsOf({ score, weight, minimum }: RaisablePillar, { gains }: RaiseTable, worthOf: WorthOf): Float64Array {
  return gains.map((gain) => (score + gain >= minimum ? worthOf(weight, score + gain) : -Infinity));
}

function folded(before: Fold, worths: Float64Array, own: Reach, limit: Reach): Fold {
  const reach = {
    cost: Math.min(limit.cost, before.reach.cost + own.cost),
    raises: Math.min(limit.raises, before.reach.raises + own.raises),
  };
  const worth = new Float64Array(statesIn(reach)).fill(-Infinity);
  const split = new Int32Array(worth.length);
  for (let raises = 0; raises <= own.raises; raises++) {
    for (let cost = 0; cost <= own.cost; cost++) {
      const state = stateOf(own, raises, cost);
      if (worths[state]! === -Infinity) continue;
      addTo({ reach, worth, split }, before, worths[state]!, state, { raises, cost });
    }
  }
  return { reach, worth, split };
}

function addTo({ reach, worth, split }: Fold, before: Fold, own: number, state: number, by: Reach): void {
  const mostRaises = Math.min(before.reach.raises, reach.raises - by.raises);
  const mostCost = Math.min(before.reach.cost, reach.cost - by.cost);
  for (let raises = 0; raises <= mostRaises; raises++) {
    const from = stateOf(before.reach, raises, 0);
    const into = stateOf(reach, raises + by.raises, by.cost);
    for (let cost = 0; cost <= mostCost; cost++) {
      const whole = before.worth[from + cost]! + own;
      if (whole <= worth[into + cost]! + sameGain || whole === -Infinity) continue;
      worth[into + cost] = whole;
      split[into + cost] = state;
    }
  }
}

function unfolded(
  folds: readonly Fold[],
  tables: readonly RaiseTable[],
  pillars: readonly RaisablePillar[],
  state: Reach,
): number[][] {
  const picks: number[][] = [];
  let { raises, cost } = state;
  for (let index = folds.length - 1; index >= 0; index--) {
    const table = tables[index]!;
    const own = folds[index]!.split[stateOf(folds[index]!.reach, raises, cost)]!;
    const ownRaises = Math.floor(own / (table.reach.cost + 1));
    const ownCost = own % (table.reach.cost + 1);
    picks[index] = picksTo(table, pillars[index]!.choices, ownRaises, ownCost);
    raises -= ownRaises;
    cost -= ownCost;
  }
  return picks;
}
