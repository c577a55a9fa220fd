import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  CampaignRules,
  customerResults,
  employeeResults,
  type CampaignResults,
  type CountedRow,
  type EarlierCampaign,
} from '#campaigns';
import { Problem } from '#contract';
import { cycleOf, findPrevious } from '#cycles';
import { Database } from '#database';
import { KnownInstruments, type KnownInstrument } from '#schemes';
import { Fold } from '../tally/fold.js';
import { campaignOf, type StoredCampaign } from '../campaign/campaign.queries.js';
import { areAnswersWaiting, findClosedCampaign, listCountedRows } from './counted-rows.queries.js';

/** What a campaign came to, with what it was. */
export interface SurveyResult extends CampaignResults {
  readonly code: string;
  readonly cycle: string;
  readonly study: CampaignRules['study'];
}

/** The results of campaigns, from their tallies: what was folded a moment ago is in them. */
@Injectable()
export class SurveyResults {
  constructor(
    private readonly database: Database,
    private readonly instruments: KnownInstruments,
    private readonly fold: Fold,
  ) {}

  /**
   * What a campaign came to. Employees' results are there when it is closed and all answers are mixed, once and for all: of a campaign that goes on, today's
   * minus yesterday's would be somebody's.
   * @throws Problem `campaign.unknown`, `campaign.stillOpen`
   */
  async results(code: string): Promise<SurveyResult> {
    await this.fold.drain();
    return this.database.read(async (db) => {
      const stored = await campaignOf(db, code);
      const { campaign, instrument, rows } = await this.counted(db, stored);
      const about = { code, cycle: campaign.cycle, study: campaign.study };
      if (campaign.study === 'customer-happiness')
        return { ...about, ...customerResults(campaign, instrument.layout, rows) };
      const isFinal = stored.state === 'closed' && !(await areAnswersWaiting(db, stored.id));
      if (!isFinal) throw new Problem('campaign.stillOpen', { params: { code } });
      const earlier = await this.earlier(db, campaign);
      return { ...about, ...employeeResults(campaign, instrument.layout, rows, earlier) };
    });
  }

  /** The campaign of the same study in the cycle before, as it was published. */
  private async earlier(db: EntityManager, { cycle, study }: CampaignRules): Promise<EarlierCampaign | null> {
    const previous = await findPrevious(db, await cycleOf(db, cycle));
    const code = previous && (await findClosedCampaign(db, previous.id, study));
    if (!code) return null;
    const { campaign, instrument, rows } = await this.counted(db, await campaignOf(db, code));
    return { campaign, layout: instrument.layout, rows };
  }

  private async counted(
    db: EntityManager,
    { id, document }: StoredCampaign,
  ): Promise<{ campaign: CampaignRules; instrument: KnownInstrument; rows: readonly CountedRow[] }> {
    const { code, version } = document.instrument;
    const instrument = await this.instruments.named(db, code, version);
    if (!instrument) throw new Error(`A campaign asks by an instrument that is not published: ${code} ${version}`);
    return { campaign: document, instrument, rows: await listCountedRows(db, id) };
  }
}
