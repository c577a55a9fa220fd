export type {
  DimensionScore,
  InstrumentScore,
  ItemScore,
  ScoreOutcome,
  SectionScore,
  TriggeredCritical,
} from './result.js';
export { score } from './score.js';
export { scoreOfMeans, type ScoreOfMeans } from './score-of-means.js';
