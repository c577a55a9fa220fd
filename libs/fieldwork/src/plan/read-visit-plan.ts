import type { Fault } from '#contract';
import { firstFaults, plainFaults, shapeFaults } from '#documents';
import { planFaults } from './plan-faults.js';
import { VisitPlan } from './visit-plan.js';

/** A plan that visits can be made from, or what is wrong with it: one of the two. */
export interface ReadVisitPlan {
  /** With all defaults put in. Null: there are faults. */
  readonly plan: VisitPlan | null;
  /** At most 1,000. Paths as `waves[1].to`. */
  readonly faults: readonly Fault[];
}

/**
 * Reads a plan of visits from any JSON: its shape first, then whether it means something. Never throws. Whether waves lie
 * in the cycle, and whether its centres, services and instruments exist, is for those to tell who know them.
 */
export function readVisitPlan(json: unknown): ReadVisitPlan {
  const unfit = firstFaults(plainFaults(json));
  if (unfit.length > 0) return { plan: null, faults: unfit };
  const parsed = VisitPlan.safeParse(json, { reportInput: true });
  if (!parsed.success) return { plan: null, faults: firstFaults(shapeFaults(parsed.error.issues)) };
  const faults = firstFaults(planFaults(parsed.data));
  return { plan: faults.length === 0 ? parsed.data : null, faults };
}
