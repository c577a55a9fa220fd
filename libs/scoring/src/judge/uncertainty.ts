import { intervalWithin, tQuantile } from '#statistics';
import type { Interval } from '#statistics';
import type { CompiledFeed, CompiledScheme } from './compiled-scheme.js';
import { geometricFloor, isScored } from './held.js';
import type { Leaves } from './leaves.js';
import type { EffectiveWeights } from './parts.js';
import type { TreeScores } from './tree-scores.js';
import type { UnitEvidence } from './unit-evidence.js';

/** How far something moves, in points, when one observation moves by its standard error. */
interface Pull {
  /** What moves together: the same filled forms, or one observation of another kind. */
  readonly family: string;
  readonly points: number;
  /** Degrees of freedom behind the error. */
  readonly df: number;
}

/** A standard error in points of score, and how well it is known itself (Satterthwaite). */
export interface KnownError {
  readonly error: number;
  readonly df: number;
}

/** Standard errors in points of score; null: no error of what it rests on is known. */
export interface Errors {
  readonly components: readonly (number | null)[];
  readonly whole: KnownError | null;
}

/**
 * The errors of what was sampled, propagated linearly by the weights things really had: σ² = Σ (∂T/∂x · σ_x)² (domain note 6.2).
 * What was taken from the same filled forms (an overall score, its dimensions, its items) is taken to move together, so the errors
 * add up: never too narrow. Otherwise observations are independent. What has no known error adds none: a census, a grading, a file
 * that does not say.
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
    own.map((pull) => ({ ...pull, points: pull.points * parts.components[index]! })),
  );
  return { components: pulls.map((own) => together(own)?.error ?? null), whole: together(scaled) };
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
  const { error = null, n = 0 } = observations.get(key) ?? {};
  if (error === null) return [];
  const perUnit = goalposts ? 100 / (goalposts.best - goalposts.worst) : 1;
  return [{ family: familyOf(key), points: Math.abs(part * perUnit * error), df: Math.max(1, n - 1) }];
}

/** The forms an observation was taken from, whichever part of them; the observation itself where it is of another kind. */
function familyOf(key: string): string {
  const [by = '', what = ''] = key.split(':');
  return by === 'instrument' || by === 'items' ? `forms ${what.split('+')[0] ?? ''}` : key;
}

function together(pulls: readonly Pull[]): KnownError | null {
  if (pulls.length === 0) return null;
  const families = [...Map.groupBy(pulls, ({ family }) => family).values()].map((own) => ({
    points: own.reduce((sum, { points }) => sum + points, 0),
    df: Math.min(...own.map(({ df }) => df)),
  }));
  const error = Math.hypot(...families.map(({ points }) => points));
  const shares = families.map(({ points, df }) => (error === 0 ? 0 : (points / error) ** 4 / df));
  const share = shares.reduce((sum, one) => sum + one, 0);
  return { error, df: share === 0 ? Infinity : 1 / share };
}

/**
 * The 95 % interval of a score, score ± t(0.975, df) σ cut to 0 to 100, with the degrees of freedom after Satterthwaite 1946; null
 * when either is not known. Three visits have two degrees of freedom: their t is 4.3, not 1.96.
 */
export function intervalAround(score: number | null, known: KnownError | null): Interval | null {
  if (score === null || known === null) return null;
  const reach = known.error === 0 ? 0 : tQuantile(0.975, known.df) * known.error;
  return intervalWithin({ low: score - reach, high: score + reach }, 0, 100);
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
