export type {
  DimensionScore,
  InstrumentScore,
  ItemScore,
  ScoreOutcome,
  SectionScore,
  TriggeredCritical,
} from './result.js';
export { score } from './score.js';
