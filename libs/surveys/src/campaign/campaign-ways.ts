import { Inject, Injectable } from '@nestjs/common';
import type { Way } from '#campaigns';
import { Database } from '#database';
import { SETTINGS, type Settings } from '#settings';
import { campaignNamed } from './campaign.queries.js';
import { OpenCampaigns } from './open-campaigns.js';
import { listPlaces, type PlaceLine } from './place-rows.queries.js';

/** One way in that anybody may take. */
export interface OpenWay {
  readonly way: Extract<Way, 'link' | 'kiosk' | 'embed'>;
  readonly code: string;
  /** Where it begins. */
  readonly address: string;
}

/** A place of a campaign with its ways in. */
export interface PlaceWays extends PlaceLine {
  /** None of a campaign among employees: they are invited one by one. */
  readonly ways: readonly OpenWay[];
}

const openWays = ['link', 'kiosk', 'embed'] as const;

/** Places read at once. */
const page = 1_000;

/** The ways in to the places of opened campaigns. */
@Injectable()
export class CampaignWays {
  constructor(
    private readonly database: Database,
    private readonly open: OpenCampaigns,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * The places of a campaign with their ways in, at most a thousand, by number; none before it is opened.
   * Refuses with `campaign.unknown`.
   * @param after the number of the last place that was read before; 0: from the first
   */
  async ways(code: string, after = 0): Promise<PlaceWays[]> {
    const { study, places } = await this.database.read(async (db) => {
      const { id, study } = await campaignNamed(db, code);
      return { study, places: await listPlaces(db, { campaignId: id, after, most: page }) };
    });
    const kinds = study === 'employee-happiness' ? [] : openWays;
    return Promise.all(
      places.map(async (place) => ({
        ...place,
        ways: await Promise.all(kinds.map((way) => this.wayIn(place.n, way))),
      })),
    );
  }

  /** All of them, a page at a time. Refuses as `ways` does. */
  async *all(code: string): AsyncGenerator<readonly PlaceWays[]> {
    let after = 0;
    for (;;) {
      const some = await this.ways(code, after);
      if (some.length > 0) yield some;
      if (some.length < page) return;
      after = some.at(-1)?.n ?? after;
    }
  }

  /** One way in to a place by its number. */
  async wayIn(place: number, way: OpenWay['way']): Promise<OpenWay> {
    const code = await this.open.codeFor(place, way);
    return { way, code, address: new URL(`/${way === 'kiosk' ? 'kiosk' : 's'}/${code}`, this.settings.address).href };
  }
}
