import type { GateEffect } from '../scheme/gate.js';
import { isBelow } from './band-star.js';
import type { CompiledGate, CompiledScheme } from './compiled-scheme.js';
import type { FiredGate } from './judgement.js';
import type { Leaves } from './leaves.js';
import { componentStarsOf, starOfWhole } from './stars.js';
import type { TreeScores } from './tree-scores.js';

type Star = number | null;

/** How the star came about. */
export interface StarPath {
  /** Before gates. */
  readonly rawStar: Star;
  readonly star: Star;
  /** In the order in which they were applied. From the raw star, each begins where the one before it ended. */
  readonly fired: readonly FiredGate[];
}

/** What gates are judged on. */
interface Ground {
  readonly compiled: CompiledScheme;
  readonly leaves: Leaves;
  readonly tree: TreeScores;
  readonly violations: readonly string[];
}

/** A star on its way through the gates. */
interface Walk {
  componentStars: Star[];
  ceiling: number;
  star: Star;
  readonly fired: FiredGate[];
}

/**
 * The star of a unit: first by scores alone, then gate by gate.
 *
 * A gate fires when it changes something: the star, the star of its component, or that the result is provisional. One whose
 * condition holds but whose cap is at or above the star has not fired. No gate raises.
 */
export function starPathOf(ground: Ground): StarPath {
  const { compiled, tree } = ground;
  const componentStars = componentStarsOf(compiled, tree.components);
  const rawStar = starOfWhole(compiled, tree, componentStars);
  const walk: Walk = { componentStars, ceiling: Infinity, star: rawStar, fired: [] };
  for (const gate of compiled.gates) pass(gate, ground, walk);
  return { rawStar, star: walk.star, fired: walk.fired };
}

function pass(gate: CompiledGate, ground: Ground, walk: Walk): void {
  switch (gate.when) {
    case 'below': {
      const score = scoresFor(gate.of, ground)[gate.index]!;
      const holds = score >= 0 && isBelow(score, gate.below, ground.compiled.scheme.rounding.compareAt);
      if (holds) take(gate.code, gate.then, score, walk);
      return;
    }
    case 'openViolation':
      if (!isOpen(gate.kinds, ground.violations)) return;
      if (gate.component === null) take(gate.code, gate.then, null, walk);
      else lowerComponent(gate.component, gate.code, gate.then, ground, walk);
      return;
    case 'boundedUpgrade':
      if (walk.componentStars[gate.component] !== gate.at) return;
      bound(gate.code, gate.at, gate.at + gate.by, ground, walk);
  }
}

function scoresFor(of: 'pillars' | 'components' | 'criteria', { leaves, tree }: Ground): Float64Array {
  return of === 'criteria' ? leaves.criteria : tree[of];
}

function isOpen(kinds: readonly string[] | null, violations: readonly string[]): boolean {
  return kinds === null ? violations.length > 0 : violations.some((kind) => kinds.includes(kind));
}

/** The effect of a gate on the star of the whole. */
function take(gate: string, effect: GateEffect, found: number | null, walk: Walk): void {
  const to = starAfter(effect, walk.star);
  if (to === walk.star && !('provisional' in effect)) return;
  walk.fired.push({ gate, effect, found, from: walk.star, to });
  walk.star = to;
}

/** What is left of a star; one that is not rated stays so. */
export function starAfter(effect: GateEffect, star: Star): Star {
  if ('unrated' in effect) return null;
  return 'cap' in effect && star !== null ? Math.min(star, effect.cap) : star;
}

function lowerComponent(index: number, gate: string, effect: GateEffect, ground: Ground, walk: Walk): void {
  const before = walk.componentStars[index] ?? null;
  const after = starAfter(effect, before);
  if (after === before && !('provisional' in effect)) return;
  walk.componentStars[index] = after;
  const to = starAnew(ground, walk);
  walk.fired.push({ gate, effect, found: null, from: walk.star, to });
  walk.star = to;
}

function bound(gate: string, at: number, atMost: number, ground: Ground, walk: Walk): void {
  walk.ceiling = Math.min(walk.ceiling, atMost);
  const bySteps = ground.compiled.stars.by === 'steps';
  const to = bySteps ? starAnew(ground, walk) : starAfter({ cap: atMost }, walk.star);
  if (to === walk.star) return;
  walk.fired.push({ gate, effect: { atMost }, found: at, from: walk.star, to });
  walk.star = to;
}

/** The star again, from changed component stars. Never higher: one whose star is taken away can not pull down any more. */
function starAnew({ compiled, tree }: Ground, { star, componentStars, ceiling }: Walk): Star {
  const anew = starOfWhole(compiled, tree, componentStars, ceiling);
  return anew === null || star === null ? null : Math.min(anew, star);
}
