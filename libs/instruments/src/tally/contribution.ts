import type { AnswerSheet } from '../answers.js';
import type { CompiledInstrument } from '../check/compiled.js';
import type { TallyLayout } from './layout.js';
import { tallyOfSheet } from './tally.js';

/**
 * What one filled instrument adds to a tally, small enough to be kept beside it: adding contributions up needs neither the
 * instrument nor the answers again. It follows from both, so a recount from the answers checks it.
 */
export interface Contribution {
  /** The places of `counts` that it raises by one, each as often as it does: of one without repeats, once at most. */
  readonly raised: readonly number[];
  /** What it adds to each sum, in millionths, by the layout's `summed`; null: nothing. A section that repeats is not summed here. */
  readonly scored: readonly (number | null)[];
}

/**
 * The contribution of one filled instrument without faults.
 * @throws Error for an instrument with a section that repeats: an item's sum then has more than one part
 */
export function contributionOf(layout: TallyLayout, compiled: CompiledInstrument, sheet: AnswerSheet): Contribution {
  const { counts, sums } = tallyOfSheet(layout, compiled, sheet);
  const raised = counts.flatMap((count, at) => Array.from({ length: count }, () => at));
  const scored = sums.map(({ n, sum }) => {
    if (n > 1n) throw new Error('A section that repeats cannot be kept as one contribution');
    return n === 0n ? null : Number(sum);
  });
  return { raised, scored };
}
