import type { Measure, SurveyFacts, Tally } from '#figures';

/** What campaigns give the figures of a cycle. */
export interface SurveyEvidence {
  readonly measures: readonly Measure[];
  readonly tallies: readonly Tally[];
  readonly surveys: readonly SurveyFacts[];
}
