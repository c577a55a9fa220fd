import type { CompiledScheme } from '../judge/index.js';
import { isAtLeast, starOn, withTree } from './ground.js';
import type { Ground } from './ground.js';

/** The lowest star above this one that the scheme gives, or null at the top. From not rated (null): the lowest of all. */
export function nextStarOf({ stars }: CompiledScheme, star: number | null): number | null {
  const given =
    stars.by === 'bands'
      ? stars.bands.map((band) => band.star)
      : Array.from({ length: stars.highest - stars.lowest + 1 }, (_, index) => stars.lowest + index);
  const above = given.filter((one) => star === null || one > star);
  return above.length === 0 ? null : Math.min(...above);
}

/** A score that a comparison asks for, with the rounding the scheme compares by. */
export interface Needed {
  /** As the scheme says it: 60. */
  readonly score: number;
  /** The least that is rounded to it: 59.9999995. A little less or more, by what floats do. */
  readonly atLeast: number;
}

/** Which side of float noise a needed score is put on: first generous, then, if judging disagrees, strict. */
export type Side = 'generous' | 'strict';

export function neededFor(score: number, decimals: number, side: Side): Needed {
  const half = 0.5 * 10 ** -decimals;
  const noise = Math.min(1e-9, half / 2);
  return { score, atLeast: score - half + (side === 'generous' ? -noise : noise) };
}

/**
 * The scores of the tree that may give the target star if pillars and criteria stand in no gate's way: from the least up.
 * Empty: no score of the tree does, or there is no tree.
 */
export function treeScoresFor(target: number, best: Ground, side: Side): Needed[] {
  const nothing = { score: 0, atLeast: -Infinity };
  const candidates = [nothing, ...fromWhole(target, best, side), ...fromOwnLimits(best, side)];
  return candidates
    .map(({ score, atLeast }) => ({ score: Math.max(0, score), atLeast }))
    .filter(({ score }) => score <= 100 + 1e-9 && isAtLeast(starOn(withTree(best, score + 1e-9)), target))
    .sort((a, b) => a.atLeast - b.atLeast);
}

/** Where stars go by the score of the whole: what the tree must have beside the other components. */
function fromWhole(target: number, { compiled, tree }: Ground, side: Side): Needed[] {
  const { stars, scheme, weights, components } = compiled;
  if (stars.by !== 'bands') return [];
  let others = 0;
  let whole = 0;
  let ofTree = 0;
  components.forEach(({ feed }, index) => {
    const score = tree.components[index]!;
    if (score < 0) return;
    whole += weights.components[index]!;
    if (feed) others += weights.components[index]! * score;
    else ofTree += weights.components[index]!;
  });
  if (ofTree === 0) return [];
  const froms = stars.bands.filter(({ star }) => star >= target).map(({ from }) => from);
  const inTree = (score: number) => (score * whole - others) / ofTree;
  return froms.map((from) => {
    const { atLeast } = neededFor(from, scheme.rounding.compareAt, side);
    return { score: inTree(from), atLeast: inTree(atLeast) };
  });
}

/** The scores at which the tree's own star rises, or a gate on it no longer fires. */
function fromOwnLimits({ compiled }: Ground, side: Side): Needed[] {
  const { components, gates, scheme } = compiled;
  const bands = components.flatMap(({ feed, bands: own }) => (feed || !own ? [] : own.map(({ from }) => from)));
  const limits = gates.flatMap((gate) =>
    gate.when === 'below' && gate.of === 'components' && !components[gate.index]?.feed ? [gate.below] : [],
  );
  return [...bands, ...limits].map((score) => neededFor(score, scheme.rounding.compareAt, side));
}
