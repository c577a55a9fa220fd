/** What sampling units of one stratum add to an estimate. */
export interface Shift {
  /** e_i = w_i (y_i − R x_i) / Σ w x, summed over the unit when it is a cluster. */
  readonly shift: number;
  /** How many units have this shift; 1 for a cluster. */
  readonly count: number;
}

export interface StratumOfShifts {
  readonly shifts: readonly Shift[];
  /** How many units there are to be sampled; null: very many, as if drawn with replacement. */
  readonly population: number | null;
}

export interface LinearisedVariance {
  /** In squared units of the estimate; null: a stratum has one unit only and others were not asked. */
  readonly variance: number | null;
  /** Units less strata; 0 or more. */
  readonly df: number;
  /** Whether every unit there is was asked, so that nothing is left to chance. */
  readonly isCensus: boolean;
}

/**
 * The variance of an estimate by Taylor linearisation: Σ_h (1 − m_h/M_h) · m_h/(m_h − 1) · Σ_k (z_hk − z̄_h)².
 *
 * Source: Binder 1983; domain note 6.2. R: `survey::svymean`, with its default for a stratum of one unit (none is computed).
 * @throws RangeError when more units were asked than there are
 */
export function linearisedVariance(strata: readonly StratumOfShifts[]): LinearisedVariance {
  let variance: number | null = 0;
  let df = 0;
  let isCensus = true;
  for (const { shifts, population } of strata) {
    const units = shifts.reduce((sum, { count }) => sum + count, 0);
    if (units === 0) continue;
    const left = unsampledShare(units, population);
    df += units - 1;
    if (left === 0) continue;
    isCensus = false;
    if (units === 1) variance = null;
    else if (variance !== null) variance += left * (units / (units - 1)) * squaresOf(shifts, units);
  }
  return { variance, df, isCensus };
}

/** The finite population correction, 1 − n/N: 1 of a very large population, 0 when all were asked. */
export function unsampledShare(units: number, population: number | null): number {
  if (population === null) return 1;
  if (!(population >= units && population < Infinity)) throw new RangeError(`${units} asked of ${population}`);
  return 1 - units / population;
}

function squaresOf(shifts: readonly Shift[], units: number): number {
  const mean = shifts.reduce((sum, { shift, count }) => sum + shift * count, 0) / units;
  return shifts.reduce((sum, { shift, count }) => sum + count * (shift - mean) ** 2, 0);
}
