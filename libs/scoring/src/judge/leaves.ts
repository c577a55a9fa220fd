import type { CompiledCriterion, CompiledFeed, CompiledScheme } from './compiled-scheme.js';
import { missing, notApplicable } from './held.js';
import type { Held } from './held.js';
import type { GradingObservation, Observation, UnitEvidence } from './unit-evidence.js';

/** What was captured, as scores: in the order of the compiled scheme. */
export interface Leaves {
  readonly criteria: Float64Array;
  /** Where a component is the tree of pillars: not applicable, until the tree is scored. */
  readonly components: Float64Array;
}

/**
 * The scores of a unit's criteria and measured components.
 * @throws RangeError for evidence of another channel type, a level the scheme does not have, or an impossible observation
 */
export function leavesOf(compiled: CompiledScheme, evidence: UnitEvidence): Leaves {
  if (evidence.channelType !== compiled.channelType) {
    throw new RangeError(`${evidence.unit} is of ${evidence.channelType}, not of ${compiled.channelType}`);
  }
  const criteria = new Float64Array(compiled.criteria.length);
  compiled.criteria.forEach((criterion, index) => {
    criteria[index] = criterion.feed
      ? scoreFrom(criterion.feed, evidence)
      : gradedScore(compiled, criterion, evidence.gradings.get(criterion.code));
  });
  const components = Float64Array.from(compiled.components, ({ feed }) =>
    feed ? scoreFrom(feed, evidence) : notApplicable,
  );
  return { criteria, components };
}

function gradedScore(compiled: CompiledScheme, criterion: CompiledCriterion, grading?: GradingObservation): Held {
  if (!grading) return missing;
  if (grading.level === null) return notApplicable;
  const score = compiled.levels.get(grading.level);
  if (score === undefined) throw new RangeError(`${criterion.code} is graded ${grading.level}, which is no level`);
  return criterion.evidenceRequired && !grading.hasEvidence ? lowestLevelOf(compiled).score : score;
}

/** The level that counts where evidence is missing. */
export function lowestLevelOf({ scheme }: CompiledScheme): { readonly code: string; readonly score: number } {
  const [lowest] = scheme.levels;
  if (!lowest) throw new RangeError(`The scheme ${scheme.code} has no levels`);
  return lowest;
}

function scoreFrom({ key, goalposts }: CompiledFeed, { observations }: UnitEvidence): Held {
  const observation = observations.get(key);
  if (!observation || observation.value === null) return missing;
  const { value } = checked(key, observation);
  if (!goalposts) return onScale(key, value ?? 0);
  const { worst, best } = goalposts;
  return Math.min(100, Math.max(0, (100 * ((value ?? 0) - worst)) / (best - worst)));
}

function checked(key: string, observation: Observation): Observation {
  const { value, n, error } = observation;
  const isPossible = Number.isFinite(value ?? 0) && n >= 0 && (error === null || (error >= 0 && error < Infinity));
  if (!isPossible) throw new RangeError(`Not an observation: ${key} ${value} of ${n} with an error of ${error}`);
  return observation;
}

/** Means of scores may leave the scale by what floats do, and by no more. */
function onScale(key: string, value: number): number {
  if (!(value >= -1e-9 && value <= 100 + 1e-9)) throw new RangeError(`Not a score of 0 to 100: ${key} ${value}`);
  return Math.min(100, Math.max(0, value));
}
