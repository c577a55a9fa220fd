import type { Wording } from '#contract';
import type { Instrument } from '#instruments';
import type { CampaignRules } from '../document/campaign.js';

/** A campaign that interviews are held for: what a tablet needs to ask, without its places, which grow with the network. */
export interface InterviewCampaign extends Pick<
  CampaignRules,
  'code' | 'title' | 'asker' | 'purpose' | 'minutes' | 'consent' | 'opens' | 'closes' | 'scaleOrder' | 'instrument'
> {
  /** Tags of the languages it may be asked in; at least one. */
  readonly languages: readonly string[];
  /** How many places it asks about. */
  readonly placeCount: number;
}

/** A place that interviews are held about. */
export interface InterviewPlace {
  /** Its number in the platform: a later page begins after the last of these. */
  readonly n: number;
  /** The sealed code of the way in `interviewer`: what a response names. */
  readonly code: string;
  /** The codes of the network; null: the place is not narrowed to one. */
  readonly agency: string;
  readonly centre: string | null;
  readonly service: string | null;
  readonly channel: string | null;
  readonly names: { readonly agency: Wording; readonly centre?: Wording; readonly service?: Wording };
}

/** All campaigns that a tablet may interview for now, or soon: open ones among customers whose end is still to come. */
export interface InterviewWork {
  /** The server's time when this was made: an ISO instant. */
  readonly now: string;
  readonly campaigns: readonly InterviewCampaign[];
  /** Every instrument the campaigns name, once each. */
  readonly instruments: readonly Instrument[];
}

/** Places of one campaign, by number. */
export interface InterviewPlacePage {
  readonly places: readonly InterviewPlace[];
  /** After which number to go on; null: there are no more. */
  readonly next: number | null;
}
