import type { SummedKey } from '#instruments';
import type { ReleasedGroup } from './employee-release.js';

/**
 * Whether it may be told what moves the happiness of employees, over those who answered everything about it: their published scores are
 * over all who answered each. What both say together is what those answered who left something out; they have to be nobody, or as many
 * as a group that is shown. A score that is withheld takes part in nothing.
 * @param everybody what was published of all together; undefined: nothing
 * @param complete how many answered all of the scores
 */
export function mayTellDrivers(
  everybody: ReleasedGroup | undefined,
  scores: readonly SummedKey[],
  complete: number,
  least: number,
): boolean {
  return scores.every((key) => {
    const told = everybody?.scores[key];
    if (!told) return false;
    const others = told.n - complete;
    return others === 0 || others >= least;
  });
}
