import type { EntityManager } from 'typeorm';
import { textsIn } from '#contract';
import type { Cycle } from '#cycles';
import type { ServiceRef, Source, SurveyFacts, Tally } from '#figures';
import { noScores, plusScores, scoreSumsOf, type ScoreSums } from '#scoring';
import { weightingEffect } from '#statistics';
import {
  categoriesIn,
  listSurveyCampaigns,
  surveyGroups,
  surveyRows,
  surveyWeights,
  type SurveyCampaign,
  type SurveyGroup,
} from '#surveys';
import { daysOf, listCampaignDays, type CampaignDays } from './survey-days.queries.js';
import type { SurveyEvidence } from './survey-days.js';
import { employeeEvidence } from './employee-evidence.js';
import { surveyMeasures, type SurveyMeasure } from './survey-measures.js';

/** Scores are summed in millionths. */
const micro = 1_000_000;
const study = 'customer-happiness';

/** The evidence of a cycle's campaigns: among customers from their tallies, among employees what was published. */
export async function surveyEvidence(db: EntityManager, cycle: Cycle): Promise<SurveyEvidence> {
  const [customers, employees] = [await customerEvidence(db, cycle), await employeeEvidence(db, cycle)];
  return {
    measures: [...customers.measures, ...employees.measures],
    tallies: [...customers.tallies, ...employees.tallies],
    surveys: [...customers.surveys, ...employees.surveys],
  };
}

/** Of responses that count. It is read as a stream and bounded by agencies, services and categories of weights. */
async function customerEvidence(db: EntityManager, cycle: Cycle): Promise<SurveyEvidence> {
  const about: About = { services: await serviceRefs(db), days: await listCampaignDays(db, cycle) };
  const all = [];
  for (const campaign of await listSurveyCampaigns(db, cycle, study)) {
    const groups = await surveyGroups(surveyRows(db, campaign.id), categoriesIn(campaign.rules));
    all.push(evidenceOf(campaign, groups, about));
  }
  const measures = new Map(all.flatMap((one) => one.measures.map((measure) => [measure.code, measure] as const)));
  return {
    measures: [...measures.values()],
    tallies: all.flatMap(({ tallies }) => tallies),
    surveys: [
      ...Map.groupBy(
        all.flatMap(({ surveys }) => surveys),
        ({ agency }) => agency,
      ).values(),
    ].flatMap(together),
  };
}

type ServiceRefs = (agency: string, service: string) => ServiceRef;

/** What is known beside the tallies. */
interface About {
  readonly services: ServiceRefs;
  readonly days: ReadonlyMap<string, CampaignDays>;
}

function evidenceOf(campaign: SurveyCampaign, groups: readonly SurveyGroup[], about: About): SurveyEvidence {
  const { weights, faults, report } = surveyWeights(campaign.rules, groups);
  const weighed = relativeIn(groups.map((group, at) => ({ ...group, weight: weights[at] ?? 1 })));
  const found = surveyMeasures(campaign.instrument, study).filter(({ key }) =>
    groups.some(({ sums }) => (sums[3 * (campaign.layout.placeOf.get(key) ?? -1)] ?? 0) > 0),
  );
  const cells = [...Map.groupBy(weighed, ({ agency, service, channel }) => JSON.stringify([agency, service, channel])).values()]; // prettier-ignore
  return {
    measures: found.map(({ measure }) => measure),
    tallies: cells.flatMap((cell) => found.flatMap((one) => tallyOf(campaign, cell, one, about) ?? [])),
    surveys: [...Map.groupBy(weighed, ({ agency }) => agency)].map(([agency, own]): SurveyFacts => {
      const standing = (which: 0 | 1 | 2) => own.reduce((sum, { standings }) => sum + standings[which], 0);
      const effect = report && weightingEffect(own.map(({ weight, standings }) => ({ weight, count: standings[0] })));
      return {
        agency,
        study,
        counted: standing(0),
        held: standing(1),
        excluded: standing(2),
        least: null,
        weighting: effect && { effectiveN: effect.effectiveN, designEffect: effect.designEffect },
        unweighted: faults.length > 0 ? 'totalsDoNotFit' : null,
      };
    }),
  };
}

type Weighed = SurveyGroup & { readonly weight: number };

/**
 * Weights by which each agency's respondents weigh 1 on average. Only proportions within a campaign mean something: totals may be people
 * or parts of one, and another campaign about the same agency may have others, or none.
 */
function relativeIn(weighed: readonly Weighed[]): readonly Weighed[] {
  const means = new Map(
    [...Map.groupBy(weighed, ({ agency }) => agency)].map(([agency, own]) => {
      const people = own.reduce((sum, { standings }) => sum + standings[0], 0);
      const weight = own.reduce((sum, { standings, weight }) => sum + standings[0] * weight, 0);
      return [agency, weight > 0 ? weight / people : 1];
    }),
  );
  return weighed.map((one) => ({ ...one, weight: one.weight / (means.get(one.agency) ?? 1) }));
}

/** One measure of one service through one channel of an agency; null: nobody answered. */
function tallyOf(
  campaign: SurveyCampaign,
  cell: readonly Weighed[],
  { measure, key, madeOf }: SurveyMeasure,
  { services, days }: About,
): Tally | null {
  const { rules, hash, layout } = campaign;
  const place = layout.placeOf.get(key) ?? -1;
  const scores = cell.map(({ sums, weight }) => scoresAt(sums, place, weight)).reduce(plusScores, noScores);
  const [first] = cell;
  if (!first || scores.n === 0) return null;
  const source: Source = { kind: 'survey', file: rules.code, sha256: hash, line: null };
  return {
    agency: first.agency,
    study,
    measure: measure.code,
    service: services(first.agency, first.service),
    channel: first.channel,
    counts: [],
    scores,
    madeOf,
    least: rules.minimum,
    ...daysOf(campaign, days),
    sources: [source],
  };
}

/** What the groups' sums say in points of a key. */
function scoresAt(sums: Float64Array, place: number, weight: number): ScoreSums {
  const [n = 0, sum = 0, squares = 0] = sums.subarray(3 * place, 3 * place + 3);
  return scoreSumsOf({ n, sum: sum / micro, squares: squares / micro ** 2 }, weight);
}

/** What several campaigns have about one agency. Weights of one say nothing beside those of another. */
function together(all: readonly SurveyFacts[]): SurveyFacts[] {
  const [first, ...rest] = all;
  if (!first) return [];
  return [
    rest.reduce(
      (a, b) => ({
        ...a,
        counted: (a.counted ?? 0) + (b.counted ?? 0),
        held: a.held + b.held,
        excluded: a.excluded + b.excluded,
        weighting: null,
        unweighted: a.unweighted ?? b.unweighted,
      }),
      first,
    ),
  ];
}

/** The names of services; where a campaign does not tell them apart, words that say so. */
async function serviceRefs(db: EntityManager): Promise<ServiceRefs> {
  const rows = await db.query<{ agency: string; code: string; en: string | null; ar: string | null }[]>(
    `select agencies.code as agency, services.code, services.name_en as en, services.name_ar as ar
     from services join agencies on agencies.id = agency_id`,
  );
  const names = new Map(rows.map(({ agency, code, en, ar }) => [`${agency}\n${code}`, { en, ar }]));
  const any = { en: textsIn('en')('survey.anyService'), ar: textsIn('ar')('survey.anyService') };
  return (agency, code) => ({
    code,
    name: code === '' ? any : (names.get(`${agency}\n${code}`) ?? { en: null, ar: null }),
  });
}
