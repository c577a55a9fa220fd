import type { CompiledScheme, UnitEvidence } from '../judge/index.js';
import { arithmeticMean } from '../judge/held.js';
import { leavesOf } from '../judge/leaves.js';
import type { Leaves } from '../judge/leaves.js';
import { starPathOf } from '../judge/star-path.js';
import { treeOf } from '../judge/tree-scores.js';
import type { TreeScores } from '../judge/tree-scores.js';

/** A unit as scores, so that another score of a criterion can be tried without judging all anew. */
export interface Ground {
  readonly compiled: CompiledScheme;
  readonly leaves: Leaves;
  readonly tree: TreeScores;
  readonly violations: readonly string[];
}

export function groundOf(compiled: CompiledScheme, evidence: UnitEvidence): Ground {
  const leaves = leavesOf(compiled, evidence);
  return { compiled, leaves, tree: treeOf(compiled, leaves), violations: evidence.violations };
}

/** The same unit with other scores of some criteria, by their index. */
export function groundWith(ground: Ground, scores: Iterable<readonly [index: number, score: number]>): Ground {
  const criteria = ground.leaves.criteria.slice();
  for (const [index, score] of scores) criteria[index] = score;
  const leaves = { ...ground.leaves, criteria };
  return { ...ground, leaves, tree: treeOf(ground.compiled, leaves) };
}

/** The same unit as if its tree of pillars had another score, 0 to 100; pillars and criteria stay as they are. */
export function withTree(ground: Ground, score: number): Ground {
  const { compiled } = ground;
  const components = ground.tree.components.map((own, index) =>
    compiled.components[index]?.feed ? own : Math.min(100, score),
  );
  const whole = arithmeticMean(components, compiled.weights.components, 0, components.length);
  return { ...ground, tree: { ...ground.tree, components, whole } };
}

/** Null: not rated. */
export function starOn(ground: Ground): number | null {
  return starPathOf(ground).star;
}

/** Null: nothing has a score. */
export function scoreOn({ tree }: Ground): number | null {
  return tree.whole < 0 ? null : tree.whole;
}

/** Whether a star is at least the target; not rated never is. */
export function isAtLeast(star: number | null, target: number): boolean {
  return star !== null && star >= target;
}
