/** A result as people read it: 0 to 100, unrounded. */
export type Score = number;

/** One node of a criteria tree after its children are scored. */
export interface Weighed {
  /** Null: not applicable. */
  readonly score: Score | null;
  /** Above 0; only the proportion to its siblings' weights matters. */
  readonly weight: number;
}

/**
 * The weighted mean of the children that apply, or null when none does.
 * The weight of a child that does not apply goes to its siblings in proportion.
 */
export function scoreOf(children: readonly Weighed[]): Score | null {
  let points = 0;
  let weight = 0;
  for (const child of children) {
    if (child.score === null) continue;
    points += child.weight * child.score;
    weight += child.weight;
  }
  return weight === 0 ? null : points / weight;
}
