import type { UnitEvidence } from '../judge/index.js';
import { isBelow } from '../judge/band-star.js';
import { effectiveWeightsOf } from '../judge/parts.js';
import type { Ground } from './ground.js';

/** A level to which grading can raise a criterion, or the one it has. */
export interface LevelOption {
  readonly level: string;
  readonly score: number;
  /** Levels raised, each at the criterion's price, and 1 for evidence that is missing; 0: it stays as it is. */
  readonly cost: number;
}

/** A criterion that an assessor graded. */
export interface Raisable {
  /** Index among the compiled criteria. */
  readonly index: number;
  readonly code: string;
  readonly pillar: number;
  /** The level that counts now: where evidence is missing, the lowest. */
  readonly from: string;
  readonly isLowered: boolean;
  /** Its score now. */
  readonly score: number;
  /** How many points of its pillar one point of the criterion is: 0 to 1. */
  readonly weightInPillar: number;
  /** By cost, each of a higher score than the one before; the first is to stay, unless the criterion must be raised. */
  readonly options: readonly LevelOption[];
}

/**
 * The graded criteria of a unit with what each can be raised to. What was never graded has no level to be raised from, and is not
 * among them. A criterion that a gate fails at its level must be raised above it where it can be.
 *
 * @param costs of one level, by criterion; 1 where not given
 * @param mustReach the scores that gates ask of criteria, by index
 * @throws RangeError when a cost is not a whole number above 0
 */
export function raisablesOf(
  ground: Ground,
  evidence: UnitEvidence,
  costs: ReadonlyMap<string, number>,
  mustReach: ReadonlyMap<number, number>,
): Raisable[] {
  const { compiled, leaves } = ground;
  const parts = effectiveWeightsOf(compiled, leaves, ground.tree);
  return compiled.criteria.flatMap((criterion, index): Raisable[] => {
    const { code, pillar, element, feed, evidenceRequired } = criterion;
    const grading = feed ? undefined : evidence.gradings.get(code);
    if (!grading || grading.level === null) return [];
    const isLowered = evidenceRequired && !grading.hasEvidence;
    const from = isLowered ? (compiled.scheme.levels[0]?.code ?? grading.level) : grading.level;
    const score = leaves.criteria[index]!;
    const raised = raisedOptions(ground, grading.level, isLowered, score, priceOf(code, costs));
    const options = [{ level: from, score, cost: 0 }, ...raised];
    const limit = mustReach.get(index) ?? 0;
    const passing = options.filter((option) => !isBelow(option.score, limit, compiled.scheme.rounding.compareAt));
    const weightInPillar = parts.criteria[index]! * parts.elements[element]!;
    return [
      { index, code, pillar, from, isLowered, score, weightInPillar, options: passing.length > 0 ? passing : options },
    ];
  });
}

function raisedOptions(
  { compiled }: Ground,
  graded: string,
  isLowered: boolean,
  score: number,
  price: number,
): LevelOption[] {
  const { levels } = compiled.scheme;
  const at = levels.findIndex(({ code }) => code === graded);
  let highest = score;
  return levels.slice(at).flatMap((level, steps) => {
    if (level.score <= highest) return [];
    highest = level.score;
    return [{ level: level.code, score: level.score, cost: steps * price + (isLowered ? 1 : 0) }];
  });
}

function priceOf(code: string, costs: ReadonlyMap<string, number>): number {
  const price = costs.get(code) ?? 1;
  if (!(Number.isSafeInteger(price) && price > 0))
    throw new RangeError(`The cost of ${code} must be whole and above 0: ${price}`);
  return price;
}
