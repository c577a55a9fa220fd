import type { Wording } from '#contract';
import type { Feed } from '../feed.js';
import { criteriaOf } from '../places.js';
import type { Scheme, SchemeCriterion } from '../scheme.js';

/** How a criterion of one version compares with that of another; `dropped`: only in the earlier. */
export type CriterionComparability = 'same' | 'reworded' | 'rescaled' | 'new' | 'dropped';

/**
 * Each criterion of both versions as the documents show it. What decides about `rescaled` is where its value comes from, the
 * evidence it needs, and the levels if it is graded; about `reworded` its title, in the languages that both have. Weights, places,
 * channel types and minimums do not change what it measures, and are not looked at.
 */
export function criteriaComparability(before: Scheme, after: Scheme): ReadonlyMap<string, CriterionComparability> {
  const earlier = new Map(criteriaOf(before).map(({ criterion }) => [criterion.code, criterion]));
  const found = new Map<string, CriterionComparability>();
  for (const { criterion } of criteriaOf(after)) {
    const then = earlier.get(criterion.code);
    found.set(criterion.code, then ? comparabilityOf(then, before, criterion, after) : 'new');
  }
  for (const code of earlier.keys()) if (!found.has(code)) found.set(code, 'dropped');
  return found;
}

function comparabilityOf(then: SchemeCriterion, before: Scheme, now: SchemeCriterion, after: Scheme) {
  if (measureOf(then, before) !== measureOf(now, after)) return 'rescaled';
  return isSaid(then.title, now.title) ? 'same' : 'reworded';
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

/** Whether two texts say the same in every language that both have. */
function isSaid(then: Wording, now: Wording): boolean {
  return Object.entries(then).every(([language, text]) => (now[language] ?? text) === text);
}
