import type { Fault } from '#contract';
import { continuationFaults, firstFaults } from '#documents';
import type { Scheme } from '../scheme.js';
import { criteriaComparability } from './comparability.js';

/** Where what a version says of the one before it (`previous`) does not fit the two documents. At most 1,000. */
export function schemeContinuationFaults(before: Scheme, after: Scheme): readonly Fault[] {
  return firstFaults(continuationFaults(before, after, 'criteria', criteriaComparability(before, after)));
}
