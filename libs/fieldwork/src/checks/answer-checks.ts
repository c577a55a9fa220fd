import { scalesOf } from '#instruments';
import { finding, type Check } from './facts.js';
import { choosingsOf, type Choosing } from './likeness-of-answers.js';
import { longestRun } from './runs.js';

/** Fewer answers are alike by chance. */
const leastAlike = 12;

/** All scored answers are the best there are, or the worst, or all on one scale are the same though that is not the best. */
export const allAlike: Check = function* ({ instrument, answered }) {
  if (!instrument) return;
  const scales = scalesOf(instrument.instrument);
  const choosings = answered.flatMap(({ item, given }) =>
    given.value === undefined ? [] : choosingsOf(item, given.value, scales),
  );
  const alike = allOf(choosings, 'best') ?? allOf(choosings, 'worst') ?? straightIn(choosings);
  if (alike) yield finding('allAlike', { ...alike });
};

interface Alike {
  readonly count: number;
  readonly kind: 'best' | 'worst' | 'same';
}

function allOf(choosings: readonly Choosing[], kind: 'best' | 'worst'): Alike | null {
  const { length: count } = choosings;
  return count >= leastAlike && choosings.every(({ standing }) => standing === kind) ? { count, kind } : null;
}

function straightIn(choosings: readonly Choosing[]): Alike | null {
  for (const [scale, group] of Map.groupBy(choosings, (one) => one.scale)) {
    const count = longestRun(group.map(({ code }) => code));
    if (scale !== null && count >= leastAlike && count === group.length && !isGood(group))
      return { count, kind: 'same' };
  }
  return null;
}

/** A good centre has everything that some part of a form asks for: the best answer all along a scale is ordinary. */
function isGood(group: readonly Choosing[]): boolean {
  return group.every(({ standing }) => standing === 'best');
}
