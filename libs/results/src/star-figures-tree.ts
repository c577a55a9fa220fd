import type { StarComponent, StarPillar } from '#figures';
import { leastCommonShare, type Judgement, type Scheme } from '#scoring';
import { alikeCriteria, criterionScores, pillarChange } from './star-figures-alike.js';
import { nameOf } from './star-figures-titles.js';

/** One centre as judged in the two cycles; null where it was not. */
export interface JudgedPair {
  readonly now: Judgement | null;
  readonly before: Judgement | null;
}

/** Adds up the components and pillars of centres, and keeps none of them. */
export interface TreeTally {
  add(pair: JudgedPair): void;
  components(): StarComponent[];
  pillars(): StarPillar[];
}

/** What the trees of two schemes are compared by; made once for all agencies. */
export interface TwoTrees {
  readonly now: Scheme;
  readonly before: Scheme | null;
  readonly alike: ReadonlySet<string>;
}

export function twoTrees(now: Scheme, before: Scheme | null): TwoTrees {
  return { now, before, alike: before ? alikeCriteria(before, now) : new Set() };
}

export function treeTally({ now, before, alike }: TwoTrees): TreeTally {
  const [scores, scoresBefore] = [new Means(), new Means()];
  const [changes, shares] = [new Means(), new Means()];
  const add = (pair: JudgedPair) => {
    addAll(scores, pair.now);
    addAll(scoresBefore, pair.before);
    if (!pair.now || !pair.before || pair.now.channelType !== pair.before.channelType) return;
    const earlier = criterionScores(pair.before.pillars);
    for (const pillar of pair.now.pillars) {
      if (pillar.score === null) continue;
      const change = pillarChange(pillar, earlier, alike);
      shares.add(pillar.code, change?.share ?? 0);
      if (change && change.share >= leastCommonShare - 1e-9) changes.add(pillar.code, change.points);
    }
  };
  const said = (code: string, weights: Weights) => ({
    weight: weights.now.get(code) ?? 0,
    weightBefore: weights.before?.get(code) ?? null,
    score: scores.mean(code),
    before: scoresBefore.mean(code),
  });
  const [ofComponents, ofPillars] = [componentWeights, pillarWeights].map((of) => ({
    now: of(now),
    before: before && of(before),
  }));
  return {
    add,
    components: () =>
      now.components.map(({ code, title }) => ({
        code,
        title: nameOf(title),
        ...said(`component ${code}`, ofComponents!),
      })),
    pillars: () =>
      now.pillars.map(({ code, title }) => {
        const enough = (shares.mean(code) ?? 0) >= leastCommonShare - 1e-9;
        const change = enough ? changes.mean(code) : null;
        const of = said(code, ofPillars!);
        const why = change !== null ? null : of.before === null || of.score === null ? 'notBefore' : 'seriesBreak';
        return { code, title: nameOf(title), ...of, change, why, compared: enough ? changes.count(code) : 0 };
      }),
  };
}

interface Weights {
  readonly now: ReadonlyMap<string, number>;
  readonly before: ReadonlyMap<string, number> | null;
}

function addAll(means: Means, judgement: Judgement | null): void {
  for (const { code, score } of judgement?.components ?? []) means.add(`component ${code}`, score);
  for (const { code, score } of judgement?.pillars ?? []) means.add(code, score);
}

function componentWeights({ components }: Scheme): ReadonlyMap<string, number> {
  const whole = components.reduce((sum, { weight }) => sum + weight, 0);
  return new Map(components.map(({ code, weight }) => [`component ${code}`, weight / whole]));
}

/** Of the whole: what the tree of pillars has of it, shared among them. */
function pillarWeights(scheme: Scheme): ReadonlyMap<string, number> {
  const trees = scheme.components.filter((component) => component.of === 'pillars');
  const parts = componentWeights(scheme);
  const tree = trees.reduce((sum, { code }) => sum + (parts.get(`component ${code}`) ?? 0), 0);
  const whole = scheme.pillars.reduce((sum, { weight }) => sum + weight, 0);
  return new Map(scheme.pillars.map(({ code, weight }) => [code, (tree * weight) / whole]));
}

/** Means by code of numbers that come one by one. */
class Means {
  private readonly sums = new Map<string, { total: number; n: number }>();

  add(code: string, value: number | null): void {
    if (value === null) return;
    const sum = this.sums.get(code) ?? { total: 0, n: 0 };
    this.sums.set(code, { total: sum.total + value, n: sum.n + 1 });
  }

  mean(code: string): number | null {
    const sum = this.sums.get(code);
    return sum ? sum.total / sum.n : null;
  }

  count(code: string): number {
    return this.sums.get(code)?.n ?? 0;
  }
}
