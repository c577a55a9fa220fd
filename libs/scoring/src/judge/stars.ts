import { starBy } from './band-star.js';
import type { CompiledScheme, CompiledStars } from './compiled-scheme.js';
import type { TreeScores } from './tree-scores.js';

type Star = number | null;

/** The star of each component by its own bands; null: it has none, no score, or is below the lowest. */
export function componentStarsOf({ components, scheme }: CompiledScheme, scores: Float64Array): Star[] {
  return components.map(({ bands }, index) => {
    const score = scores[index]!;
    return bands && score >= 0 ? starBy(bands, score, scheme.rounding.compareAt) : null;
  });
}

/**
 * The star of the whole before gates on the whole; null: not rated.
 * @param ceiling the most it may be after each step, where stars go by steps
 */
export function starOfWhole(
  { stars, scheme }: CompiledScheme,
  { whole }: TreeScores,
  componentStars: readonly Star[],
  ceiling = Infinity,
): Star {
  if (stars.by === 'steps') return starBySteps(stars, componentStars, ceiling);
  return whole < 0 ? null : starBy(stars.bands, whole, scheme.rounding.compareAt);
}

/** Source: the five-star rating of US nursing homes (AT-24). A component without a star takes no step. */
function starBySteps(
  { base, steps, lowest, highest }: Extract<CompiledStars, { by: 'steps' }>,
  componentStars: readonly Star[],
  ceiling: number,
): Star {
  const kept = (star: number) => Math.min(ceiling, highest, Math.max(lowest, star));
  const first = componentStars[base] ?? null;
  if (first === null) return null;
  return steps.reduce((star, { component, upAt, downAt }) => {
    const own = componentStars[component] ?? null;
    if (own === null) return star;
    return kept(own >= upAt ? star + 1 : own <= downAt ? star - 1 : star);
  }, kept(first));
}
