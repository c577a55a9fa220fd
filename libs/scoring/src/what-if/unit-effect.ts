import type { Score } from '../score.js';

/** One unit as it is and as it would be. */
export interface UnitEffect {
  readonly unit: string;
  readonly agency: string;
  readonly channelType: string;
  readonly before: ScoreAndStar;
  readonly after: ScoreAndStar;
}

/** Null: nothing has a score; not rated. */
export interface ScoreAndStar {
  readonly score: Score | null;
  readonly star: number | null;
}
