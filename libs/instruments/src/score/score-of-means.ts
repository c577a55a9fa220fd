import type { Score } from '#scoring';
import type { Instrument } from '../document/instrument.js';
import { scoringPlanOf, type Part, type ScoringPlan } from './plan.js';
import { addWeights, scoreOfPool, weightedMeanOf, type Contribution } from './pool.js';

/** What means of items come to, by the weights of an instrument. */
export interface ScoreOfMeans {
  /** Null: none of the items counts. */
  readonly score: Score | null;
  /** The part of the instrument's whole weight that lies on the items given: 0 to 1. */
  readonly share: number;
}

/**
 * The score that the means of some items give, by the weights of an instrument: as `score`, with the mean of each item over
 * many filled instruments in place of an answer. It is not the mean of the scores where items did not apply everywhere, and
 * critical answers do not lower it: it is for comparing two groups on the items they have in common, both in the same way.
 * @param means by item code, 0 to 1; what is not given is left out, its weight goes to its siblings
 * @param dimension its score alone; the overall score when absent
 */
export function scoreOfMeans(
  instrument: Instrument,
  means: ReadonlyMap<string, number>,
  dimension?: string,
): ScoreOfMeans {
  const plan = scoringPlanOf(instrument);
  const parts = partsOf(plan, dimension);
  const given = plan.items.map(({ code, pull }): Contribution => {
    const mean = means.get(code);
    return { earned: mean === undefined || pull === 0 ? null : pull * mean, pull };
  });
  const score = weightedMeanOf(parts.map(({ weight, pool }) => ({ weight, score: scoreOfPool(pool, given) })));
  const weights = fullWeights(plan, parts, dimension ?? '');
  const share = plan.items.reduce((sum, { code }, at) => sum + (means.has(code) ? (weights[at] ?? 0) : 0), 0);
  return { score, share };
}

function partsOf({ dimensions, whole }: ScoringPlan, dimension: string | undefined): readonly Part[] {
  if (dimension !== undefined) {
    const found = dimensions.find(({ code }) => code === dimension);
    return found ? [{ weight: 1, pool: found.pool }] : [];
  }
  return whole ? [whole] : dimensions.filter(({ weight }) => weight > 0);
}

const known = new WeakMap<ScoringPlan, Map<string, readonly number[]>>();

/** The weight of each item in the whole when all apply; found out once for a dimension. */
function fullWeights(plan: ScoringPlan, parts: readonly Part[], dimension: string): readonly number[] {
  const ofPlan = known.get(plan) ?? new Map<string, readonly number[]>();
  known.set(plan, ofPlan);
  const found = ofPlan.get(dimension) ?? newWeights(plan, parts);
  ofPlan.set(dimension, found);
  return found;
}

function newWeights(plan: ScoringPlan, parts: readonly Part[]): readonly number[] {
  const all = plan.items.map(({ pull }): Contribution => ({ earned: pull === 0 ? null : 0, pull }));
  const weights = plan.items.map(() => 0);
  const whole = parts.reduce((sum, { weight }) => sum + weight, 0);
  for (const { weight, pool } of parts) if (whole > 0) addWeights(pool, weight / whole, all, weights);
  return weights;
}
