import { answeredIn, type Answered } from './answered.js';
import { finding, type Check } from './facts.js';

/** A report that was returned for a detail comes back with other answers to a larger part of its items than this. */
const mostChanged = 0.3;

/** A large part of the answers are others than in the report that this one replaces. */
export const revisedMuch: Check = function* ({ instrument, answered, replacedSheet }) {
  const before = answersByPath(answeredIn(instrument, replacedSheet));
  const now = answersByPath(answered);
  if (before.size === 0 || now.size === 0) return;
  const paths = new Set([...before.keys(), ...now.keys()]);
  const changed = [...paths].filter((path) => before.get(path) !== now.get(path)).length;
  if (changed / paths.size > mostChanged) yield finding('revisedMuch', { changed, count: paths.size });
};

/** Remarks and photos beside an answer may be mended freely. */
function answersByPath(answered: readonly Answered[]): ReadonlyMap<string, string> {
  return new Map(
    answered.flatMap(({ path, given: { value, notApplicable } }) =>
      value === undefined && notApplicable === undefined ? [] : [[path, JSON.stringify([value, notApplicable])]],
    ),
  );
}
