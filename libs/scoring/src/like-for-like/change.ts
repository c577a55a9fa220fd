import type { Comparison } from '#statistics';
import type { Score } from '../score.js';

/** What a published change is made of, in points: together it, exactly. */
export interface Contributions {
  /** The change on what both cycles measured, by the new weights and formula: what the unit itself did. */
  readonly sameYardstick: number;
  /** What criteria and components do that are not common, or that one of the cycles did not measure. */
  readonly changedCriteria: number;
  /** What the new weights and tree do to the earlier result, on what is common. */
  readonly changedWeights: number;
  /** What new scores of levels, goalposts, evidence rules, and another aggregation do to it. */
  readonly changedFormula: number;
}

/** The change of one unit, taken apart. */
export interface UnitChange extends Contributions {
  readonly refused: null;
  /** As published: by the scheme of each cycle. */
  readonly before: Score;
  readonly now: Score;
  /** now − before. */
  readonly published: number;
  readonly commonWeight: number;
}

/** The cycles have too little in common: the difference of what was published is not a change. */
export interface RefusedChange {
  readonly refused: 'seriesBreak';
  /** To be shown as what it is not; null: a side has no score. */
  readonly published: number | null;
  readonly commonWeight: number;
}

/** Why a unit of both cycles is not compared. */
export type NotComparable =
  /** A cycle has no score for it, by its own scheme or on what is common. */
  | 'nothingMeasured'
  /** It was judged as another channel type before. */
  | 'channelChanged'
  /** It was graded with a level that the new scheme does not have. */
  | 'levelGone'
  /** Too little in common (`leastCommonShare`). */
  | 'seriesBreak'
  /** It came of several units: without their sizes they cannot be weighed (decision 8). */
  | 'merged';

/** How many units were compared, and why others were not. */
export interface UnitsCompared {
  /** With a score in the cycle. */
  readonly before: number;
  readonly now: number;
  readonly compared: number;
  /** With a score now and not there before; there before with a score and not now. */
  readonly joined: number;
  readonly left: number;
  /** Units of now that were there before, by why they are not compared. */
  readonly notComparable: readonly { readonly reason: NotComparable; readonly units: number }[];
}

/** The change of the mean of many units, in which each counts the same, taken apart. */
export interface ChangeOfSet extends Contributions {
  readonly refused: null;
  /** Means of all units with a score in the cycle, as published. */
  readonly before: Score;
  readonly now: Score;
  /** now − before. */
  readonly published: number;
  /** What units do that joined, left, or are not comparable. With the other four it is the published change. */
  readonly joinedLeft: number;
  /** The change on the same yardstick against no change: of several agencies, by agencies; null: too few, or all moved alike. */
  readonly comparison: Comparison | null;
  /** Mean over the units compared. */
  readonly commonWeight: number;
  readonly units: UnitsCompared;
}

export interface RefusedChangeOfSet extends RefusedChange {
  readonly units: UnitsCompared;
}
