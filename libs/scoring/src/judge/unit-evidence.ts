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

/** All that was captured about one unit (a service centre) in one cycle, by what reads it. */
export interface UnitEvidence {
  readonly unit: string;
  readonly agency: string;
  readonly channelType: string;
  /** By criterion code. One that is not here was not graded: it is missing, which is not "does not apply". */
  readonly gradings: ReadonlyMap<string, GradingObservation>;
  /** By `keyOfFeed`. One that is not here was not measured. */
  readonly observations: ReadonlyMap<string, Observation>;
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
