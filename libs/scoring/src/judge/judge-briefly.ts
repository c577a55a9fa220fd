import type { Score } from '../score.js';
import type { CompiledScheme } from './compiled-scheme.js';
import { scoreOrNull } from './held.js';
import { leavesOf } from './leaves.js';
import { isProvisional } from './provisional.js';
import { starPathOf } from './star-path.js';
import { treeOf } from './tree-scores.js';
import type { UnitEvidence } from './unit-evidence.js';

/** The numbers of a judgement alone, for judging very many: the same as `judge` gives. */
export interface BriefJudgement {
  readonly score: Score | null;
  readonly rawStar: number | null;
  readonly star: number | null;
  readonly provisional: boolean;
  /** In the order of `pillars` of the compiled scheme. */
  readonly pillarScores: readonly (Score | null)[];
  /** In the order of the scheme's components. */
  readonly componentScores: readonly (Score | null)[];
}

/**
 * Judges a unit without saying why: score and star as `judge`, in a fraction of its time.
 * @throws RangeError as `judge`
 */
export function judgeBriefly(compiled: CompiledScheme, evidence: UnitEvidence): BriefJudgement {
  const leaves = leavesOf(compiled, evidence);
  const tree = treeOf(compiled, leaves);
  const { rawStar, star, fired } = starPathOf({ compiled, leaves, tree, violations: evidence.violations });
  return {
    score: scoreOrNull(tree.whole),
    rawStar,
    star,
    provisional: isProvisional(compiled, evidence, leaves, tree, fired),
    pillarScores: Array.from(tree.pillars, scoreOrNull),
    componentScores: Array.from(tree.components, scoreOrNull),
  };
}
