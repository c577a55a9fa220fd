import type { Scheme } from '#scoring';
import type { Name } from './evidence.js';
import type { Spread } from './spread.js';
import type { StarChange } from './star-change.js';
import type { StarTally } from './star-figures.js';

/** The rating scheme a cycle was opened with. */
export interface SchemeRef {
  readonly code: string;
  readonly version: number;
  readonly title: Name;
  /** Printed with every result, such as: illustrative, not official. */
  readonly note: Name | null;
  readonly status: Scheme['status'];
  /** SHA-256 of the document as canonical JSON, hexadecimal. */
  readonly hash: string;
}

/** From one star in the cycle before to one in this; null: not rated. */
export interface StarMoved {
  readonly from: number | null;
  readonly to: number | null;
  readonly centres: number;
}

/** What became of the centres of the cycle before. */
export interface StarMoves {
  readonly distribution: readonly StarTally[];
  readonly meanStar: number | null;
  /** Only moves that occur, from the most stars down. */
  readonly moves: readonly StarMoved[];
  readonly up: number;
  readonly down: number;
  readonly same: number;
  /** In this cycle alone, and in the cycle before alone. */
  readonly firstTime: number;
  readonly left: number;
}

/** What the scheme says of the criteria of the version before it: how many are what. */
export interface CriteriaChanged {
  readonly same: number;
  readonly reworded: number;
  readonly rescaled: number;
  readonly new: number;
  readonly dropped: number;
}

/** The stars of the whole programme. Each agency's line is its `stars` among the agencies. */
export interface ProgrammeStarFigures {
  readonly scheme: SchemeRef;
  /** The scheme of the cycle before; null: there is none to compare with. */
  readonly previousScheme: SchemeRef | null;
  /** Null: the same version, or one that says nothing of the version before. */
  readonly criteria: CriteriaChanged | null;
  /** The most stars there are. */
  readonly highest: number;
  /** Where each star begins, from the lowest; empty where stars go by steps. */
  readonly bands: readonly { readonly star: number; readonly from: number }[];
  readonly agencies: number;
  readonly centres: number;
  /** Centres, from the most stars down, not rated last; only stars that occur. */
  readonly distribution: readonly StarTally[];
  /** Over centres with a star; null: none. */
  readonly meanStar: number | null;
  /** Over the agencies' scores; null: none has a score. */
  readonly scores: Spread | null;
  readonly since: StarMoves | null;
  /** Of the mean of all centres. Null with `since`. */
  readonly change: StarChange | null;
}
