import { searchedUpTo, stepsOf } from './pillars-together.js';
import type { RaisablePillar, Search, WorthOf } from './pillars-together.js';
import { raisedGreedily } from './raised-greedily.js';

/** The option chosen of each criterion of each pillar. */
export interface Raises {
  readonly picks: readonly (readonly number[])[];
  /** Whether nothing cheaper does. */
  readonly exact: boolean;
}

/** Paths that cost more are searched for greedily. */
export const mostExactCost = 2_000;

/** Above this many steps (some seconds) the number of criteria no longer decides between sets of the same cost. */
const mostSteps = 400_000_000;

const noise = 1e-12;

/**
 * The cheapest options by which the pillars reach their minimums and are together worth what is needed; of several the one that
 * raises the fewest criteria, then that of the greatest worth, then that of the earlier criteria. Null when none does.
 *
 * Exact up to `mostExactCost`: for each cost the greatest worth is known (`searchedUpTo`), and the first that suffices is taken.
 */
export function cheapestRaises(pillars: readonly RaisablePillar[], worthOf: WorthOf, needed: number): Raises | null {
  const search = cheapestSearch(withoutCount(pillars), worthOf, needed);
  if (!search) {
    const picks = raisedGreedily(pillars, worthOf, needed);
    return picks && { picks, exact: false };
  }
  const { cost, picks } = search;
  const limit = { cost, raises: raisesIn(pillars, picks) }; // a better set raises fewer
  if (stepsOf(limit, pillars) > mostSteps) return { picks, exact: true };
  const counted = searchedUpTo(limit, pillars, worthOf);
  for (let raises = 0; raises <= counted.reach.raises; raises++) {
    if (suffices(counted, raises, cost, needed)) return { picks: counted.picksAt(raises, cost), exact: true };
  }
  return { picks, exact: true };
}

/** Doubles the cost looked at until one suffices, since most paths are short; null: none up to the greatest. */
function cheapestSearch(
  pillars: readonly RaisablePillar[],
  worthOf: WorthOf,
  needed: number,
): { readonly cost: number; readonly picks: number[][] } | null {
  for (let limit = 32; ; limit = Math.min(2 * limit, mostExactCost)) {
    const found = searchedUpTo({ cost: limit, raises: 0 }, pillars, worthOf);
    for (let cost = 0; cost <= found.reach.cost; cost++) {
      if (suffices(found, 0, cost, needed)) return { cost, picks: found.picksAt(0, cost) };
    }
    if (limit === mostExactCost || found.reach.cost < limit) return null;
  }
}

function suffices({ worthAt, reach }: Search, raises: number, cost: number, needed: number): boolean {
  return cost <= reach.cost && worthAt(raises, cost) >= needed - noise;
}

function withoutCount(pillars: readonly RaisablePillar[]): RaisablePillar[] {
  return pillars.map((pillar) => ({
    ...pillar,
    choices: pillar.choices.map((options) => options.map((option) => ({ ...option, raises: 0 }))),
  }));
}

function raisesIn(pillars: readonly RaisablePillar[], picks: readonly (readonly number[])[]): number {
  const raises = pillars.flatMap(({ choices }, pillar) =>
    choices.map((options, choice) => options[picks[pillar]?.[choice] ?? 0]?.raises ?? 0),
  );
  return raises.reduce((sum, one) => sum + one, 0);
}
