import type { RaisablePillar, WorthOf } from './pillars-together.js';

interface Step {
  readonly pillar: number;
  readonly choice: number;
  readonly option: number;
  readonly yield: number;
}

/**
 * Options that suffice, without a claim to be the cheapest: each step takes what gains most for its cost, first in pillars below
 * their minimum. Null when even everything raised does not suffice.
 */
export function raisedGreedily(
  pillars: readonly RaisablePillar[],
  worthOf: WorthOf,
  needed: number,
): number[][] | null {
  const picks = pillars.map(({ choices }) => choices.map(() => 0));
  for (;;) {
    const scores = pillars.map((pillar, index) => scoreWith(pillar, picks[index] ?? []));
    const isShort = (index: number) => (scores[index] ?? 0) < (pillars[index]?.minimum ?? 0);
    const anyShort = scores.some((_, index) => isShort(index));
    if (!anyShort && worthOfAll(pillars, scores, worthOf) >= needed) return picks;
    const steps = pillars.flatMap((pillar, index) =>
      anyShort && !isShort(index) ? [] : stepsIn(pillar, index, picks[index] ?? [], scores[index] ?? 0, worthOf),
    );
    const best = steps.reduce<Step | null>((most, step) => (most && most.yield >= step.yield ? most : step), null);
    if (!best) return null;
    picks[best.pillar]![best.choice] = best.option;
  }
}

function scoreWith({ score, choices }: RaisablePillar, picks: readonly number[]): number {
  return choices.reduce((sum, options, index) => sum + (options[picks[index] ?? 0]?.gain ?? 0), score);
}

function worthOfAll(pillars: readonly RaisablePillar[], scores: readonly number[], worthOf: WorthOf): number {
  return pillars.reduce((sum, { weight }, index) => sum + worthOf(weight, scores[index] ?? 0), 0);
}

function stepsIn(
  { choices, weight }: RaisablePillar,
  pillar: number,
  picks: readonly number[],
  score: number,
  worthOf: WorthOf,
): Step[] {
  return choices.flatMap((options, choice) => {
    const taken = options[picks[choice] ?? 0];
    return options.flatMap((option, index): Step[] => {
      if (!taken || option.cost <= taken.cost) return [];
      const gain = option.gain - taken.gain;
      const worth = worthOf(weight, score + gain) - worthOf(weight, score);
      // A pillar far below the floor of a geometric mean gains no worth at first: then its points decide.
      return [{ pillar, choice, option: index, yield: (worth + 1e-9 * gain) / (option.cost - taken.cost) }];
    });
  });
}
