import type { Fault } from '#contract';
import type { Assignment, HeldVisit } from './assignment.js';
import { centreRules } from './centre-rules.js';
import { dated } from './dated-visit.js';
import { shopperRules } from './shopper-rules.js';
import type { AssignmentRules } from './visit-plan.js';

/**
 * Why a shopper may not make a visit, each rule that is broken once; none: he may. Where visits are still to be made, the
 * nearest of their due days count, so that no choice of a day can break a rule.
 * @param history visits that anybody was given or has made; those to other centres, and the visit itself, do not matter
 */
export function ruleFaults(
  rules: AssignmentRules,
  { visit, shopper }: Assignment,
  history: readonly HeldVisit[],
): readonly Fault[] {
  const held = history.filter(({ centre, id }) => centre === visit.centre && id !== visit.id).map(dated);
  const at = { visit: dated(visit), shopper: shopper.id, held };
  return [
    ...shopperRules.map((rule) => rule({ visit, shopper })),
    ...centreRules.map((rule) => rule(rules, at)),
  ].filter((fault) => fault !== null);
}
