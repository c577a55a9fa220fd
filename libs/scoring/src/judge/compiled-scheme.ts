import type { GateEffect } from '../scheme/gate.js';
import type { Band, Scheme } from '../scheme/scheme.js';

/** A feed as judging reads it: where the observation is, and how it becomes a score. */
export interface CompiledFeed {
  /** `keyOfFeed` of the feed. */
  readonly key: string;
  /** How many answers or visits it needs. */
  readonly minimum: number;
  /** Of an indicator; null: the observation is a score already. */
  readonly goalposts: { readonly worst: number; readonly best: number } | null;
}

/** A pillar or element of the flat tree, with the range of its children. */
export interface CompiledBranch {
  readonly code: string;
  readonly weight: number;
  /** Index of the first child among all children of that kind, and the index after the last. */
  readonly start: number;
  readonly end: number;
}

export interface CompiledCriterion {
  readonly code: string;
  readonly weight: number;
  /** Index in `pillars`. */
  readonly pillar: number;
  /** Index in `elements`: over the whole tree, not within the pillar. */
  readonly element: number;
  /** Its part of the whole when everything applies: 0 to 1, with the components as the scheme weighs them. */
  readonly weightInWhole: number;
  /** Null: graded by an assessor. */
  readonly feed: CompiledFeed | null;
  /** A grading without an evidence file counts as the lowest level. */
  readonly evidenceRequired: boolean;
}

export interface CompiledComponent {
  readonly code: string;
  readonly weight: number;
  /** Its part of the whole when everything applies: 0 to 1. */
  readonly weightInWhole: number;
  /** Null: the tree of pillars. */
  readonly feed: CompiledFeed | null;
  /** From the lowest up; null: it has no star of its own. */
  readonly bands: readonly Band[] | null;
}

/** A gate with what it asks found already. */
export type CompiledGate =
  | {
      readonly when: 'below';
      readonly code: string;
      readonly of: 'pillars' | 'components' | 'criteria';
      readonly index: number;
      readonly below: number;
      readonly then: GateEffect;
    }
  | {
      readonly when: 'openViolation';
      readonly code: string;
      /** Null: any kind. */
      readonly kinds: readonly string[] | null;
      /** Index of the component whose star it changes; null: the star of the whole. */
      readonly component: number | null;
      readonly then: GateEffect;
    }
  | {
      readonly when: 'boundedUpgrade';
      readonly code: string;
      readonly component: number;
      readonly at: number;
      readonly by: number;
    };

/** How the star is given, with components by index. */
export type CompiledStars =
  | { readonly by: 'bands'; readonly bands: readonly Band[] }
  | {
      readonly by: 'steps';
      readonly base: number;
      readonly lowest: number;
      readonly highest: number;
      readonly steps: readonly { readonly component: number; readonly upAt: number; readonly downAt: number }[];
    };

/** The weights of everything, in flat arrays beside the lists they belong to. */
export interface FlatWeights {
  readonly criteria: Float64Array;
  readonly elements: Float64Array;
  readonly pillars: Float64Array;
  readonly components: Float64Array;
}

/**
 * A scheme made ready for judging units of one channel type. What is not for this channel type is not in it; a pillar or element
 * of which nothing is left is not either.
 */
export interface CompiledScheme {
  readonly scheme: Scheme;
  readonly channelType: string;
  /** In the order of the scheme, as all lists here. */
  readonly pillars: readonly CompiledBranch[];
  readonly elements: readonly CompiledBranch[];
  readonly criteria: readonly CompiledCriterion[];
  readonly components: readonly CompiledComponent[];
  readonly stars: CompiledStars;
  /**
   * In the order in which they are applied: first those on the star of a component; where stars go by steps, then bounded
   * upgrades, which hold after each step; then the others. Otherwise as the scheme orders them, without `channelGap`, which is
   * judged over an agency.
   */
  readonly gates: readonly CompiledGate[];
  /** Scores of the levels by code, from the lowest up. */
  readonly levels: ReadonlyMap<string, number>;
  readonly weights: FlatWeights;
  /** Everything that needs a minimum above 0. */
  readonly minimums: readonly { readonly of: string; readonly key: string; readonly minimum: number }[];
}
