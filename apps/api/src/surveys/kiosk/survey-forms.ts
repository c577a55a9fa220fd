import { Injectable } from '@nestjs/common';
import type { CampaignRules, Way } from '#campaigns';
import { Problem } from '#contract';
import { languagesOf, mustBeOpen, OpenCampaigns, Quotas, Responses, type SurveyPlace } from '#surveys';
import { shortSurveyOf } from './short-survey.js';
import type { SharedForm, ShortSurvey, SurveyForm } from './survey-form.js';

/** Ways whose answers come in by themselves, without a page of ours. */
const asking: ReadonlySet<Way> = new Set(['link', 'kiosk', 'embed', 'interviewer']);

/** Forms for devices and scripts. All but the stamp is the same for everybody, so it is written once for as long as its place is believed. */
@Injectable()
export class SurveyForms {
  private readonly written = new WeakMap<SurveyPlace, Map<string, string>>();
  private readonly short = new WeakMap<CampaignRules, ShortSurvey | null>();

  constructor(
    private readonly campaigns: OpenCampaigns,
    private readonly responses: Responses,
    private readonly quotas: Quotas,
  ) {}

  /**
   * A `SurveyForm` as JSON, stamped anew.
   * @throws Problem `response.wayUnknown`, also for codes that are no device's; `campaign.notOpen`, `campaign.notYetOpen`, `campaign.over`,
   *   `campaign.enough`
   */
  async form(typed: string): Promise<string> {
    const code = typed.toLowerCase().replaceAll('o', '0').replaceAll(/[il]/g, '1');
    const { place, way } = await this.campaigns.wayIn(code);
    if (!asking.has(way) || place.campaign.study === 'employee-happiness') throw new Problem('response.wayUnknown');
    mustBeOpen(place, Date.now());
    if (way !== 'interviewer') await this.quotas.mustHaveRoom(place);
    const stamp = await this.responses.newForm(code);
    const own: Pick<SurveyForm, 'response' | 'stamp' | 'workBits'> = {
      response: stamp.slice(0, stamp.indexOf('.')),
      stamp,
      workBits: this.responses.workBits(place),
    };
    return `${this.shared(place, way, code).slice(0, -1)},${JSON.stringify(own).slice(1)}`;
  }

  private shared(place: SurveyPlace, way: Way, code: string): string {
    const known = this.written.get(place) ?? new Map<string, string>();
    this.written.set(place, known);
    const text = known.get(code) ?? JSON.stringify(this.sharedForm(place, way, code));
    known.set(code, text);
    return text;
  }

  private sharedForm(place: SurveyPlace, way: Way, code: string): SharedForm {
    const { campaign, instrument, names } = place;
    const { title, asker, purpose, minutes, consent, closes, numerals, scaleOrder } = campaign;
    return {
      schema: 'nujoom.survey-form/1',
      ...{ code, way, title, asker, purpose, minutes, consent, closes, numerals, scaleOrder, names },
      languages: languagesOf(place),
      instrument: instrument.compiled.instrument,
      short: this.shortOf(place),
    };
  }

  private shortOf({ campaign, instrument }: SurveyPlace): ShortSurvey | null {
    const known = this.short.get(campaign);
    if (known !== undefined) return known;
    const made = shortSurveyOf(instrument.compiled, campaign);
    this.short.set(campaign, made);
    return made;
  }
}
