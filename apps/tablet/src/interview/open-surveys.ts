import type { InterviewCampaign } from '#campaigns';
import type { Instrument } from '#instruments';
import type { Interview, InterviewState, SurveyPlaces, Surveys } from '../store/interview-model.js';

/** A survey as the home screen shows it. */
export interface OpenSurvey {
  readonly campaign: InterviewCampaign;
  /** Its time has come. */
  readonly isOpen: boolean;
  /** Null: its places are not on this tablet yet. */
  readonly places: SurveyPlaces | null;
}

/**
 * The surveys that may be taken now or soon; those whose end has come, or that the office has closed, are left out.
 * @param now ms since 1970
 */
export function openSurveys({ surveys, places }: InterviewState, now: number): readonly OpenSurvey[] {
  return (surveys?.campaigns ?? [])
    .filter(({ code, closes }) => now < Date.parse(closes) && !surveys?.ended?.includes(code))
    .map((campaign) => ({
      campaign,
      isOpen: now >= Date.parse(campaign.opens),
      places: places.get(campaign.code) ?? null,
    }));
}

/** Whether there is anything to do about surveys, or anything that waits. */
export function hasInterviewWork(state: InterviewState, now: number): boolean {
  const { begun, waiting, sent } = state;
  return [begun, waiting, sent, openSurveys(state, now)].some(({ length }) => length > 0);
}

/** What an interview needs to be asked; null: it is not on this tablet. */
export function surveyOf(
  surveys: Surveys | null,
  { campaign: code, instrument: { code: name, version } }: Pick<Interview, 'campaign' | 'instrument'>,
): { readonly campaign: InterviewCampaign; readonly instrument: Instrument } | null {
  const campaign = surveys?.campaigns.find((one) => one.code === code);
  const instrument = surveys?.instruments.find((one) => one.code === name && one.version === version);
  return campaign && instrument ? { campaign, instrument } : null;
}
