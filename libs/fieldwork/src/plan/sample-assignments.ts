import type { HeldVisit, OpenVisit, Shopper } from './assignment.js';
import type { AssignmentRules } from './visit-plan.js';

/** The rules as plans have them unless they say otherwise. For specs only, as is all here. */
export const rules: AssignmentRules = { sameCentreDays: 180, shareOfCentre: 0.2, daysBetween: 3 };

/** A shopper without anything against her. */
export function shopper(changes: Partial<Shopper> = {}): Shopper {
  return { id: 's1', active: true, gender: 'female', languages: ['ar', 'en'], agency: null, conflicts: [], ...changes };
}

/** A visit to be given. */
export function openVisit(changes: Partial<OpenVisit> = {}): OpenVisit {
  const due = { from: '2026-03-02', to: '2026-03-06' };
  return {
    id: 'v1',
    centre: 'c1',
    agency: 'a1',
    due,
    pair: null,
    language: 'ar',
    gender: 'female',
    ofCentre: 4,
    ...changes,
  };
}

/** A visit that was given. */
export function heldVisit(changes: Partial<HeldVisit> = {}): HeldVisit {
  const due = { from: '2026-01-05', to: '2026-01-05' };
  return { id: 'h1', centre: 'c1', due, pair: null, shopper: 's1', thisCycle: true, ...changes };
}
