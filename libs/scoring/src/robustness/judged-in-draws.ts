import type { CompiledScheme } from '../judge/index.js';
import type { Leaves } from '../judge/leaves.js';
import { starPathOf } from '../judge/star-path.js';
import { treeOf } from '../judge/tree-scores.js';

/** What was captured of a unit, as scores: the same in all draws. */
export interface Captured {
  readonly leaves: Leaves;
  readonly violations: readonly string[];
}

/** Null: no score; not rated. */
export interface ScoreAndStar {
  readonly score: number | null;
  readonly star: number | null;
}

/** A unit in all draws. */
export interface InDraws {
  /** NaN: no score. What has a score does not depend on weights, so all are or none is. */
  readonly scores: Float64Array;
  /** 0: not rated. */
  readonly stars: Float64Array;
}

export function judgedBy(compiled: CompiledScheme, { leaves, violations }: Captured): ScoreAndStar {
  const tree = treeOf(compiled, leaves);
  const { star } = starPathOf({ compiled, leaves, tree, violations });
  return { score: tree.whole < 0 ? null : tree.whole, star };
}

/** @param drawn the scheme of the unit's channel type in each draw */
export function judgedInDraws(drawn: readonly CompiledScheme[], captured: Captured): InDraws {
  const scores = new Float64Array(drawn.length);
  const stars = new Float64Array(drawn.length);
  drawn.forEach((compiled, draw) => {
    const { score, star } = judgedBy(compiled, captured);
    scores[draw] = score ?? NaN;
    stars[draw] = star ?? 0;
  });
  return { scores, stars };
}
