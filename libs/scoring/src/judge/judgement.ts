import type { Interval } from '#statistics';
import type { Score } from '../score.js';
import type { GateEffect } from '../scheme/gate.js';

/** Why a star may still change. */
export type ProvisionalReason =
  | { readonly why: 'criterionMissing'; readonly criteria: readonly string[] }
  | { readonly why: 'componentMissing'; readonly component: string }
  | { readonly why: 'belowMinimum'; readonly of: string; readonly n: number; readonly minimum: number }
  | { readonly why: 'gate'; readonly gate: string };

/** A gate that fired: it changed the star, the star of its component, or that the result is provisional. With what fired it. */
export interface FiredGate {
  readonly gate: string;
  readonly effect: GateEffect | { readonly atMost: number };
  /** What was found: a score, a gap in points, a star. Null for a violation. */
  readonly found: number | null;
  /** The star of the whole before and after this gate, also when it acts on that of a component; null: not rated. */
  readonly from: number | null;
  readonly to: number | null;
}

/** A node of the tree with the weights it really had. */
export interface JudgedNode {
  readonly code: string;
  readonly level: 'pillar' | 'element' | 'criterion';
  /** Null: nothing below it applies, or it is missing. */
  readonly score: Score | null;
  readonly state: 'scored' | 'notApplicable' | 'missing';
  /** As the scheme gives it. */
  readonly weight: number;
  /** Its part of its parent: 0 to 1, after the weight of what has no score went to its siblings. */
  readonly effectiveWeight: number;
  /** Its part of the final score: 0 to 1. Of all criteria and measured components together 1. In geometric trees: of its logarithm. */
  readonly weightInWhole: number;
  /** A criterion's graded level; null: not fed by a grading, or none. */
  readonly gradedLevel: string | null;
  /** True where a required evidence file is missing, and the lowest level counts instead of the graded one. */
  readonly loweredForEvidence: boolean;
  /** The key of the observation that fed it; null for a grading or a branch. */
  readonly fedBy: string | null;
  readonly n: number | null;
  readonly children: readonly JudgedNode[];
}

export interface JudgedComponent {
  readonly code: string;
  readonly score: Score | null;
  readonly weight: number;
  readonly effectiveWeight: number;
  readonly n: number | null;
  /** Standard error in points of score; null: none is known. */
  readonly error: number | null;
  /** By its own bands, before gates; null: it has none, no score, or one below the lowest. */
  readonly star: number | null;
}

/** The whole result of one unit: how the score came about, the star it gives, and every gate that changed it. */
export interface Judgement {
  readonly unit: string;
  readonly agency: string;
  readonly channelType: string;
  /** Null: nothing applies or nothing was measured. */
  readonly score: Score | null;
  /** 95 %, from the standard errors that are known, cut to 0 to 100; null: none is. */
  readonly interval: Interval | null;
  /** What the score would be if all that is missing were 0, or 100; equal to the score when nothing is. Null: nothing applies. */
  readonly bounds: Interval | null;
  /** Before gates. Null: not rated. */
  readonly rawStar: number | null;
  readonly fired: readonly FiredGate[];
  readonly star: number | null;
  /** Empty: final. */
  readonly provisional: readonly ProvisionalReason[];
  /** The edge of a band inside the interval that is nearest to the score; null: none, or stars go by steps. */
  readonly nearEdge: number | null;
  readonly components: readonly JudgedComponent[];
  readonly pillars: readonly JudgedNode[];
}
