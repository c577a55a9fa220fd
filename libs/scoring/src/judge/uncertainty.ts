import { intervalWithin, z95 } from '#statistics';
import type { Interval } from '#statistics';
import type { CompiledFeed, CompiledScheme } from './compiled-scheme.js';
import { geometricFloor, isScored } from './held.js';
import type { Leaves } from './leaves.js';
import type { EffectiveWeights } from './parts.js';
import type { TreeScores } from './tree-scores.js';
import type { UnitEvidence } from './unit-evidence.js';

/** How far something moves, in points, when one observation moves by its standard error. */
interface Pull {
  readonly key: string;
  readonly points: number;
}

/** Standard errors in points of score; null: no error of what it rests on is known. */
export interface Errors {
  readonly components: readonly (number | null)[];
  readonly whole: number | null;
}

/**
 * The errors of what was sampled, propagated linearly by the weights things really had: σ² = Σ (∂T/∂x · σ_x)² (domain note 6.2).
 * Different observations are taken as independent; one that feeds several criteria moves them together. What has no known error
 * adds none: a census, a grading, a file that does not say.
 */
export function errorsOf(
  compiled: CompiledScheme,
  evidence: UnitEvidence,
  leaves: Leaves,
  tree: TreeScores,
  parts: EffectiveWeights,
): Errors {
  const pulls = compiled.components.map(({ feed }, index) => {
    if (!isScored(tree.components[index]!)) return [];
    return feed ? pullsOf(feed, 1, evidence) : treePulls(compiled, evidence, leaves, tree, parts, index);
  });
  const scaled = pulls.flatMap((own, index) =>
    own.map(({ key, points }) => ({ key, points: points * parts.components[index]! })),
  );
  return { components: pulls.map(together), whole: together(scaled) };
}

function treePulls(
  compiled: CompiledScheme,
  evidence: UnitEvidence,
  { criteria }: Leaves,
  { pillars, components }: TreeScores,
  parts: EffectiveWeights,
  index: number,
): Pull[] {
  const isGeometric = compiled.scheme.aggregation === 'geometric';
  return compiled.criteria.flatMap(({ feed, pillar, element }, at) => {
    if (!feed || !isScored(criteria[at]!)) return [];
    // The derivative of Π x^w is w · G/x.
    const slope = isGeometric ? components[index]! / Math.max(geometricFloor, pillars[pillar]!) : 1;
    return pullsOf(feed, slope * parts.pillars[pillar]! * parts.elements[element]! * parts.criteria[at]!, evidence);
  });
}

function pullsOf({ key, goalposts }: CompiledFeed, part: number, { observations }: UnitEvidence): Pull[] {
  const error = observations.get(key)?.error ?? null;
  if (error === null) return [];
  const perUnit = goalposts ? 100 / (goalposts.best - goalposts.worst) : 1;
  return [{ key, points: part * perUnit * error }];
}

function together(pulls: readonly Pull[]): number | null {
  const byKey = new Map<string, number>();
  for (const { key, points } of pulls) byKey.set(key, (byKey.get(key) ?? 0) + points);
  return byKey.size === 0 ? null : Math.hypot(...byKey.values());
}

/** The 95 % interval of a score, score ± 1.96 σ cut to 0 to 100, or null when either is not known. */
export function intervalAround(score: number | null, error: number | null): Interval | null {
  if (score === null || error === null) return null;
  return intervalWithin({ low: score - z95 * error, high: score + z95 * error }, 0, 100);
}

/**
 * The band edge inside the interval that is nearest to the score, the lower of two equally near; null: none. An edge at an end of
 * the interval is not inside.
 */
export function nearEdgeOf(compiled: CompiledScheme, score: number | null, interval: Interval | null): number | null {
  const { stars } = compiled;
  if (score === null || interval === null || stars.by === 'steps') return null;
  const inside = stars.bands.map(({ from }) => from).filter((from) => from > interval.low && from < interval.high);
  return inside.reduce<number | null>(
    (nearest, edge) => (nearest !== null && Math.abs(nearest - score) <= Math.abs(edge - score) ? nearest : edge),
    null,
  );
}
