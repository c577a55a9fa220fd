import type { Score } from '#scoring';
import type { ItemState } from '../answers.js';
import type { Critical } from '../document/rules.js';

/** What one item came to: in a section that repeats, over all the times it was asked. */
export interface ItemScore {
  /** Its section's code and its own, with a point between: `reception.greeting`. */
  readonly path: string;
  readonly code: string;
  /** Of several times: answered when it once was, else missing, else not applicable, else not asked. */
  readonly state: ItemState;
  /** Points earned, the mean over the times that count; null: not scored, or nothing that counts. */
  readonly points: number | null;
  /** The most points there are; null: the item is not scored. */
  readonly max: number | null;
  /** points / max, 0 to 1; null whenever the points are. */
  readonly ratio: number | null;
  /** As the instrument gives it. */
  readonly weight: number;
  /**
   * Its part in the overall score, 0 to 1, after the weight of what does not apply went to its siblings: of all items
   * together 1, unless nothing applies. Given also when the overall score is withheld or capped.
   */
  readonly effectiveWeight: number;
}

/** The score of one section, over all its items, whatever dimension they feed. */
export interface SectionScore {
  readonly code: string;
  /** Null: nothing in it applies. Shown also when the whole is incomplete. */
  readonly score: Score | null;
  /** Before critical items capped it. */
  readonly uncapped: Score | null;
}

/** The score of one dimension. */
export interface DimensionScore {
  readonly code: string;
  /** Null: nothing that feeds it applies, or too little of it was answered. */
  readonly score: Score | null;
  /** As the instrument gives it; 0: reported only. */
  readonly weight: number;
  /** Its part in the overall score, 0 to 1. */
  readonly effectiveWeight: number;
  /** How many of its asked, applicable, scored items were answered; each time counts in a section that repeats. */
  readonly answered: number;
  /** How many were asked and apply: answered and missing together. */
  readonly asked: number;
}

/** A critical item whose answer triggered its effect. */
export interface TriggeredCritical {
  /** The code of the item. */
  readonly item: string;
  readonly effect: Critical['effect'];
}

/**
 * - scored: there is an overall score
 * - incomplete: too little was answered to say one
 * - voided: a critical answer makes the whole filled instrument worthless
 * - nothingApplies: no scored item applies: no score, which is neither 0 nor 100
 */
export type ScoreOutcome = 'scored' | 'incomplete' | 'voided' | 'nothingApplies';

/** One filled instrument as a result, with everything it was made of. */
export interface InstrumentScore {
  readonly outcome: ScoreOutcome;
  /** Null unless the outcome is `scored`. */
  readonly score: Score | null;
  /** Before a cap on the whole, or a failure, lowered it; after caps on sections. Null whenever the score is. */
  readonly uncapped: Score | null;
  /** The part of the asked items, scored or required, that was answered or said not to apply: 0 to 1. */
  readonly completeness: number;
  /** An item whose policy is `fail` does not apply: the overall score is 0. */
  readonly failed: boolean;
  /** In the order of the instrument, as are items (notes left out), sections and dimensions. */
  readonly criticals: readonly TriggeredCritical[];
  readonly items: readonly ItemScore[];
  readonly sections: readonly SectionScore[];
  readonly dimensions: readonly DimensionScore[];
}
