import type { Interval } from '#statistics';
import type { CompiledScheme } from './compiled-scheme.js';
import { missing, scoreOrNull } from './held.js';
import { judgedPillars } from './judged-tree.js';
import type { JudgedComponent, Judgement } from './judgement.js';
import { leavesOf } from './leaves.js';
import type { Leaves } from './leaves.js';
import { effectiveWeightsOf } from './parts.js';
import type { EffectiveWeights } from './parts.js';
import { provisionalReasons } from './provisional.js';
import { starPathOf } from './star-path.js';
import { componentStarsOf } from './stars.js';
import { treeOf } from './tree-scores.js';
import type { TreeScores } from './tree-scores.js';
import { errorsOf, intervalAround, nearEdgeOf } from './uncertainty.js';
import type { Errors } from './uncertainty.js';
import type { UnitEvidence } from './unit-evidence.js';

/**
 * Judges one unit: from what was captured to score and star, with how they came about.
 *
 * What does not apply and what is missing are both left out of means, and their weight goes to their siblings. But what is missing
 * makes the result provisional and enters its bounds, and the weights that things really had are shown (domain notes 1.4, 6.9).
 * @throws RangeError for evidence of another channel type, a level the scheme does not have, or an impossible observation
 */
export function judge(compiled: CompiledScheme, evidence: UnitEvidence): Judgement {
  const leaves = leavesOf(compiled, evidence);
  const tree = treeOf(compiled, leaves);
  const parts = effectiveWeightsOf(compiled, leaves, tree);
  const errors = errorsOf(compiled, evidence, leaves, tree, parts);
  const path = starPathOf({ compiled, leaves, tree, violations: evidence.violations });
  const score = scoreOrNull(tree.whole);
  const interval = intervalAround(score, errors.whole);
  return {
    unit: evidence.unit,
    agency: evidence.agency,
    channelType: evidence.channelType,
    score,
    interval,
    bounds: boundsOf(compiled, leaves, tree),
    rawStar: path.rawStar,
    fired: path.fired,
    star: path.star,
    provisional: provisionalReasons(compiled, evidence, leaves, tree, path.fired),
    nearEdge: nearEdgeOf(compiled, score, interval),
    components: judgedComponents(compiled, evidence, tree, parts, errors),
    pillars: judgedPillars({ compiled, evidence, leaves, tree, parts }),
  };
}

/** The score with all that is missing at 0, and at 100. Null when nothing applies. */
function boundsOf(compiled: CompiledScheme, leaves: Leaves, tree: TreeScores): Interval | null {
  const isComplete = !leaves.criteria.includes(missing) && !leaves.components.includes(missing);
  const wholeAt = (value: number) => {
    const filled = (scores: Float64Array) => scores.map((score) => (score === missing ? value : score));
    return treeOf(compiled, { criteria: filled(leaves.criteria), components: filled(leaves.components) }).whole;
  };
  const low = scoreOrNull(isComplete ? tree.whole : wholeAt(0));
  const high = scoreOrNull(isComplete ? tree.whole : wholeAt(100));
  return low === null || high === null ? null : { low, high };
}

function judgedComponents(
  compiled: CompiledScheme,
  { observations }: UnitEvidence,
  tree: TreeScores,
  parts: EffectiveWeights,
  errors: Errors,
): JudgedComponent[] {
  const stars = componentStarsOf(compiled, tree.components);
  return compiled.components.map(({ code, weight, feed }, index) => ({
    code,
    score: scoreOrNull(tree.components[index]!),
    weight,
    effectiveWeight: parts.components[index]!,
    n: feed ? (observations.get(feed.key)?.n ?? null) : null,
    error: errors.components[index] ?? null,
    star: stars[index] ?? null,
  }));
}
