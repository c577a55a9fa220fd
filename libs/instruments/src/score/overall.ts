import type { Score } from '#scoring';
import type { CriticalEffects } from './criticals.js';
import type { ItemTally } from './item-tally.js';
import type { ScoringPlan } from './plan.js';
import type { InstrumentScore, ScoreOutcome } from './result.js';

type Overall = Pick<InstrumentScore, 'outcome' | 'score' | 'uncapped' | 'completeness' | 'failed'>;

/**
 * The score of the whole, or why there is none: voided before incomplete before nothing applies. What failed is 0, and
 * the lowest cap of critical answers holds. What is withheld for too few answers is incomplete, not without any that apply.
 */
export function overallOf(
  plan: ScoringPlan,
  tallies: readonly ItemTally[],
  effects: CriticalEffects,
  whole: Score | null,
): Overall {
  const completeness = completenessOf(plan, tallies);
  const failed = plan.items.some((item, at) => item.failsWhenNotApplicable && (tallies[at]?.notApplicable ?? 0) > 0);
  const outcome = outcomeOf(plan, tallies, effects, whole, completeness);
  const uncapped = outcome === 'scored' ? whole : null;
  const score = uncapped === null ? null : failed ? 0 : Math.min(uncapped, effects.cap);
  return { outcome, score, uncapped, completeness, failed };
}

function outcomeOf(
  plan: ScoringPlan,
  tallies: readonly ItemTally[],
  effects: CriticalEffects,
  whole: Score | null,
  completeness: number,
): ScoreOutcome {
  if (effects.voided) return 'voided';
  if (completeness < plan.minCompleteness) return 'incomplete';
  if (whole !== null) return 'scored';
  return plan.items.some(({ pull }, at) => pull > 0 && (tallies[at]?.missing ?? 0) > 0)
    ? 'incomplete'
    : 'nothingApplies';
}

/** (answered + not applicable) / asked, over items that are scored or required, notes apart; 1 when nothing was asked. */
function completenessOf(plan: ScoringPlan, tallies: readonly ItemTally[]): number {
  let said = 0;
  let missing = 0;
  plan.items.forEach(({ completes }, at) => {
    const tally = tallies[at];
    if (!completes || !tally) return;
    said += tally.answered + tally.notApplicable;
    missing += tally.missing;
  });
  return said + missing === 0 ? 1 : said / (said + missing);
}
