import { Injectable } from '@nestjs/common';
import type { Campaign } from '#campaigns';
import { Problem, type Wording } from '#contract';
import { Database } from '#database';
import { tallyLayoutOf, type Instrument, type SummedKey } from '#instruments';
import { KnownInstruments } from '#schemes';
import { driversOf, type CrossProducts, type DriverAnalysis, type DriverFault } from '#statistics';
import { campaignOf } from '../../campaign/campaign.queries.js';
import { areAnswersWaiting } from '../../results/counted-rows.queries.js';
import { crossedScores } from './crossed-scores.js';

/** What moves the overall happiness of a campaign. Respondents are not weighted. */
export interface SurveyDrivers {
  readonly code: string;
  /** The dimensions that might move it, in the order of `analysis.drivers`, whose `question` is their place here + 1. */
  readonly drivers: readonly { readonly dimension: string; readonly title: Wording }[];
  /** Null: see `fault`. */
  readonly analysis: DriverAnalysis | null;
  /** `noDrivers`: the questionnaire has no dimension beside those that its overall score is made of. Null: there is an analysis. */
  readonly fault: DriverFault | { readonly code: 'noDrivers' } | null;
}

/** What moves overall happiness: the dimensions that are no part of its score, set against it. */
@Injectable()
export class DriverAnalyses {
  constructor(
    private readonly database: Database,
    private readonly instruments: KnownInstruments,
  ) {}

  /**
   * The drivers of a campaign over all respondents that count and answered about all of them. The database adds up; no answer
   * is read. Of employees only when the campaign is closed, of all of them together, and of no fewer than comments need.
   * @throws Problem `campaign.unknown`, `campaign.stillOpen`
   */
  of(code: string): Promise<SurveyDrivers> {
    return this.database.read(async (db) => {
      const { id, state, document } = await campaignOf(db, code);
      const isStaff = document.study === 'employee-happiness';
      if (isStaff && (state !== 'closed' || (await areAnswersWaiting(db, id)))) {
        throw new Problem('campaign.stillOpen', { params: { code } });
      }
      const instrument = await this.instruments.named(db, document.instrument.code, document.instrument.version);
      if (!instrument) throw new Error(`A campaign asks by an instrument that is not published: ${code}`);
      const { drivers, keys } = questionsOf(instrument.compiled.instrument);
      if (drivers.length === 0) return { code, drivers, analysis: null, fault: { code: 'noDrivers' } };
      const places = keys.map((key) => instrument.layout.placeOf.get(key) ?? -1);
      const crossed = await crossedScores(db, { campaignId: id, layout: instrument.layout, places });
      return { code, drivers, ...analysisOf(crossed, document, drivers.length) };
    });
  }
}

function analysisOf(
  crossed: CrossProducts,
  { study, anonymity }: Campaign,
  drivers: number,
): Pick<SurveyDrivers, 'analysis' | 'fault'> {
  const needed = study === 'employee-happiness' ? anonymity.leastForComments : 0;
  if (crossed.n < needed) return { analysis: null, fault: { code: 'tooFewRespondents', effectiveN: 0, needed } };
  return driversOf(
    [crossed],
    0,
    Array.from({ length: drivers }, (_, at) => at + 1),
  );
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
