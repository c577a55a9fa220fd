import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { customerResults, employeeResults, type CampaignResults, type CampaignRules } from '#campaigns';
import { Database } from '#database';
import { KnownInstruments } from '#schemes';
import { Fold } from '../tally/fold.js';
import { campaignOf, type StoredCampaign } from '../campaign/campaign.queries.js';
import { listCountedRows } from './counted-rows.queries.js';
import { findRelease, listReleased } from './release.queries.js';

/**
 * How far results are: of customers they are always there; those of employees are published once, when the campaign is closed and
 * all answers are mixed and counted (`notYet`), and it takes a while until they are (`computing`).
 */
export type ResultState = 'notYet' | 'computing' | 'ready';

/** What a campaign came to, with what it was. */
export interface SurveyResult extends CampaignResults {
  readonly code: string;
  readonly cycle: string;
  readonly study: CampaignRules['study'];
  readonly state: ResultState;
  /** When results of employees were published, for good; null: they are not, or they are of customers. */
  readonly releasedAt: Date | null;
}

/** The results of campaigns: of customers from their tallies, with what was folded a moment ago; of employees as published. */
@Injectable()
export class SurveyResults {
  constructor(
    private readonly database: Database,
    private readonly instruments: KnownInstruments,
    private readonly fold: Fold,
  ) {}

  /** What a campaign came to; no groups while those of employees are not published. @throws Problem `campaign.unknown` */
  async results(code: string): Promise<SurveyResult> {
    await this.fold.drain();
    return this.database.read(async (db) => {
      const stored = await campaignOf(db, code);
      const { cycle, study } = stored.document;
      const about = { code, cycle, study };
      if (study === 'employee-happiness') return { ...about, ...(await publishedOf(db, stored)) };
      return { ...about, state: 'ready', releasedAt: null, ...(await this.ofCustomers(db, stored)) };
    });
  }

  private async ofCustomers(db: EntityManager, { id, document }: StoredCampaign): Promise<CampaignResults> {
    const { code, version } = document.instrument;
    const instrument = await this.instruments.named(db, code, version);
    if (!instrument) throw new Error(`A campaign asks by an instrument that is not published: ${code} ${version}`);
    const asked = { instrument: instrument.compiled.instrument, layout: instrument.layout };
    return customerResults(document, asked, await listCountedRows(db, id));
  }
}

async function publishedOf(
  db: EntityManager,
  { id, state }: StoredCampaign,
): Promise<CampaignResults & Pick<SurveyResult, 'state' | 'releasedAt'>> {
  const releasedAt = await findRelease(db, id);
  if (releasedAt) return { state: 'ready', releasedAt, ...employeeResults(await listReleased(db, id)) };
  return { state: state === 'closed' ? 'computing' : 'notYet', releasedAt, groups: [], weighting: null };
}
