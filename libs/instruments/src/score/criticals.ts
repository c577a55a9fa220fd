import type { Score } from '#scoring';
import type { ItemTally } from './item-tally.js';
import type { PlannedItem, ScoringPlan } from './plan.js';
import type { TriggeredCritical } from './result.js';

/** What the critical answers of a sheet do, before anything is scored. */
export interface CriticalEffects {
  readonly triggered: readonly TriggeredCritical[];
  /** The highest score left to each section, by position; 100: not capped. The lowest cap wins, and 0 is one. */
  readonly sectionCaps: readonly Score[];
  /** The highest score left to the whole; 100: not capped. */
  readonly cap: Score;
  readonly voided: boolean;
}

/**
 * What the critical answers do. They act in this order: sections are zeroed or capped first and carry that up; the
 * whole is made of them and capped after; voiding stands above all. A cap that was not given is 0.
 */
export function criticalEffects(plan: ScoringPlan, tallies: readonly ItemTally[]): CriticalEffects {
  const sectionCaps = plan.sections.map(() => 100);
  const hit = plan.items.filter((item, at) => item.critical !== null && tallies[at]?.critical === true);
  let cap = 100;
  for (const item of hit) {
    const effect = item.critical?.effect;
    if (effect === 'capVisit') cap = Math.min(cap, capOf(item));
    if (effect !== 'capSection' && effect !== 'zeroSection') continue;
    const left = effect === 'zeroSection' ? 0 : capOf(item);
    sectionCaps[item.section] = Math.min(sectionCaps[item.section] ?? 100, left);
  }
  const triggered = hit.flatMap(({ code, critical }) => (critical ? [{ item: code, effect: critical.effect }] : []));
  return { triggered, sectionCaps, cap, voided: triggered.some(({ effect }) => effect === 'voidVisit') };
}

const capOf = ({ critical }: PlannedItem) => critical?.cap ?? 0;
