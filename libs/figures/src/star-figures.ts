import type { Gate, NotComparable, ProvisionalReason } from '#scoring';
import type { Interval } from '#statistics';
import type { AgencyRef, Name } from './evidence.js';
import type { StarChange } from './star-change.js';

/** A gate that changed a star or made it provisional, with the number that did. */
export interface FiredStarGate {
  readonly gate: string;
  readonly title: Name;
  readonly when: Gate['when'];
  /** A score, or a gap in points, or a component's star, as `when` says; null for a violation. */
  readonly found: number | null;
  /** What it asks: at least this score, or at most this gap; null where it asks neither. */
  readonly limit: number | null;
  /** The star before and after this gate; null: not rated. */
  readonly from: number | null;
  readonly to: number | null;
  /** It leaves the star and makes it provisional. */
  readonly isProvisional: boolean;
}

/** Why a star may still change. */
export interface ProvisionalNote {
  readonly why: ProvisionalReason['why'];
  /** What is missing, too little, or the gate: at most three of them by name. */
  readonly of: readonly Name[];
  /** How many there are. */
  readonly count: number;
  /** How many answers or visits there are and how many are needed; null unless `belowMinimum`. */
  readonly n: number | null;
  readonly minimum: number | null;
}

/** Score and star by the scheme of the cycle before. Null score: nothing measured; null star: not rated. */
export interface StarBefore {
  readonly score: number | null;
  readonly star: number | null;
}

/** One service centre. */
export interface StarCentre {
  readonly code: string;
  readonly name: Name;
  /** Its channel type. */
  readonly channel: string;
  readonly channelTitle: Name;
  /** 0 to 100, unrounded; null: nothing applies or was measured. */
  readonly score: number | null;
  /** 95 %, of what was sampled; null: nothing was, or no error is known. */
  readonly interval: Interval | null;
  /** Before gates. */
  readonly rawStar: number | null;
  readonly fired: readonly FiredStarGate[];
  readonly star: number | null;
  /** Empty: final. */
  readonly provisional: readonly ProvisionalNote[];
  /** The edge of a band that lies inside the interval; null: none. */
  readonly nearEdge: number | null;
  /** Null: it was not rated in the cycle before. */
  readonly before: StarBefore | null;
  /** Like for like; null with `before`. */
  readonly change: { readonly points: number | null; readonly refused: NotComparable | null } | null;
}

/** How many centres have a star; null: not rated. */
export interface StarTally {
  readonly star: number | null;
  readonly centres: number;
}

/** The centres of one channel type of an agency. */
export interface StarChannel {
  readonly code: string;
  readonly title: Name;
  /** The mean of its centres; null: none has a score. */
  readonly score: number | null;
  readonly before: number | null;
  readonly centres: number;
  readonly scored: number;
}

/** A part of the whole, over an agency's centres. */
export interface StarPart {
  readonly code: string;
  readonly title: Name;
  /** Its part of the whole by the scheme, 0 to 1, and by that of the cycle before; null: not in it. */
  readonly weight: number;
  readonly weightBefore: number | null;
  /** The mean over the agency's centres that have it; null: none has. */
  readonly score: number | null;
  readonly before: number | null;
}

/** What the whole adds up from. */
export interface StarComponent extends StarPart {
  /** The tree of pillars; else a figure measured elsewhere. */
  readonly isOfPillars: boolean;
}

/** A part of the component that is the tree. */
export interface StarPillar extends StarPart {
  /**
   * Like for like: the mean over the centres that were compared, of the criteria that both cycles judged alike, by the new weights.
   * Null as `why` says.
   */
  readonly change: number | null;
  readonly why: 'notBefore' | 'seriesBreak' | null;
  /** Centres compared. */
  readonly compared: number;
}

/** The stars of an agency: of its centres, and of all of them together. */
export interface AgencyStarFigures {
  /** The agencies whose centres these were in the cycle before, where that is not simply itself. */
  readonly from: readonly AgencyRef[];
  /** The mean of its centres, each counting the same; null: none has a score. */
  readonly score: number | null;
  readonly rawStar: number | null;
  /** Gates on the gap between its channels. */
  readonly fired: readonly FiredStarGate[];
  readonly star: number | null;
  /** The result of a centre may still change, or a gate says so. */
  readonly provisional: boolean;
  /** In the order of the scheme, those with centres. */
  readonly channels: readonly StarChannel[];
  /** From the most stars down, not rated last; only those that occur. */
  readonly stars: readonly StarTally[];
  readonly components: readonly StarComponent[];
  readonly pillars: readonly StarPillar[];
  /** By code. */
  readonly centres: readonly StarCentre[];
  /** The same centres, and those that closed, by the scheme of the cycle before; null: none was rated there. */
  readonly before: StarBefore | null;
  /** Null with `before`. */
  readonly change: StarChange | null;
}
