import type { KnownTotal } from './rake-input.js';
import type { WeightingEffect } from './weighting-effect.js';

/** How far the weights got, to be printed beside what they weigh. */
export interface RakeReport {
  /** Whether in the last round no category's people, and with caps no cell's, changed by ε or more. */
  readonly converged: boolean;
  /** Rounds over all margins, those after capping included. */
  readonly rounds: number;
  readonly margins: readonly MarginReport[];
  /** Respondents whose weight was lifted to the lowest, or lowered to the highest, that the caps allow. */
  readonly capped: { readonly low: number; readonly high: number };
  /** What the weights cost. */
  readonly effect: WeightingEffect;
}

export interface MarginReport {
  readonly dimension: string;
  /** The largest distance in people between a category's respondents, weighted, and the total they were to stand for. */
  readonly largestDifference: number;
  /** Known totals that nobody answered for, so cannot be met. The dimension's other categories stand for them in proportion. */
  readonly unmet: readonly KnownTotal[];
}
