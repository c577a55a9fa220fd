import type { CompiledScheme } from './compiled-scheme.js';
import { arithmeticMean, geometricMean } from './held.js';
import type { Held } from './held.js';
import type { Leaves } from './leaves.js';

/** The scores of everything above the leaves. */
export interface TreeScores {
  readonly elements: Float64Array;
  readonly pillars: Float64Array;
  /** With the tree of pillars in its place. */
  readonly components: Float64Array;
  readonly whole: Held;
}

/**
 * Scores from the leaves up: elements and pillars by arithmetic means, the pillars into their component as the scheme says, and
 * T = Σ w_c S_c / Σ w_c over the components that have a score (domain note 1.4).
 */
export function treeOf(compiled: CompiledScheme, leaves: Leaves): TreeScores {
  const { weights, scheme } = compiled;
  const elements = new Float64Array(compiled.elements.length);
  compiled.elements.forEach(({ start, end }, index) => {
    elements[index] = arithmeticMean(leaves.criteria, weights.criteria, start, end);
  });
  const pillars = new Float64Array(compiled.pillars.length);
  compiled.pillars.forEach(({ start, end }, index) => {
    pillars[index] = arithmeticMean(elements, weights.elements, start, end);
  });
  const meanOfPillars = scheme.aggregation === 'geometric' ? geometricMean : arithmeticMean;
  const tree = meanOfPillars(pillars, weights.pillars, 0, pillars.length);
  const components = leaves.components.slice();
  compiled.components.forEach(({ feed }, index) => {
    if (!feed) components[index] = tree;
  });
  return { elements, pillars, components, whole: arithmeticMean(components, weights.components, 0, components.length) };
}
