import { roundHalfAway } from '#statistics';
import type { Counts } from './counts.js';
import { meanOfScale } from './mean-of-scale.js';
import { topTwoBoxOf } from './share.js';

/**
 * The formulas by which "satisfaction" is published, by name: 0 to 100 from counts, null when nobody answered
 * or the formula does not fit the item.
 */
export const definitions = {
  meanOfScale: (counts: Counts): number | null => meanOfScale(counts)?.value ?? null,
  topTwoBox: (counts: Counts): number | null => (counts.length < 3 ? null : (topTwoBoxOf(counts)?.value ?? null)),
} as const;

export type DefinitionName = keyof typeof definitions;

export const definitionNames = Object.keys(definitions) as readonly DefinitionName[];

/**
 * The definitions by which these counts give the published figure, rounded half away from zero as it is printed.
 * None: a slip, or a formula we do not know. More than one: rounding hides which.
 * @param decimals with which the figure was published
 */
export function definitionsReproducing(counts: Counts, published: number, decimals = 0): DefinitionName[] {
  return definitionNames.filter((name) => {
    const value = definitions[name](counts);
    return value !== null && roundHalfAway(value, decimals) === published;
  });
}
