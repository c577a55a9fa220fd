import type { VisitPlan } from './visit-plan.js';

/** A mystery shopper as the rules see him. */
export interface Shopper {
  readonly id: string;
  readonly active: boolean;
  readonly gender: VisitPlan['genders'][number];
  readonly languages: readonly VisitPlan['languages'][number][];
  /** The agency he belongs to; null: none. */
  readonly agency: string | null;
  /** Agencies with which he has a conflict of interest. */
  readonly conflicts: readonly string[];
}

/** What visits that are given to somebody, and those that are to be, have in common. */
interface PlacedVisit {
  readonly id: string;
  readonly centre: string;
  /** Days, both included; of a visit that was made, the one day. */
  readonly due: { readonly from: string; readonly to: string };
  /** Shared by the two visits of a double visit, and by no others; null: an ordinary visit. */
  readonly pair: string | number | null;
}

/** A planned visit to be given to a shopper. */
export interface OpenVisit extends PlacedVisit {
  readonly agency: string;
  readonly language: VisitPlan['languages'][number];
  readonly gender: VisitPlan['genders'][number];
  /** How many visits its centre gets in the cycle, this one and doubles included. */
  readonly ofCentre: number;
}

/** A visit that a shopper was given or has made, in this cycle or before; not one that was replaced or given back. */
export interface HeldVisit extends PlacedVisit {
  readonly shopper: string;
  /** Whether it belongs to the same cycle as the visits to be given. */
  readonly thisCycle: boolean;
}

/** That a shopper is to make a visit. */
export interface Assignment {
  readonly visit: OpenVisit;
  readonly shopper: Shopper;
}
