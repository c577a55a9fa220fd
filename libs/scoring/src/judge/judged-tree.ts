import type { CompiledBranch, CompiledCriterion, CompiledScheme } from './compiled-scheme.js';
import { isScored, missing, scoreOrNull } from './held.js';
import type { Held } from './held.js';
import type { JudgedNode } from './judgement.js';
import { lowestLevelOf } from './leaves.js';
import type { Leaves } from './leaves.js';
import type { EffectiveWeights } from './parts.js';
import type { TreeScores } from './tree-scores.js';
import type { UnitEvidence } from './unit-evidence.js';

/** Everything that is known about one unit. */
export interface Known {
  readonly compiled: CompiledScheme;
  readonly evidence: UnitEvidence;
  readonly leaves: Leaves;
  readonly tree: TreeScores;
  readonly parts: EffectiveWeights;
}

/** The pillars of the scheme with all that is below them, as judged. */
export function judgedPillars(known: Known): JudgedNode[] {
  const { compiled, tree, parts } = known;
  return compiled.pillars.map((pillar, index) => {
    const weightInWhole = parts.tree * parts.pillars[index]!;
    const score = tree.pillars[index]!;
    const children = judgedElements(pillar, weightInWhole, known);
    return {
      ...branch(pillar, score),
      level: 'pillar',
      effectiveWeight: parts.pillars[index]!,
      weightInWhole,
      children,
    };
  });
}

function judgedElements({ start, end }: CompiledBranch, above: number, known: Known): JudgedNode[] {
  const { compiled, tree, parts } = known;
  return compiled.elements.slice(start, end).map((element, offset) => {
    const effectiveWeight = parts.elements[start + offset]!;
    const weightInWhole = above * effectiveWeight;
    const children = compiled.criteria
      .slice(element.start, element.end)
      .map((criterion, at) => judgedCriterion(criterion, element.start + at, weightInWhole, known));
    const score = tree.elements[start + offset]!;
    return { ...branch(element, score), level: 'element', effectiveWeight, weightInWhole, children };
  });
}

function judgedCriterion(criterion: CompiledCriterion, index: number, above: number, known: Known): JudgedNode {
  const { code, weight, feed } = criterion;
  const { evidence, leaves, parts } = known;
  const effectiveWeight = parts.criteria[index]!;
  return {
    code,
    level: 'criterion',
    ...told(leaves.criteria[index]!),
    weight,
    effectiveWeight,
    weightInWhole: above * effectiveWeight,
    gradedLevel: feed ? null : (evidence.gradings.get(code)?.level ?? null),
    loweredForEvidence: isLowered(criterion, known),
    fedBy: feed?.key ?? null,
    n: feed ? (evidence.observations.get(feed.key)?.n ?? null) : null,
    children: [],
  };
}

/** A grading that is the lowest level already is not lowered. */
function isLowered({ code, feed, evidenceRequired }: CompiledCriterion, { compiled, evidence }: Known): boolean {
  const grading = feed ? undefined : evidence.gradings.get(code);
  if (!evidenceRequired || !grading || grading.level === null || grading.hasEvidence) return false;
  return grading.level !== lowestLevelOf(compiled).code;
}

function branch({ code, weight }: CompiledBranch, score: Held) {
  return { code, ...told(score), weight, gradedLevel: null, loweredForEvidence: false, fedBy: null, n: null };
}

function told(held: Held): Pick<JudgedNode, 'score' | 'state'> {
  const state = isScored(held) ? 'scored' : held === missing ? 'missing' : 'notApplicable';
  return { score: scoreOrNull(held), state };
}
