import { Inject, Injectable } from '@nestjs/common';
import { Problem } from '#contract';
import { SETTINGS, type Settings } from '#settings';
import { Campaigns, CampaignWays, type OpenWay } from '#surveys';

/** The survey of the demonstration that anybody may try (demo/al-waha). */
const demonstration = 'al_waha_customers_2026_27';

/** The ways in to a survey that is open to be tried. */
export interface TrialWays {
  /** Addresses on this platform. */
  readonly link: string;
  readonly kiosk: string;
  /** What another website would write to ask the same. */
  readonly embed: (language: string) => string;
}

/** The demonstration's open survey, for the start page. */
@Injectable()
export class Trial {
  constructor(
    private readonly campaigns: Campaigns,
    private readonly places: CampaignWays,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Its ways in; null without the demonstration, and while its survey takes no answers. */
  async ways(now = Date.now()): Promise<TrialWays | null> {
    if (!(await this.isOpen(now))) return null;
    const [place] = await this.places.ways(demonstration);
    const code = (way: OpenWay['way']) => place?.ways.find((one) => one.way === way)?.code ?? '';
    const script = new URL('/embed.js', this.settings.address).href;
    return {
      link: `/s/${code('link')}`,
      kiosk: `/kiosk/${code('kiosk')}`,
      embed: (language) =>
        `<script src="${script}" defer></script>\n<nujoom-survey code="${code('embed')}" language="${language}"></nujoom-survey>`,
    };
  }

  private async isOpen(now: number): Promise<boolean> {
    const found = await this.campaigns.read(demonstration).catch((error: unknown) => {
      if (error instanceof Problem && error.code === 'campaign.unknown') return null;
      throw error;
    });
    if (found?.state !== 'open') return false;
    return now >= Date.parse(found.document.opens) && now < Date.parse(found.document.closes);
  }
}
