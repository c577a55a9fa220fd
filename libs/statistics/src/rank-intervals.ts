import { z95 } from './distributions.js';
import { areEqual } from './equality.js';
import type { Direction } from './ranks.js';

/** A result with its uncertainty; null: not known. 0 says that it is exact. */
export interface Measured {
  readonly value: number;
  readonly standardError: number | null;
}

/** The places a unit may truly have: 1 is the best place. */
export interface RankInterval {
  readonly best: number;
  readonly worst: number;
}

/**
 * For each unit, the places it may have: best = 1 + the number detectably better, worst = N − the number detectably worse.
 * Two units differ detectably when |a − b| > 1.96 · sqrt(se(a)² + se(b)²), pair by pair, not adjusted for their number.
 * Null for a unit whose standard error is not known. Others cannot be told from such a unit, so their own intervals widen by it.
 *
 * Source: domain note 6.9 (rank intervals next to ranks); after Goldstein & Healy 1995.
 * @throws RangeError when a value or standard error is impossible
 */
export function rankIntervals(
  units: readonly Measured[],
  { higherIsBetter }: Direction = { higherIsBetter: true },
): (RankInterval | null)[] {
  if (!units.every(isPossible)) throw new RangeError('Rank intervals need finite values and standard errors');
  const sign = higherIsBetter ? 1 : -1;
  return units.map((unit) => {
    if (unit.standardError === null) return null;
    let better = 0;
    let worse = 0;
    for (const other of units) {
      if (!differ(unit, other)) continue;
      if (sign * (other.value - unit.value) > 0) better += 1;
      else worse += 1;
    }
    return { best: 1 + better, worst: units.length - worse };
  });
}

function differ(a: Measured, b: Measured): boolean {
  if (a.standardError === null || b.standardError === null || areEqual(a.value, b.value)) return false;
  return Math.abs(a.value - b.value) > z95 * Math.sqrt(a.standardError ** 2 + b.standardError ** 2);
}

function isPossible({ value, standardError }: Measured): boolean {
  return Number.isFinite(value) && (standardError === null || (standardError >= 0 && standardError < Infinity));
}
