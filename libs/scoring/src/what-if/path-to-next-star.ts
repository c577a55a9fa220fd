import type { CompiledScheme, UnitEvidence } from '../judge/index.js';
import type { Score } from '../score.js';
import { unblocked } from './blockers.js';
import type { Blocker } from './blockers.js';
import { cheapestRaises } from './cheapest-raises.js';
import { groundOf, groundWith, isAtLeast, scoreOn, starOn } from './ground.js';
import type { Ground } from './ground.js';
import { raisablesOf } from './raisable.js';
import type { LevelOption, Raisable } from './raisable.js';
import { asPillars, criteriaMinimums, pillarMinimums, worthNeeded } from './requirements.js';
import { worthBy } from './pillars-together.js';
import { nextStarOf, treeScoresFor } from './target.js';
import type { Needed, Side } from './target.js';

/** One criterion on the way. */
export interface RaisedCriterion {
  readonly criterion: string;
  /** The levels that count: where evidence was missing, `from` is the lowest, and `to` may be the level it was graded. */
  readonly from: string;
  readonly to: string;
  readonly addsEvidence: boolean;
  readonly cost: number;
  /** Points of the final score, given that the criteria before it are raised: together they are what the path gains. */
  readonly gain: number;
}

/** The cheapest set of criteria by which a unit gets the next star. */
export interface StarPath {
  /** Null: not rated. */
  readonly from: number | null;
  readonly target: number;
  /** In the order of the scheme. None when the score can not be reached, or nothing but what is `blocked` is in the way. */
  readonly criteria: readonly RaisedCriterion[];
  /** Of all criteria together. */
  readonly cost: number;
  /** The score with all of them raised; null: nothing has a score. */
  readonly score: Score | null;
  /** Whether no other set is cheaper. False beyond a cost of 2,000, and when the score can not be reached. */
  readonly exact: boolean;
  /** Absent: with these criteria raised the unit has the target star. Else what must be done besides. */
  readonly blocked?: readonly Blocker[];
}

/**
 * The cheapest way to the next star by raising graded criteria. The cost is the number of levels raised, each at the price of its
 * criterion, and 1 for adding evidence that is missing; of several sets the one of fewer criteria, then that with the greatest
 * score, then that of earlier criteria. All gates of the scheme are heeded but `channelGap`, which is judged over an agency.
 * Null at the top.
 *
 * Exact: the search is a knapsack over whole costs (`cheapestRaises`), and what it finds is judged before it is given.
 * @param costs the price of one level, by criterion code; 1 where not given
 * @throws RangeError when a price is not a whole number above 0, or as `judge`
 */
export function pathToNextStar(
  compiled: CompiledScheme,
  evidence: UnitEvidence,
  costs: ReadonlyMap<string, number> = new Map(),
): StarPath | null {
  const ground = groundOf(compiled, evidence);
  const from = starOn(ground);
  const target = nextStarOf(compiled, from);
  if (target === null) return null;
  const highest = raisablesOf(ground, evidence, costs, new Map()).map(
    ({ index, options }) => [index, options.at(-1)!.score] as const,
  );
  const { best, blockers } = unblocked(groundWith(ground, highest), target);
  const relaxed = { ...ground, compiled: best.compiled };
  const isReachable = isAtLeast(starOn(best), target);
  const found = isReachable ? cheapestPath({ ground: relaxed, best, evidence, costs, target }) : null;
  const path = found ?? { raised: [], exact: false };
  return { from, target, ...told(relaxed, path), ...(blockers.length > 0 ? { blocked: blockers } : {}) };
}

interface Question {
  readonly ground: Ground;
  readonly best: Ground;
  readonly evidence: UnitEvidence;
  readonly costs: ReadonlyMap<string, number>;
  readonly target: number;
}

interface Raised {
  readonly raisable: Raisable;
  readonly option: LevelOption;
}

interface FoundPath {
  readonly raised: readonly Raised[];
  readonly exact: boolean;
}

function cheapestPath(question: Question): FoundPath | null {
  for (const side of ['generous', 'strict'] as const) {
    for (const needed of treeScoresFor(question.target, question.best, side)) {
      const path = pathWith(question, needed, side);
      if (path && isAtLeast(starOn(groundWith(question.ground, scoresOf(path))), question.target)) return path;
    }
  }
  return null;
}

function pathWith({ ground, evidence, costs, target }: Question, needed: Needed, side: Side): FoundPath | null {
  const raisables = raisablesOf(ground, evidence, costs, criteriaMinimums(ground, target));
  const { pillars, of } = asPillars(ground, raisables, pillarMinimums(ground, target, side));
  const { aggregation } = ground.compiled.scheme;
  const found = cheapestRaises(pillars, worthBy[aggregation], worthNeeded(aggregation, needed.atLeast));
  if (!found) return null;
  const raised = of.flatMap((own, pillar) =>
    own.flatMap((raisable, choice): Raised[] => {
      const option = raisable.options[found.picks[pillar]?.[choice] ?? 0];
      return option && option.cost > 0 ? [{ raisable, option }] : [];
    }),
  );
  return { raised, exact: found.exact };
}

function scoresOf({ raised }: FoundPath): (readonly [number, number])[] {
  return raised.map(({ raisable, option }) => [raisable.index, option.score]);
}

function told(ground: Ground, path: FoundPath): Pick<StarPath, 'criteria' | 'cost' | 'score' | 'exact'> {
  const scores = scoresOf(path);
  const steps = [ground, ...scores.map((_, index) => groundWith(ground, scores.slice(0, index + 1)))].map(scoreOn);
  const criteria = path.raised.map(({ raisable: { code, from, isLowered }, option }, index) => ({
    criterion: code,
    from,
    to: option.level,
    addsEvidence: isLowered,
    cost: option.cost,
    gain: (steps[index + 1] ?? 0) - (steps[index] ?? 0),
  }));
  const cost = criteria.reduce((sum, one) => sum + one.cost, 0);
  return { criteria, cost, score: steps.at(-1) ?? null, exact: path.exact };
}
