import type { EntityManager } from 'typeorm';
import { textsIn } from '#contract';
import type { Cycle } from '#cycles';
import type { Source, SurveyFacts, Tally } from '#figures';
import { noScores, plusScores, scoreSumsOf } from '#scoring';
import { listReleasedAgencies, listSurveyCampaigns, type ReleasedGroup, type SurveyCampaign } from '#surveys';
import { daysOf, listCampaignDays, type CampaignDays } from './survey-days.queries.js';
import type { SurveyEvidence } from './survey-days.js';
import { surveyMeasures, type SurveyMeasure } from './survey-measures.js';

const study = 'employee-happiness';

/** What a campaign published of an agency. */
interface Published {
  readonly campaign: SurveyCampaign;
  readonly group: ReleasedGroup;
}

/**
 * The evidence of a cycle's campaigns among employees: of each agency what was published, once and for good, and nothing else. One that
 * may not be shown is there without a number, not even of its answers.
 */
export async function employeeEvidence(db: EntityManager, cycle: Cycle): Promise<SurveyEvidence> {
  const published: Published[] = [];
  for (const campaign of await listSurveyCampaigns(db, cycle, study)) {
    const groups = await listReleasedAgencies(db, campaign.id);
    published.push(...groups.map((group) => ({ campaign, group })));
  }
  const days = await listCampaignDays(db, cycle);
  const found = measuresOf(published);
  const byAgency = [...Map.groupBy(published, ({ group }) => group.codes['agency'] ?? '')];
  return {
    measures: found.map(({ measure }) => measure),
    tallies: byAgency.flatMap(([agency, own]) => found.flatMap((one) => tallyOf(agency, own, one, days) ?? [])),
    surveys: byAgency.map(([agency, own]) => factsOf(agency, own)),
  };
}

/** The overall score, and what is shown of some agency. */
function measuresOf(published: readonly Published[]): readonly SurveyMeasure[] {
  const campaigns = new Map(published.map(({ campaign }) => [campaign.id, campaign]));
  const measures = [...campaigns.values()].flatMap(({ id, instrument }) =>
    surveyMeasures(instrument, study).filter(
      ({ key }) =>
        key === 'overall' || published.some(({ campaign, group }) => campaign.id === id && group.scores[key] != null),
    ),
  );
  return [...new Map(measures.map((one) => [one.measure.code, one])).values()];
}

/** One measure of an agency; null: none of its campaigns asks for it. */
function tallyOf(
  agency: string,
  all: readonly Published[],
  { measure, key }: SurveyMeasure,
  known: ReadonlyMap<string, CampaignDays>,
): Tally | null {
  const asked = all.flatMap(({ campaign, group }) => {
    const own = surveyMeasures(campaign.instrument, study).find((one) => one.measure.code === measure.code);
    return own ? [{ campaign, group, madeOf: own.madeOf }] : [];
  });
  const told = asked.filter(({ group }) => group.scores[key] != null);
  const behind = told.length > 0 ? told : asked;
  const days = behind.map(({ campaign }) => daysOf(campaign, known));
  const [from, to] = [
    days.map((one) => one.coversFrom).sort()[0],
    days
      .map((one) => one.coversTo)
      .sort()
      .at(-1),
  ];
  if (from === undefined || to === undefined) return null;
  const scores = told
    .map(({ group }) => scoreSumsOf(group.scores[key] ?? { n: 0, sum: 0, squares: 0 }))
    .reduce(plusScores, noScores);
  return {
    agency,
    study,
    measure: measure.code,
    service: { code: '', name: { en: textsIn('en')('survey.anyService'), ar: textsIn('ar')('survey.anyService') } },
    channel: '',
    counts: [],
    scores,
    madeOf: [...new Set(behind.map((one) => one.madeOf))].sort().join(),
    ...(told.length === 0 && { isWithheld: true }),
    coversFrom: from,
    coversTo: to,
    sources: behind.map(({ campaign: { rules, hash } }): Source => {
      return { kind: 'survey', file: rules.code, sha256: hash, line: null };
    }),
  };
}

/** Nothing is decided about single answers of employees, so none are held or excluded. */
function factsOf(agency: string, own: readonly Published[]): SurveyFacts {
  const counted = own.flatMap(({ group: { n } }) => n ?? []);
  return {
    agency,
    study,
    counted: counted.length === 0 ? null : counted.reduce((a, b) => a + b),
    held: 0,
    excluded: 0,
    least: Math.max(...own.map(({ campaign }) => campaign.rules.anonymity.least)),
    weighting: null,
    unweighted: null,
  };
}
