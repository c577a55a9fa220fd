import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '#access';
import { CampaignRules, type InterviewCampaign, type InterviewPlacePage, type InterviewWork } from '#campaigns';
import { Problem } from '#contract';
import { BoundedMap, Database } from '#database';
import type { Instrument } from '#instruments';
import { KnownInstruments } from '#schemes';
import { OpenCampaigns } from '../campaign/open-campaigns.js';
import { listPlaces } from '../campaign/place-rows.queries.js';
import { campaignDocument } from '../campaign/place.queries.js';
import { listInterviewed, type InterviewedRow } from './interview.queries.js';

/** Places told at once. */
const page = 1_000;

/** What the tablets of interviewers take with them. What they bring back comes in by `Responses`. */
@Injectable()
export class Interviews {
  private readonly rules = new BoundedMap<string, CampaignRules>(100);

  constructor(
    private readonly database: Database,
    private readonly open: OpenCampaigns,
    private readonly instruments: KnownInstruments,
  ) {}

  /**
   * The campaigns that may be interviewed for, also those whose time is still to come, with their instruments.
   * @param shopper whose enrolled tablet asks
   * @throws Problem `access.notAllowed` when no tablet asks
   */
  work(shopper: Actor): Promise<InterviewWork> {
    mustBeTablet(shopper);
    return this.database.read(async (db) => {
      const instruments = new Map<string, Instrument>();
      const campaigns: InterviewCampaign[] = [];
      for (const row of await listInterviewed(db)) {
        const rules = await this.rulesOf(db, row);
        if (Date.parse(rules.closes) <= Date.now()) continue;
        const { instrument } = (await this.instruments.withId(db, row.instrumentId)).compiled;
        instruments.set(row.instrumentId, instrument);
        campaigns.push(campaignOf(rules, instrument, row));
      }
      return { now: new Date().toISOString(), campaigns, instruments: [...instruments.values()] };
    });
  }

  /**
   * Places of a campaign with their codes for interviews, at most a thousand, by number.
   * @param after the number of the last place that was read before; 0: from the first
   * @throws Problem `access.notAllowed` when no tablet asks; `campaign.unknown`, also of one that is not open or among employees
   */
  async places(shopper: Actor, code: string, after: number): Promise<InterviewPlacePage> {
    mustBeTablet(shopper);
    const lines = await this.database.read(async (db) => {
      const [campaign] = await listInterviewed(db, code);
      if (!campaign) throw new Problem('campaign.unknown', { params: { code: code.slice(0, 64) } });
      return listPlaces(db, { campaignId: campaign.id, after, most: page });
    });
    const places = await Promise.all(
      lines.map(async (line) => ({ ...line, code: await this.open.codeFor(line.n, 'interviewer') })),
    );
    return { places, next: places.length < page ? null : (places.at(-1)?.n ?? null) };
  }

  private async rulesOf(db: EntityManager, { id, hash }: InterviewedRow): Promise<CampaignRules> {
    return this.rules.get(hash) ?? this.rules.set(hash, CampaignRules.parse(await campaignDocument(db, id)));
  }
}

/** Who interviews is recorded with each response, and known by the tablet alone. */
function mustBeTablet({ deviceId }: Actor): void {
  if (deviceId === null) throw new Problem('access.notAllowed');
}

function campaignOf(rules: CampaignRules, instrument: Instrument, { placeCount }: InterviewedRow): InterviewCampaign {
  const { code, title, asker, purpose, minutes, consent, opens, closes, scaleOrder } = rules;
  return {
    ...{ code, title, asker, purpose, minutes, consent, opens, closes, scaleOrder, placeCount },
    instrument: rules.instrument,
    languages: rules.languages ?? instrument.languages,
  };
}
