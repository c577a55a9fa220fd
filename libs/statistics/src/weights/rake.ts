import { faultsIn, requirePossible, respondentsBy, sumOf } from './rake-input.js';
import type { Caps, Margin, RakeFault, RakedCell } from './rake-input.js';
import type { MarginReport, RakeReport } from './rake-report.js';
import { largestDifference, peopleBy, rakeInPlace } from './raking-rounds.js';
import type { Aim, Bounds } from './raking-rounds.js';
import { weightingEffect } from './weighting-effect.js';

/** What respondents are to be weighted to, and how hard to try. */
export interface RakePlan {
  readonly cells: readonly RakedCell[];
  readonly margins: readonly Margin[];
  /** Rounds over all margins before giving up; as many again after capping. 100 unless said. */
  readonly mostRounds?: number;
  /** A round that changes less than this part of all people is the last; 1e-8 unless said. */
  readonly epsilon?: number;
  /** 0.3 to 3 times the mean weight unless said; null: none. */
  readonly caps?: Caps | null;
}

/** Weights, or why there are none. */
export type Raking =
  | {
      /** For each cell, in the order given: how many people each of its respondents stands for; null: nobody is in it. */
      readonly weights: readonly (number | null)[];
      readonly report: RakeReport;
      readonly faults: readonly [];
    }
  | { readonly weights: null; readonly report: null; readonly faults: readonly RakeFault[] };

/** Unless said otherwise. Source: domain note 6.2. */
export const usualCaps: Caps = { low: 0.3, high: 3 };

/**
 * Weights by which respondents match what is known of the people in several dimensions at once (raking, iterative proportional
 * fitting): w' = w · N_g / Σ_{j∈g} w_j for each category g of each margin in turn, round after round. Summed over respondents
 * they give the people known, N.
 *
 * When a weight ends beyond the caps, all are cut to them and raked on, every round ending with a cut: the caps always hold, what the
 * margins then miss is reported. Not converged is a result too: the report says how far each margin is off.
 * The order of cells changes nothing at all; the order of margins may, when rounds end before they converge.
 *
 * Source: Deming & Stephan 1940; Kalton & Flores-Cervantes 2003, Journal of Official Statistics 19:81–97; domain note 6.2.
 * @throws RangeError for cells of other dimensions, categories named twice, impossible counts, weights, totals, caps or limits
 */
export function rake(plan: RakePlan): Raking {
  const { cells, margins, mostRounds = 100, epsilon = 1e-8, caps = usualCaps } = plan;
  requirePossible(cells, margins, caps);
  const areLimits = Number.isSafeInteger(mostRounds) && mostRounds > 0 && epsilon > 0 && epsilon < 1;
  if (!areLimits) throw new RangeError('Raking needs one round or more, and an epsilon between 0 and 1');
  const faults = faultsIn(cells, margins);
  if (faults.length > 0) return { weights: null, report: null, faults };

  const places = placesInOrder(cells);
  const filled = places.map((place) => cells[place]!);
  const people = sumOf(margins[0]!.totals);
  const aims = margins.map((margin, at) => aimOf(margin, filled, at, people));
  const raked = rakeWithin(filled, aims, { most: mostRounds, epsilon: epsilon * people, people, caps });
  const weights: (number | null)[] = cells.map(() => null);
  places.forEach((place, at) => (weights[place] = raked.weights[at]!));
  return { weights, report: reportOf(raked, filled, margins, aims), faults: [] };
}

/** Filled cells in an order of their own, so that sums of floats do not depend on the one given. */
function placesInOrder(cells: readonly RakedCell[]): readonly number[] {
  const keyOf = ({ categories }: RakedCell) => JSON.stringify(categories);
  const keyed = cells.map((cell, place) => ({ key: keyOf(cell), place, weight: cell.weight ?? 1, count: cell.count }));
  return keyed
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => (a.key === b.key ? a.weight - b.weight || a.count - b.count : a.key < b.key ? -1 : 1))
    .map(({ place }) => place);
}

function aimOf({ totals }: Margin, cells: readonly RakedCell[], at: number, people: number): Aim {
  const answered = respondentsBy(cells, at);
  const met = totals.filter(({ category }) => answered.has(category));
  const share = people / sumOf(met); // above 1 when some totals can not be met: the others stand for them
  const places = new Map(met.map(({ category }, place) => [category, place]));
  return {
    categories: Int32Array.from(cells, ({ categories }) => places.get(categories[at]!)!),
    totals: Float64Array.from(met, ({ total }) => total * share),
  };
}

interface Raked {
  readonly weights: Float64Array;
  readonly counts: Float64Array;
  readonly bounds: Bounds | null;
  readonly rounds: number;
  readonly converged: boolean;
}

interface RakeLimits {
  readonly most: number;
  readonly epsilon: number;
  readonly people: number;
  readonly caps: Caps | null;
}

function rakeWithin(
  cells: readonly RakedCell[],
  aims: readonly Aim[],
  { most, epsilon, people, caps }: RakeLimits,
): Raked {
  const counts = Float64Array.from(cells, ({ count }) => count);
  const heaviest = cells.reduce((highest, { weight = 1 }) => Math.max(highest, weight), 0);
  // Only the proportions of the weights before matter, and so no sum overflows.
  const weights = Float64Array.from(cells, ({ weight = 1 }) => weight / heaviest);
  const free = rakeInPlace(weights, counts, aims, { most, epsilon, bounds: null });
  const mean = people / counts.reduce((sum, count) => sum + count, 0);
  const bounds = caps && { low: caps.low * mean, high: caps.high * mean };
  const isWithin = !bounds || weights.every((weight) => weight >= bounds.low && weight <= bounds.high);
  if (isWithin) return { weights, counts, bounds: null, ...free };
  const cut = rakeInPlace(weights, counts, aims, { most, epsilon, bounds });
  return { weights, counts, bounds, rounds: free.rounds + cut.rounds, converged: cut.converged };
}

function reportOf(
  raked: Raked,
  cells: readonly RakedCell[],
  margins: readonly Margin[],
  aims: readonly Aim[],
): RakeReport {
  const { weights, counts, bounds, rounds, converged } = raked;
  // Fitting may leave a weight that was cut beside its bound by the last digits of a float: it is capped all the same.
  const isAt = (weight: number, bound: number | undefined) =>
    bound !== undefined && Math.abs(weight - bound) <= 1e-9 * bound;
  const respondentsAt = (bound: number | undefined) =>
    counts.reduce((sum, count, cell) => sum + (isAt(weights[cell]!, bound) ? count : 0), 0);
  const marginReports = margins.map(({ dimension, totals }, at): MarginReport => {
    const answered = respondentsBy(cells, at);
    const aim = aims[at]!;
    const unmet = totals.filter(({ category, total }) => total > 0 && !answered.has(category));
    return { dimension, largestDifference: largestDifference(peopleBy(weights, counts, aim), aim), unmet };
  });
  const effect = weightingEffect(cells.map(({ count }, cell) => ({ weight: weights[cell]!, count })))!;
  const capped = { low: respondentsAt(bounds?.low), high: respondentsAt(bounds?.high) };
  return { converged, rounds, margins: marginReports, capped, effect };
}
