import type { VisitPlan, Weekday } from './visit-plan.js';

/** A centre as the planning of visits sees it. */
export interface PlannedCentre {
  readonly code: string;
  readonly channelType: string;
  /** Codes of the services it offers; none: not known, or it offers whatever scenarios ask for. */
  readonly services: readonly string[];
}

/** One visit to be made, before anybody is found to make it. */
export interface PlannedVisit {
  readonly centre: string;
  readonly instrument: { readonly code: string; readonly version: number };
  readonly wave: string;
  readonly scenario: string;
  /** The service to ask for; null: any. */
  readonly service: string | null;
  /** Days, both included; of a double visit one day. */
  readonly due: { readonly from: string; readonly to: string };
  /** Within the due days there is at least one such day that is no holiday. */
  readonly weekday: Weekday;
  readonly hours: { readonly from: string; readonly to: string };
  readonly language: VisitPlan['languages'][number];
  /** Of the shopper. */
  readonly gender: VisitPlan['genders'][number];
  /** The same number, 1 and up, at the two visits of a double visit: two shoppers; null: an ordinary visit. */
  readonly pair: number | null;
}
