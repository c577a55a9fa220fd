import { roundHalfAway } from '#statistics';
import type { Score } from '../score.js';
import type { Band } from '../scheme/scheme.js';

/** Bands from the lowest up, as `starBy` takes them. */
export function fromTheLowest(bands: readonly Band[]): Band[] {
  return bands.toSorted((a, b) => a.from - b.from);
}

/**
 * The star of the highest band that the score reaches, each being [from, next). Null: below the lowest, not rated.
 * @param bands from the lowest up
 * @param decimals at which the score is rounded, half away from zero, before it is compared
 */
export function starBy(bands: readonly Band[], score: Score, decimals: number): number | null {
  for (let at = bands.length - 1; at >= 0; at -= 1) {
    const { star, from } = bands[at]!;
    if (!isBelow(score, from, decimals)) return star;
  }
  return null;
}

/** Whether the rounded score is below the limit. Rounding reads digits and is slow, so it is left out where it can not matter. */
export function isBelow(score: number, limit: number, decimals: number): boolean {
  const canMatter = Math.abs(score - limit) < 10 ** -decimals;
  return (canMatter ? roundHalfAway(score, decimals) : score) < limit;
}

/** Whether the rounded number is above the limit. */
export function isAbove(value: number, limit: number, decimals: number): boolean {
  return roundHalfAway(value, decimals) > limit;
}
