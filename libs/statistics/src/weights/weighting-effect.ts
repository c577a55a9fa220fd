/** Respondents who weigh the same. */
export interface WeightedGroup {
  /** How many people each of them stands for, ≥ 0. Only the proportions matter, unless totals are asked for. */
  readonly weight: number;
  /** How many respondents: a whole number ≥ 0. */
  readonly count: number;
}

/** What unequal weights cost: they never add to what a sample tells. */
export interface WeightingEffect {
  /** Respondents with a weight above 0; at least 1. */
  readonly n: number;
  /** Σ w: the people they stand for. */
  readonly weight: number;
  /** By how much the weights inflate the variance of a mean, n Σ w² / (Σ w)²: 1 when all weigh the same, at most n. */
  readonly designEffect: number;
  /** How many respondents of equal weight would tell as much, (Σ w)² / Σ w²: 1 to n. */
  readonly effectiveN: number;
}

/**
 * Kish's design effect of weights and the effective number of respondents, or null when nobody has a weight above 0. It knows
 * the weights alone: what clusters add is not in it.
 *
 * Source: Kish 1965, Survey Sampling, 11.7; domain note 6.2.
 * @throws RangeError when a weight is not finite or below 0, or a count is not a whole number ≥ 0
 */
export function weightingEffect(groups: readonly WeightedGroup[]): WeightingEffect | null {
  groups.forEach(requireGroup);
  const weighing = groups.filter(weighs);
  // Relative to the heaviest: squares of very large or small weights leave the range of floats.
  const heaviest = weighing.reduce((most, { weight }) => Math.max(most, weight), 0);
  let [n, sum, squares] = [0, 0, 0];
  for (const { weight, count } of weighing) {
    const relative = weight / heaviest;
    n += count;
    sum += count * relative;
    squares += count * relative ** 2;
  }
  if (n === 0) return null;
  const effectiveN = Math.min(n, Math.max(1, sum ** 2 / squares));
  return { n, weight: sum * heaviest, designEffect: n / effectiveN, effectiveN };
}

/** Whether a group has anybody in it who stands for somebody. */
export function weighs({ weight, count }: WeightedGroup): boolean {
  return weight > 0 && count > 0;
}

/** @throws RangeError when the weight is not finite or below 0, or the count not a whole number ≥ 0 */
export function requireGroup({ weight, count }: WeightedGroup): void {
  if (!(weight >= 0 && weight < Infinity)) throw new RangeError(`Not a weight: ${weight}`);
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`Not a number of respondents: ${count}`);
}
