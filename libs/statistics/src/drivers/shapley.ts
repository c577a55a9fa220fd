import type { Correlated } from './correlated.js';
import { dot } from './symmetric.js';

/** Beyond these a share takes too long: 2^p regressions are weighed. */
export const mostShapleyDrivers = 10;

/**
 * R² divided among drivers: what each adds to the regressions on every set of the others, averaged over all orders in which they can
 * enter (Shapley value; Lindeman, Merenda & Gold). Never below 0, and they sum to R². In the order of the drivers.
 *
 * Σ_{S ∌ j} |S|! (p − |S| − 1)! / p! · (R²(S ∪ j) − R²(S)).
 * Source: Lindeman, Merenda & Gold 1980; Grömping 2006, Journal of Statistical Software 17(1). R: `relaimpo::calc.relimp(type = "lmg")`.
 * @throws RangeError for more than ten drivers, or such as can be computed from each other
 */
export function shapleyShares(correlated: Correlated): readonly number[] {
  const p = correlated.withOutcome.length;
  if (p > mostShapleyDrivers) throw new RangeError(`Too many drivers for all their sets: ${p}`);
  const explained = rSquaredOfSets(correlated);
  const chance = chancesBySize(p);
  return correlated.withOutcome.map((_, driver) => {
    let share = 0;
    for (const [set, rSquared] of explained.entries()) {
      if (set & (1 << driver)) continue;
      share += (chance[sizeOf(set)] ?? 0) * Math.max(0, (explained[set | (1 << driver)] ?? 0) - rSquared);
    }
    return share;
  });
}

/** |S|! (p − |S| − 1)! / p! by the size of S: how often just these have entered before, in a random order, and the driver is next. */
function chancesBySize(p: number): readonly number[] {
  const chances = [1 / p];
  for (let size = 1; size < p; size += 1) chances.push(((chances[size - 1] ?? 0) * size) / (p - size));
  return chances;
}

function sizeOf(set: number): number {
  let size = 0;
  for (let left = set; left > 0; left &= left - 1) size += 1;
  return size;
}

/** A set of drivers, factored: rows of Cholesky's L, and L⁻¹ r. */
interface Factored {
  readonly drivers: readonly number[];
  readonly rows: readonly (readonly number[])[];
  readonly solved: readonly number[];
}

/** R² of the regression on each set of drivers; bit j of the index says that driver j is in it. */
function rSquaredOfSets({ between, withOutcome }: Correlated): readonly number[] {
  const p = withOutcome.length;
  const explained = Array.from({ length: 2 ** p }, () => 0);
  const extend = (set: number, factored: Factored): void => {
    for (let driver = (factored.drivers.at(-1) ?? -1) + 1; driver < p; driver += 1) {
      const row: number[] = [];
      for (const [k, other] of factored.drivers.entries()) {
        const upper = factored.rows[k] ?? [];
        row.push(((between[driver]?.[other] ?? 0) - dot(row, upper)) / (upper[k] ?? 1));
      }
      const left = 1 - dot(row, row);
      if (!(left > 0)) throw new RangeError('Drivers that can be computed from each other have no shares');
      const root = Math.sqrt(left);
      const gain = ((withOutcome[driver] ?? 0) - dot(row, factored.solved)) / root;
      const larger = set | (1 << driver);
      explained[larger] = (explained[set] ?? 0) + gain ** 2;
      extend(larger, {
        drivers: [...factored.drivers, driver],
        rows: [...factored.rows, [...row, root]],
        solved: [...factored.solved, gain],
      });
    }
  };
  extend(0, { drivers: [], rows: [], solved: [] });
  return explained;
}
