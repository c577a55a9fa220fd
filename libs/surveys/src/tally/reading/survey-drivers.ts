import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { mayTellDrivers, type Campaign } from '#campaigns';
import { Problem, type Wording } from '#contract';
import { Database } from '#database';
import { tallyLayoutOf, type Instrument, type SummedKey } from '#instruments';
import { KnownInstruments } from '#schemes';
import { driversOf, type CrossProducts, type DriverAnalysis, type DriverFault } from '#statistics';
import { campaignOf } from '../../campaign/campaign.queries.js';
import { countStandings } from '../../campaign/status.queries.js';
import { findRelease, listReleased, type ReleasedGroup } from '../../results/release.queries.js';
import { crossedScores } from './crossed-scores.js';

/** What moves the overall happiness of a campaign. Respondents are not weighted. */
export interface SurveyDrivers {
  readonly code: string;
  /** The dimensions that might move it, in the order of `analysis.drivers`, whose `question` is their place here + 1. */
  readonly drivers: readonly { readonly dimension: string; readonly title: Wording }[];
  /** In points from 0 to 100. Null: see `fault`. */
  readonly analysis: DriverAnalysis | null;
  /**
   * - noDrivers: the questionnaire has no dimension beside those that its overall score is made of
   * - protected: of employees: too few, or it would tell of a few of them beside what was published
   *
   * Null: there is an analysis.
   */
  readonly fault: DriverFault | { readonly code: 'noDrivers' | 'protected' } | null;
}

/** What moves overall happiness: the dimensions that are no part of its score, set against it. */
@Injectable()
export class DriverAnalyses {
  constructor(
    private readonly database: Database,
    private readonly instruments: KnownInstruments,
  ) {}

  /**
   * The drivers of a campaign over all respondents that count and answered about all of them; no answer is read. Of employees only
   * once their results are published, of all of them together, of no fewer than comments need, and of exactly those whose results were
   * published: two calls never differ by somebody.
   * @throws Problem `campaign.unknown`, `campaign.stillOpen`
   */
  of(code: string): Promise<SurveyDrivers> {
    return this.database.read(async (db) => {
      const { id, document } = await campaignOf(db, code);
      const isStaff = document.study === 'employee-happiness';
      if (isStaff && !(await findRelease(db, id))) throw new Problem('campaign.stillOpen', { params: { code } });
      const instrument = await this.instruments.named(db, document.instrument.code, document.instrument.version);
      if (!instrument) throw new Error(`A campaign asks by an instrument that is not published: ${code}`);
      const { drivers, keys } = questionsOf(instrument.compiled.instrument);
      if (drivers.length === 0) return { code, drivers, analysis: null, fault: { code: 'noDrivers' } };
      const places = keys.map((key) => instrument.layout.placeOf.get(key) ?? -1);
      const crossed = await crossedScores(db, { campaignId: id, layout: instrument.layout, places });
      if (isStaff && !isTold(await publishedOfAll(db, id), document, keys, crossed.n)) {
        return { code, drivers, analysis: null, fault: { code: 'protected' } };
      }
      return { code, drivers, ...analysisOf(crossed, drivers.length) };
    });
  }
}

/** What was published of all employees together, as long as these are all that count. */
async function publishedOfAll(db: EntityManager, campaignId: string): Promise<ReleasedGroup | undefined> {
  const all = (await listReleased(db, campaignId)).find(({ codes }) => Object.keys(codes).length === 0);
  return all?.n === (await countStandings(db, campaignId)).counted ? all : undefined;
}

function isTold(
  all: ReleasedGroup | undefined,
  { anonymity: { least, leastForComments } }: Campaign,
  keys: readonly SummedKey[],
  complete: number,
): boolean {
  return complete >= leastForComments && mayTellDrivers(all, keys, complete, least);
}

/** Scores are crossed in hundredths of a point. */
const perPoint = 100;

function analysisOf(crossed: CrossProducts, drivers: number): Pick<SurveyDrivers, 'analysis' | 'fault'> {
  const places = Array.from({ length: drivers }, (_, at) => at + 1);
  const { analysis, fault } = driversOf([crossed], 0, places);
  if (!analysis) return { analysis, fault };
  const { intercept, residualSpread } = analysis;
  return {
    analysis: { ...analysis, intercept: intercept / perPoint, residualSpread: residualSpread / perPoint },
    fault,
  };
}

/** The overall score and what might move it. */
function questionsOf(instrument: Instrument): Pick<SurveyDrivers, 'drivers'> & { readonly keys: readonly SummedKey[] } {
  const { summed } = tallyLayoutOf(instrument);
  const beside = instrument.dimensions.filter(
    ({ code, weight }) => weight === 0 && summed.includes(`dimension:${code}`),
  );
  return {
    drivers: beside.map(({ code, title }) => ({ dimension: code, title })),
    keys: ['overall', ...beside.map(({ code }): SummedKey => `dimension:${code}`)],
  };
}
