import type { Name, StarComponent, StarPillar } from '#figures';
import { leastCommonShare, type Judgement, type Scheme } from '#scoring';
import { alikeCriteria, criterionScores, pillarChange } from './star-figures-alike.js';
import { nameOf } from './star-figures-titles.js';

/** One centre as judged in the two cycles; null where it was not. */
export interface JudgedPair {
  readonly now: Judgement | null;
  readonly before: Judgement | null;
  /** The same on the items that both cycles' forms have; null where one of the two is not there. */
  readonly alike: JudgedAlike | null;
}

export interface JudgedAlike {
  readonly now: Judgement;
  readonly before: Judgement;
  /** The part of a form's weight that lies on common items, by the key of the observation. */
  readonly shareOf: (fedBy: string | null) => number;
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
  const sums: Sums = { scores: new Means(), before: new Means(), changes: new Means(), shares: new Means() };
  const weightsBy = (of: (scheme: Scheme) => ReadonlyMap<string, number>): Weights => ({
    now: of(now),
    before: before && of(before),
  });
  const [ofComponents, ofPillars] = [weightsBy(componentWeights), weightsBy(pillarWeights)];
  return {
    add: (pair) => {
      addAll(sums.scores, pair.now);
      addAll(sums.before, pair.before);
      if (pair.alike && pair.alike.now.channelType === pair.alike.before.channelType) {
        addChanges(sums, pair.alike, alike);
      }
    },
    components: () =>
      now.components.map(({ code, title, of }) => ({
        code,
        title: nameOf(title),
        isOfPillars: of === 'pillars',
        ...partOf(keyOf(code), ofComponents, sums),
      })),
    pillars: () => now.pillars.map(({ code, title }) => pillarOf(code, nameOf(title), ofPillars, sums)),
  };
}

interface Sums {
  readonly scores: Means;
  readonly before: Means;
  /** Of pillars: what moved, and the part of their weight that both cycles judged alike. */
  readonly changes: Means;
  readonly shares: Means;
}

/** Components and pillars may have the same code. */
const keyOf = (component: string) => `component ${component}`;

const isEnough = (share: number | null) => share !== null && share >= leastCommonShare - 1e-9;

function addChanges(
  { changes, shares }: Sums,
  { now, before, shareOf }: JudgedAlike,
  alike: ReadonlySet<string>,
): void {
  const earlier = criterionScores(before.pillars);
  for (const pillar of now.pillars) {
    if (pillar.score === null) continue;
    const change = pillarChange(pillar, earlier, alike, shareOf);
    shares.add(pillar.code, change?.share ?? 0);
    if (change && isEnough(change.share)) changes.add(pillar.code, change.points);
  }
}

function partOf(key: string, weights: Weights, sums: Sums) {
  return {
    weight: weights.now.get(key) ?? 0,
    weightBefore: weights.before?.get(key) ?? null,
    score: sums.scores.mean(key),
    before: sums.before.mean(key),
  };
}

function pillarOf(code: string, title: Name, weights: Weights, sums: Sums): StarPillar {
  const part = partOf(code, weights, sums);
  const enough = isEnough(sums.shares.mean(code));
  const change = enough ? sums.changes.mean(code) : null;
  const why = change !== null ? null : part.before === null || part.score === null ? 'notBefore' : 'seriesBreak';
  return { code, title, ...part, change, why, compared: enough ? sums.changes.count(code) : 0 };
}

interface Weights {
  readonly now: ReadonlyMap<string, number>;
  readonly before: ReadonlyMap<string, number> | null;
}

function addAll(means: Means, judgement: Judgement | null): void {
  for (const { code, score } of judgement?.components ?? []) means.add(keyOf(code), score);
  for (const { code, score } of judgement?.pillars ?? []) means.add(code, score);
}

function componentWeights({ components }: Scheme): ReadonlyMap<string, number> {
  const whole = components.reduce((sum, { weight }) => sum + weight, 0);
  return new Map(components.map(({ code, weight }) => [keyOf(code), weight / whole]));
}

/** Of the whole: what the tree of pillars has of it, shared among them. */
function pillarWeights(scheme: Scheme): ReadonlyMap<string, number> {
  const trees = scheme.components.filter((component) => component.of === 'pillars');
  const parts = componentWeights(scheme);
  const tree = trees.reduce((sum, { code }) => sum + (parts.get(keyOf(code)) ?? 0), 0);
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
