import type { Score } from '#scoring';
import type { AnswerSheet } from '../answers.js';
import { criticalEffects, type CriticalEffects } from './criticals.js';
import { stateOfAll, tallyOf, type ItemTally, type States } from './item-tally.js';
import { overallOf } from './overall.js';
import type { Part, PlannedDimension, ScoringPlan } from './plan.js';
import { addWeights, scoreOfPool, weightedMeanOf, type Contribution } from './pool.js';
import type { DimensionScore, InstrumentScore, ItemScore, SectionScore } from './result.js';

/**
 * Scores one filled instrument (domain note 4.3; for questionnaires 5.2), with A the scored items that were asked and apply:
 *
 * - mode `points`: S = 100 Σ p / Σ pmax; weights tell only whether an item counts at all (0: it does not)
 * - mode `weights`: S = 100 Σ w (p/pmax) / Σ w
 * - mode `sections`: weights inside each section, then the sections by their weights, over those with an item in A
 *
 * When dimensions weigh, the mode is applied inside each, and the overall score is Σ w S / Σ w over those that have one;
 * an item that feeds none counts in its section only. When none weighs, the overall score is over all items.
 *
 * What does not apply, by its policy: `exclude` leaves A, its weight goes to its siblings in proportion; `zero` stays with
 * 0 points; `fail` stays with 0 points and makes the whole 0; `notAllowed` is refused by checking and is as `zero` here.
 * What is missing leaves A and lowers completeness: below the instrument's minimum the outcome is `incomplete`.
 *
 * A section that critical answers cap carries that up: what its items earned shrinks in the same proportion everywhere.
 */
export function scoreOfStates(plan: ScoringPlan, sheet: AnswerSheet, states: States): InstrumentScore {
  const tallies = plan.items.map((item) => tallyOf(item, sheet, states));
  const effects = criticalEffects(plan, tallies);
  const raw = plan.items.map((_, at) => contributionOf(plan, tallies, at));
  const sections = plan.sections.map(({ code, pool }, at) => sectionScore(code, scoreOfPool(pool, raw), effects, at));
  const capped = plan.items.map(({ section }, at) => shrunk(raw[at], sections[section]));

  const judged = plan.dimensions.map((dimension) => judge(dimension, tallies, capped));
  const parts: readonly Judged[] = plan.whole
    ? [{ ...plan.whole, score: scoreOfPool(plan.whole.pool, capped) }]
    : judged.filter(({ weight }) => weight > 0);
  const weights = effectiveWeights(plan, parts, raw);

  return {
    ...overallOf(plan, tallies, effects, weightedMeanOf(parts)),
    criticals: effects.triggered,
    items: plan.items.map((_, at) => itemScore(plan, tallies, at, weights[at] ?? 0)),
    sections,
    dimensions: judged.map((one) => dimensionScore(one, parts)),
  };
}

interface Judged extends Part {
  readonly score: Score | null;
}

interface JudgedDimension extends PlannedDimension, Judged {
  readonly answered: number;
  readonly asked: number;
}

function contributionOf({ items, byPoints }: ScoringPlan, tallies: readonly ItemTally[], at: number): Contribution {
  const item = items[at];
  const points = tallies[at]?.points ?? null;
  if (!item?.earning || item.pull === 0 || points === null) return { earned: null, pull: item?.pull ?? 0 };
  return { earned: byPoints ? points : item.pull * (points / item.earning.max), pull: item.pull };
}

function sectionScore(code: string, uncapped: Score | null, effects: CriticalEffects, at: number): SectionScore {
  const cap = effects.sectionCaps[at] ?? 100;
  return { code, score: uncapped === null ? null : Math.min(uncapped, cap), uncapped };
}

function shrunk(one: Contribution | undefined, section: SectionScore | undefined): Contribution {
  const { earned = null, pull = 0 } = one ?? {};
  const { score = null, uncapped = null } = section ?? {};
  if (earned === null || score === null || uncapped === null || score === uncapped) return { earned, pull };
  return { earned: earned * (score / uncapped), pull };
}

function judge(
  dimension: PlannedDimension,
  tallies: readonly ItemTally[],
  capped: readonly Contribution[],
): JudgedDimension {
  let answered = 0;
  let asked = 0;
  for (const { items } of dimension.pool.groups) {
    for (const at of items) {
      answered += tallies[at]?.answered ?? 0;
      asked += (tallies[at]?.answered ?? 0) + (tallies[at]?.missing ?? 0);
    }
  }
  const enough = asked === 0 || answered / asked >= dimension.minAnswered;
  return { ...dimension, answered, asked, score: enough ? scoreOfPool(dimension.pool, capped) : null };
}

function weightOfParts(parts: readonly Judged[]): number {
  return parts.reduce((sum, { weight, score }) => sum + (score === null ? 0 : weight), 0);
}

function effectiveWeights(
  plan: ScoringPlan,
  parts: readonly Judged[],
  raw: readonly Contribution[],
): readonly number[] {
  const weights = plan.items.map(() => 0);
  const whole = weightOfParts(parts);
  for (const { score, weight, pool } of parts) if (score !== null) addWeights(pool, weight / whole, raw, weights);
  return weights;
}

function itemScore(plan: ScoringPlan, tallies: readonly ItemTally[], at: number, effectiveWeight: number): ItemScore {
  const { code, path, weight, earning } = plan.items[at]!;
  const tally = tallies[at]!;
  const max = earning?.max ?? null;
  const ratio = max === null || tally.points === null ? null : tally.points / max;
  return { path, code, state: stateOfAll(tally), points: tally.points, max, ratio, weight, effectiveWeight };
}

function dimensionScore(one: JudgedDimension, parts: readonly Judged[]): DimensionScore {
  const { code, score, weight, answered, asked } = one;
  const counts = score !== null && weight > 0;
  return { code, score, weight, effectiveWeight: counts ? weight / weightOfParts(parts) : 0, answered, asked };
}
