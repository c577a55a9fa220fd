import type { Feed, Scheme, SchemeCriterion } from '../scheme/index.js';
import { criteriaOf } from '../scheme/places.js';
import type { Common } from './common.js';

/** Where a restricted scheme takes what is not weights from; each the scheme itself when absent. */
export interface TakenFrom {
  /** Scores of the levels, the way of aggregation, goalposts, and whether evidence is required. */
  readonly formula?: Scheme;
  /** What a criterion reads: the scheme under which the evidence was captured. */
  readonly feeds?: Scheme;
}

/**
 * The part of a scheme that judges the common criteria and components only, with its tree and weights: those that remain share
 * the whole in proportion. For scores, not for stars: it has no gates, and one band. Null when nothing remains.
 */
export function restricted(scheme: Scheme, common: Common, { formula, feeds }: TakenFrom = {}): Scheme | null {
  const rules = byCode(formula ?? scheme);
  const reading = byCode(feeds ?? scheme);
  const adapted = (criterion: SchemeCriterion): SchemeCriterion => {
    const rule = rules.get(criterion.code) ?? criterion;
    const read = reading.get(criterion.code) ?? criterion;
    return { ...criterion, evidence: rule.evidence, feed: withGoalposts(read.feed, rule.feed) };
  };
  const pillars = scheme.pillars.flatMap((pillar) => {
    const elements = pillar.elements.flatMap((element) => {
      const criteria = element.criteria.filter(({ code }) => common.criteria.has(code)).map(adapted);
      return criteria.length > 0 ? [{ ...element, criteria }] : [];
    });
    return elements.length > 0 ? [{ ...pillar, elements }] : [];
  });
  const components = componentsOf(scheme, common, pillars.length > 0, formula ?? scheme);
  if (components.length === 0) return null;
  const { levels, aggregation } = formula ?? scheme;
  return { ...withoutPrevious(scheme), levels, aggregation, pillars, components, gates: [], stars: anyStar };
}

const withoutPrevious = ({ previous: _, ...kept }: Scheme): Scheme => kept;

const anyStar: Scheme['stars'] = { by: 'bands', bands: [{ star: 1, from: 0 }] };

function componentsOf(scheme: Scheme, common: Common, hasTree: boolean, formula: Scheme): Scheme['components'] {
  const rules = new Map(formula.components.map(({ code, of }) => [code, of]));
  return scheme.components.flatMap(({ bands: _, ...component }) => {
    if (component.of === 'pillars') return hasTree ? [component] : [];
    if (!common.components.has(component.code)) return [];
    const rule = rules.get(component.code);
    return [{ ...component, of: rule && rule !== 'pillars' ? withGoalposts(component.of, rule) : component.of }];
  });
}

/** Goalposts belong to the formula; what is read does not. */
function withGoalposts(feed: Feed, rule: Feed): Feed {
  const isSame = feed.by === 'indicator' && rule.by === 'indicator' && feed.indicator === rule.indicator;
  return isSame ? { ...feed, worst: rule.worst, best: rule.best } : feed;
}

function byCode(scheme: Scheme): ReadonlyMap<string, SchemeCriterion> {
  return new Map(criteriaOf(scheme).map(({ criterion }) => [criterion.code, criterion]));
}
