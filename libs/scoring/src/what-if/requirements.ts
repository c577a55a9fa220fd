import type { CompiledGate } from '../judge/compiled-scheme.js';
import { effectiveWeightsOf } from '../judge/parts.js';
import type { Ground } from './ground.js';
import type { RaisablePillar } from './pillars-together.js';
import type { Raisable } from './raisable.js';
import { neededFor } from './target.js';
import type { Side } from './target.js';

/** The scores that gates ask of pillars lest they keep the unit below the target star, by index. */
export function pillarMinimums({ compiled }: Ground, target: number, side: Side): ReadonlyMap<number, number> {
  const { compareAt } = compiled.scheme.rounding;
  const asked = strictGates(compiled.gates, 'pillars', target);
  return greatest(asked.map(({ index, below }) => [index, neededFor(below, compareAt, side).atLeast]));
}

/** The scores that gates ask of criteria, by index, as the gates say them. */
export function criteriaMinimums({ compiled }: Ground, target: number): ReadonlyMap<number, number> {
  return greatest(strictGates(compiled.gates, 'criteria', target).map(({ index, below }) => [index, below]));
}

/** The pillars as the search takes them, and beside each its criteria in the order of its choices. */
export function asPillars(
  { compiled, leaves, tree }: Ground,
  raisables: readonly Raisable[],
  minimums: ReadonlyMap<number, number>,
): { readonly pillars: readonly RaisablePillar[]; readonly of: readonly (readonly Raisable[])[] } {
  const parts = effectiveWeightsOf(compiled, leaves, tree);
  const scored = compiled.pillars.map((_, index) => index).filter((index) => tree.pillars[index]! >= 0);
  const of = scored.map((index) => raisables.filter(({ pillar }) => pillar === index));
  const pillars = scored.map((index, at) => ({
    score: tree.pillars[index]!,
    weight: parts.pillars[index]!,
    minimum: minimums.get(index) ?? -Infinity,
    choices: of[at]!.map(({ options, score, weightInPillar }) =>
      options.map((option) => ({
        cost: option.cost,
        gain: weightInPillar * (option.score - score),
        raises: option.cost > 0 ? 1 : 0,
      })),
    ),
  }));
  return { pillars, of };
}

/** What the pillars must be worth together for the tree to have a score. */
export function worthNeeded(aggregation: 'arithmetic' | 'geometric', treeScore: number): number {
  if (aggregation === 'arithmetic') return treeScore;
  return treeScore <= 1 ? -Infinity : Math.log(treeScore); // a geometric tree is never below 1
}

type GateOnScore = Extract<CompiledGate, { when: 'below' }>;

function strictGates(gates: readonly CompiledGate[], of: GateOnScore['of'], target: number): GateOnScore[] {
  return gates.filter((gate): gate is GateOnScore => {
    if (gate.when !== 'below' || gate.of !== of) return false;
    return 'unrated' in gate.then || ('cap' in gate.then && gate.then.cap < target);
  });
}

function greatest(asked: readonly (readonly [number, number])[]): ReadonlyMap<number, number> {
  const minimums = new Map<number, number>();
  for (const [index, score] of asked) minimums.set(index, Math.max(score, minimums.get(index) ?? -Infinity));
  return minimums;
}
