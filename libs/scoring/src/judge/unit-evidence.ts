import type { Feed } from '../scheme/feed.js';

/** One measured value of one unit, as a feed of the scheme reads it. */
export interface Observation {
  /** 0 to 100 for items, instruments and studies; in the indicator's own unit for an indicator. Null: nothing was measured. */
  readonly value: number | null;
  /** Answers, visits or filled instruments it rests on. */
  readonly n: number;
  /** Standard error in the units of the value; null: not known, or a census. */
  readonly error: number | null;
}

/** An assessor's settled grading of one criterion. */
export interface GradingObservation {
  /** The code of a level of the scheme; null: the criterion does not apply to this unit. */
  readonly level: string | null;
  readonly hasEvidence: boolean;
}

/** An observation on the items that two versions of an instrument have in common, by the weights of the newer. */
export interface CommonItems {
  /** 0 to 100; null: none of them was answered. */
  readonly value: number | null;
  /** The part of the newer version's weight that lies on them: 0 to 1. */
  readonly share: number;
}

/** All that was captured about one unit (a service centre) in one cycle, by what reads it. */
export interface UnitEvidence {
  readonly unit: string;
  readonly agency: string;
  readonly channelType: string;
  /** By criterion code. One that is not here was not graded: it is missing, which is not "does not apply". */
  readonly gradings: ReadonlyMap<string, GradingObservation>;
  /** By `keyOfFeed`. One that is not here was not measured. */
  readonly observations: ReadonlyMap<string, Observation>;
  /**
   * Where an instrument changed its version between this cycle and one it is compared with: what its observation is on the
   * items that both versions have. By `keyOfFeed`; absent where nothing changed.
   */
  readonly onCommonItems?: ReadonlyMap<string, CommonItems>;
  /** Kinds of violations that are still open. */
  readonly violations: readonly string[];
}

/** The key under which the observation for a feed is found; one feed, one key, whatever criterion asks. */
export function keyOfFeed(feed: Exclude<Feed, { by: 'grading' }>): string {
  switch (feed.by) {
    case 'items':
      return `items:${feed.instrument}:${[...feed.items].sort().join('+')}`;
    case 'instrument':
      return `instrument:${[feed.instrument, ...(feed.alternatives ?? [])].join('+')}:${feed.dimension ?? ''}`;
    case 'study':
      return `study:${feed.study}:${feed.measure ?? ''}`;
    case 'indicator':
      return `indicator:${feed.indicator}`;
  }
}
