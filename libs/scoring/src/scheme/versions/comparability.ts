import { comparedByCode, isSaidAlike, type Compared } from '#documents';
import type { Feed } from '../feed.js';
import { criteriaOf } from '../places.js';
import type { Scheme, SchemeCriterion } from '../scheme.js';

/**
 * Each criterion of both versions as the documents show it. What decides about `rescaled` is where its value comes from, the
 * evidence it needs, and the levels if it is graded; about `reworded` its title, in the languages that both have. Weights, places,
 * channel types and minimums do not change what it measures, and are not looked at.
 */
export function criteriaComparability(before: Scheme, after: Scheme): Compared {
  return comparedByCode(criteriaIn(before), criteriaIn(after), (then, now) => {
    if (measureOf(then, before) !== measureOf(now, after)) return 'rescaled';
    return isSaidAlike(then.title, now.title) ? 'same' : 'reworded';
  });
}

function criteriaIn(scheme: Scheme): ReadonlyMap<string, SchemeCriterion> {
  return new Map(criteriaOf(scheme).map(({ criterion }) => [criterion.code, criterion]));
}

/** What makes its score the same measure, as text to be compared. */
function measureOf({ feed, evidence }: SchemeCriterion, { levels }: Scheme): string {
  const scale = feed.by === 'grading' ? levels.map(({ code, score }) => [code, score]) : [];
  return JSON.stringify([sourceOf(feed), evidence, scale]);
}

function sourceOf(feed: Feed): readonly unknown[] {
  switch (feed.by) {
    case 'grading':
      return [feed.by];
    case 'items':
      return [feed.by, feed.instrument, feed.items.toSorted()];
    case 'instrument':
      return [feed.by, feed.instrument, feed.dimension ?? null];
    case 'study':
      return [feed.by, feed.study, feed.measure ?? null];
    case 'indicator':
      return [feed.by, feed.indicator, feed.worst, feed.best];
  }
}
