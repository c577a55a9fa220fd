import { Injectable } from '@nestjs/common';
import { Problem } from '#contract';
import { BoundedMap, Database } from '#database';
import type { SurveyPlace } from './open-campaigns.js';
import { countAt, listPlaceQuotas } from './quota.queries.js';

/** How long a count is believed, in ms: answers that are given meanwhile are taken, beyond the quota too. */
const believedFor = 2_000;
/** A count that took long is believed longer, so that no more than this part of the time goes into counting. */
const part = 0.05;

const none: ReadonlySet<number> = new Set();

/** The full places of a campaign, as they were counted. */
interface Counted {
  readonly full: Promise<ReadonlySet<number>>;
  until: number;
}

/**
 * Quotas that close (`whenFull: 'close'`). Nobody new is asked about a place that is full; whoever was asked already is heard, and
 * counts. Where answers are taken out again, it is asked about again.
 */
@Injectable()
export class Quotas {
  /** By campaign; they never change once it is open. */
  private readonly limits = new BoundedMap<string, ReadonlyMap<number, number>>(200);
  private readonly counted = new BoundedMap<string, Counted>(200);

  constructor(private readonly database: Database) {}

  /**
   * Says no where nobody new is asked.
   * @throws Problem `campaign.enough`
   */
  async mustHaveRoom({ campaignId, n }: Pick<SurveyPlace, 'campaignId' | 'n'>): Promise<void> {
    if ((await this.fullPlaces(campaignId)).has(n)) throw new Problem('campaign.enough');
  }

  /** The places of a campaign about which enough was answered, as of some seconds ago. Many who ask at once count once. */
  fullPlaces(campaignId: string): Promise<ReadonlySet<number>> {
    const known = this.counted.get(campaignId);
    if (known && known.until > Date.now()) return known.full;
    const counted: Counted = { full: this.count(campaignId), until: Infinity };
    const began = Date.now();
    counted.full.then(
      () => (counted.until = Date.now() + Math.max(believedFor, (Date.now() - began) / part)),
      () => (counted.until = 0),
    );
    return this.counted.set(campaignId, counted).full;
  }

  private async count(campaignId: string): Promise<ReadonlySet<number>> {
    const limits = this.limits.get(campaignId) ?? (await this.read(campaignId));
    if (limits.size === 0) return none;
    const counts = await this.database.read((db) => countAt(db, campaignId, [...limits.keys()]));
    return new Set([...limits].filter(([n, most]) => (counts.get(n) ?? 0) >= most).map(([n]) => n));
  }

  private async read(campaignId: string): Promise<ReadonlyMap<number, number>> {
    const quotas = await this.database.read((db) => listPlaceQuotas(db, campaignId, 'closing'));
    return this.limits.set(campaignId, new Map(quotas.map(({ n, most }) => [n, most])));
  }
}
