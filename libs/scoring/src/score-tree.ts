import { scoreOf } from './score.js';
import type { Score, Weighed } from './score.js';

/** A criterion that was graded. */
export interface Criterion extends Weighed {
  readonly code: string;
}

/** A pillar, element or whole scheme: scored from what it holds. */
export interface CriteriaBranch {
  readonly code: string;
  /** Above 0; only the proportion to its siblings' weights matters. */
  readonly weight: number;
  readonly children: readonly CriteriaNode[];
}

export type CriteriaNode = Criterion | CriteriaBranch;

/** A node with its score, and with the weight it really had: to be stored with the result (domain note 6.1). */
export interface ScoredNode {
  readonly code: string;
  /** Null: nothing below it applies. */
  readonly score: Score | null;
  /** As the scheme gives it. */
  readonly weight: number;
  /** Its part of its parent's score after the weight of what does not apply went to its siblings: 0 to 1; 0: does not apply. */
  readonly effectiveWeight: number;
  /** Its part of the whole tree's score: 0 to 1. Of all criteria together 1, unless nothing applies. */
  readonly weightInWhole: number;
  /** In the order of the scheme; none for a criterion. */
  readonly children: readonly ScoredNode[];
}

interface Scored {
  readonly code: string;
  readonly score: Score | null;
  readonly weight: number;
  readonly children: readonly Scored[];
}

/**
 * Scores every node of a criteria tree from the criteria up (`scoreOf` at each), and gives each the weight it really had.
 * @throws RangeError when a weight is not above 0
 */
export function scoreTree(root: CriteriaNode): ScoredNode {
  const scored = scoredUp(root);
  const weight = scored.score === null ? 0 : 1;
  return weighedDown(scored, weight, weight);
}

function scoredUp(node: CriteriaNode): Scored {
  const { code, weight } = node;
  if (!(weight > 0 && weight < Infinity)) throw new RangeError(`The weight of ${code} must be above 0: ${weight}`);
  if (!('children' in node)) return { code, weight, score: node.score, children: [] };
  const children = node.children.map(scoredUp);
  return { code, weight, score: scoreOf(children), children };
}

function weighedDown(node: Scored, effectiveWeight: number, weightInWhole: number): ScoredNode {
  let applying = 0;
  for (const child of node.children) if (child.score !== null) applying += child.weight;
  const children = node.children.map((child) => {
    const part = child.score === null ? 0 : child.weight / applying;
    return weighedDown(child, part, part * weightInWhole);
  });
  return { code: node.code, score: node.score, weight: node.weight, effectiveWeight, weightInWhole, children };
}
