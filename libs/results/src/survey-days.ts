import type { Cycle } from '#cycles';
import type { Measure, SurveyFacts, Tally } from '#figures';
import type { SurveyCampaign } from '#surveys';

/** What campaigns give the figures of a cycle. */
export interface SurveyEvidence {
  readonly measures: readonly Measure[];
  readonly tallies: readonly Tally[];
  readonly surveys: readonly SurveyFacts[];
}

/** The days on which a campaign took answers, within its cycle. */
export function daysOf(
  { opens, closes }: SurveyCampaign['rules'],
  { startsOn, endsOn }: Cycle,
): Pick<Tally, 'coversFrom' | 'coversTo'> {
  const [from, to] = [opens.slice(0, 10), closes.slice(0, 10)];
  return { coversFrom: from < startsOn ? startsOn : from, coversTo: to > endsOn ? endsOn : to };
}
