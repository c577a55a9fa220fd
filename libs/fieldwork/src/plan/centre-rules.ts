import type { Fault } from '#contract';
import { faultAt } from '#documents';
import type { HeldVisit, OpenVisit } from './assignment.js';
import { daysApart, type Dated } from './dated-visit.js';
import type { AssignmentRules } from './visit-plan.js';

/** A visit, who is to make it, and all other visits to its centre that anybody was given. */
export interface AtCentre {
  readonly visit: Dated<OpenVisit>;
  readonly shopper: string;
  readonly held: readonly Dated<HeldVisit>[];
}

/** What other visits to the centre have against it. */
export const centreRules: readonly ((rules: AssignmentRules, at: AtCentre) => Fault | null)[] = [
  sameCentre,
  share,
  between,
  pair,
];

/** A shopper comes back to a centre only after `sameCentreDays`; 0: at any time. Of several visits the nearest is told. */
function sameCentre({ sameCentreDays: days }: AssignmentRules, { visit, shopper, held }: AtCentre): Fault | null {
  const near = held.filter(
    (other) => other.shopper === shopper && !isPair(visit, other) && daysApart(visit, other) < days,
  );
  const nearest = near.sort((a, b) => daysApart(visit, a) - daysApart(visit, b))[0];
  if (!nearest) return null;
  const day = nearest.first > visit.last ? nearest.due.from : nearest.due.to;
  return faultAt('shopper', 'ruleSameCentre', { day, days });
}

/** Nobody makes more of a centre's visits in the cycle than its share, rounded down, but one may always be; 1: no limit. */
function share({ shareOfCentre }: AssignmentRules, { visit, shopper, held }: AtCentre): Fault | null {
  const count = 1 + held.filter((other) => other.shopper === shopper && other.thisCycle).length;
  const most = Math.max(1, Math.floor(shareOfCentre * visit.ofCentre + 1e-9)); // floats make 28.999… of 0.29 × 100
  return count > most ? faultAt('shopper', 'ruleShare', { count, most }) : null;
}

/** Whoever makes them, visits to a centre lie `daysBetween` apart, but for the two of a double visit; 0: anyhow. */
function between(rules: AssignmentRules, at: AtCentre): Fault | null {
  return isTooNear(rules, at) ? faultAt('shopper', 'ruleBetween', { days: rules.daysBetween }) : null;
}

/** Whether others at the centre keep a visit from everybody, since they lie too near in time. */
export function isTooNear({ daysBetween }: AssignmentRules, { visit, held }: Omit<AtCentre, 'shopper'>): boolean {
  return held.some((other) => !isPair(visit, other) && daysApart(visit, other) < daysBetween);
}

/** The two visits of a double visit are made by two. */
function pair(_: AssignmentRules, { visit, shopper, held }: AtCentre): Fault | null {
  const isBoth = held.some((other) => other.shopper === shopper && isPair(visit, other));
  return isBoth ? faultAt('shopper', 'rulePair') : null;
}

function isPair(one: OpenVisit, other: HeldVisit): boolean {
  return one.pair !== null && one.pair === other.pair;
}
