import { Injectable } from '@nestjs/common';
import { PlatformSecret } from '#access';
import { CampaignRules, openCode, sealCode, type Way, type WayIn } from '#campaigns';
import { Problem } from '#contract';
import { BoundedMap, Database } from '#database';
import { KnownInstruments, type KnownInstrument } from '#schemes';
import { campaignDocument, findPlace, type PlaceRow } from './place.queries.js';

/** A place that a campaign asks about, with all that asking and storing need. */
export interface SurveyPlace extends PlaceRow {
  readonly campaign: CampaignRules;
  readonly instrument: KnownInstrument;
}

/** The languages it can be answered in. */
export function languagesOf({
  campaign,
  instrument,
}: {
  readonly campaign: Pick<CampaignRules, 'languages'>;
  readonly instrument: Pick<KnownInstrument, 'compiled'>;
}): readonly string[] {
  return campaign.languages ?? instrument.compiled.instrument.languages;
}

/** How long what is known of a place is believed, in ms: closing a campaign takes effect everywhere within it. */
const believedFor = 1_000;

interface Known {
  readonly place: Promise<SurveyPlace | null>;
  readonly until: number;
}

/** Places of campaigns as ways in find them. What was read a moment ago is not read again. */
@Injectable()
export class OpenCampaigns {
  private readonly known = new BoundedMap<number, Known>(5_000);
  private readonly opened = new BoundedMap<string, WayIn>(5_000);
  private readonly rules = new BoundedMap<string, CampaignRules>(100);

  constructor(
    private readonly database: Database,
    private readonly secret: PlatformSecret,
    private readonly instruments: KnownInstruments,
  ) {}

  /** The sealed code of a way in. */
  async codeFor(place: number, way: Way): Promise<string> {
    return sealCode(await this.secret.keyFor('survey codes'), { place, way });
  }

  /**
   * What a sealed code leads to, whatever state its campaign is in.
   * @throws Problem `response.wayUnknown`
   */
  async wayIn(code: string): Promise<{ readonly way: Way; readonly place: SurveyPlace }> {
    const opened = this.opened.get(code) ?? openCode(await this.secret.keyFor('survey codes'), code);
    const place = opened && (await this.place(opened.place));
    if (!opened || !place) throw new Problem('response.wayUnknown');
    this.opened.set(code, opened);
    return { way: opened.way, place };
  }

  /** A place by its number, or null. Of many who ask at once one reads it, and all wait for him. */
  place(n: number): Promise<SurveyPlace | null> {
    const known = this.known.get(n);
    if (known && known.until > Date.now()) return known.place;
    const place = this.read(n);
    this.known.set(n, { place, until: Infinity });
    place.then(
      () => this.known.set(n, { place, until: Date.now() + believedFor }),
      () => this.known.set(n, { place, until: 0 }),
    );
    return place;
  }

  private read(n: number): Promise<SurveyPlace | null> {
    return this.database.read(async (db) => {
      const row = await findPlace(db, n);
      if (!row) return null;
      const campaign = this.rules.get(row.hash) ?? CampaignRules.parse(await campaignDocument(db, row.campaignId));
      this.rules.set(row.hash, campaign);
      return { ...row, campaign, instrument: await this.instruments.withId(db, row.instrumentId) };
    });
  }
}

/** How long after the end what a device kept without network is still taken, in ms: a week. */
const lateFor = 7 * 86_400_000;

/**
 * Why no answers are taken now; null: they are.
 * @param mayBeLate it may have been given in time and kept by a device since: taken for a week, unless the campaign was closed by hand
 */
export function closedBy(
  { state, campaign }: Pick<SurveyPlace, 'state' | 'campaign'>,
  now: number,
  mayBeLate = false,
): 'campaign.notOpen' | 'campaign.notYetOpen' | 'campaign.over' | null {
  if (state === 'draft') return 'campaign.notOpen';
  if (now < Date.parse(campaign.opens)) return 'campaign.notYetOpen';
  const end = Date.parse(campaign.closes) + (mayBeLate ? lateFor : 0);
  return state === 'closed' || now >= end ? 'campaign.over' : null;
}

/**
 * Says no unless answers are taken now.
 * @param mayBeLate see `closedBy`
 * @throws Problem `campaign.notOpen`, `campaign.notYetOpen`, `campaign.over`
 */
export function mustBeOpen(place: Pick<SurveyPlace, 'state' | 'campaign'>, now: number, mayBeLate = false): void {
  const reason = closedBy(place, now, mayBeLate);
  if (reason) throw new Problem(reason);
}
