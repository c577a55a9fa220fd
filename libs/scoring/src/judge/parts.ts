import type { CompiledScheme } from './compiled-scheme.js';
import { isScored } from './held.js';
import type { Leaves } from './leaves.js';
import type { TreeScores } from './tree-scores.js';

/** The part each thing had of its parent, 0 to 1, after the weight of what has no score went to its siblings. */
export interface EffectiveWeights {
  readonly criteria: Float64Array;
  readonly elements: Float64Array;
  /** Of the component that is the tree of pillars. */
  readonly pillars: Float64Array;
  /** Of the whole. */
  readonly components: Float64Array;
  /** The part the tree of pillars had of the whole. */
  readonly tree: number;
}

export function effectiveWeightsOf(compiled: CompiledScheme, leaves: Leaves, scores: TreeScores): EffectiveWeights {
  const { weights, pillars, elements } = compiled;
  const all = (list: ArrayLike<unknown>) => [{ start: 0, end: list.length }];
  const components = partsOf(scores.components, weights.components, all(scores.components));
  return {
    criteria: partsOf(leaves.criteria, weights.criteria, elements),
    elements: partsOf(scores.elements, weights.elements, pillars),
    pillars: partsOf(scores.pillars, weights.pillars, all(pillars)),
    components,
    tree: compiled.components.reduce((sum, { feed }, index) => sum + (feed ? 0 : components[index]!), 0),
  };
}

function partsOf(
  scores: Float64Array,
  weights: Float64Array,
  families: readonly { readonly start: number; readonly end: number }[],
): Float64Array {
  const parts = new Float64Array(scores.length);
  for (const { start, end } of families) {
    let whole = 0;
    for (let at = start; at < end; at += 1) if (isScored(scores[at]!)) whole += weights[at]!;
    for (let at = start; at < end; at += 1) if (isScored(scores[at]!)) parts[at] = weights[at]! / whole;
  }
  return parts;
}
