import type { AnswerSheet } from '../answers.js';
import type { CompiledInstrument } from '../check/compiled.js';
import type { TallyLayout } from './layout.js';
import { readingOf } from './reading.js';
import { micro } from './tally.js';

/**
 * What one filled instrument adds to a tally, small enough to be kept beside it: adding contributions up needs neither the
 * instrument nor the answers again. It follows from both, so a recount from the answers checks it.
 */
export interface Contribution {
  /** The places of `counts` that it raises by one, each as often as it does, in order: of one without repeats, once at most. */
  readonly raised: readonly number[];
  /** What it adds to each sum, in millionths, by the layout's `summed`; null: nothing. A section that repeats is not summed here. */
  readonly scored: readonly (number | null)[];
}

/**
 * The contribution of one filled instrument without faults.
 * @throws Error for an instrument with a section that repeats: an item's sum then has more than one part
 */
export function contributionOf(layout: TallyLayout, compiled: CompiledInstrument, sheet: AnswerSheet): Contribution {
  const reading = readingOf(layout, compiled, sheet);
  if (reading === null) return { raised: [], scored: layout.summed.map(() => null) };
  return { raised: reading.raised.toSorted((one, other) => one - other), scored: reading.values.map(wholeOf) };
}

function wholeOf(values: readonly number[]): number | null {
  const [value] = values;
  if (values.length > 1) throw new Error('A section that repeats cannot be kept as one contribution');
  return value === undefined ? null : Math.round(value * micro) + 0; // and never −0
}
