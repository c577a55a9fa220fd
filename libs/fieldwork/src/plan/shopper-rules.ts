import type { Fault } from '#contract';
import { faultAt } from '#documents';
import type { Assignment } from './assignment.js';

/** What speaks against a shopper himself, whatever other visits there are. */
export const shopperRules: readonly ((assignment: Assignment) => Fault | null)[] = [
  ({ shopper }) => (shopper.active ? null : faultAt('shopper', 'ruleNotActive')),
  ({ shopper, visit }) => (shopper.agency === visit.agency ? faultAt('shopper', 'ruleOwnAgency') : null),
  ({ shopper, visit }) => (shopper.conflicts.includes(visit.agency) ? faultAt('shopper', 'ruleConflict') : null),
  ({ shopper, visit }) => (shopper.languages.includes(visit.language) ? null : faultAt('shopper', 'ruleLanguage')),
  ({ shopper, visit }) => (shopper.gender === visit.gender ? null : faultAt('shopper', 'ruleGender')),
];
