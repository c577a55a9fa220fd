import type { InterviewCampaign } from '#campaigns';
import type { Interview, InterviewedPlace } from '../store/interview-model.js';

/** The way of an interview, a screen each: where, in which language, with consent, the questions, thanks. */
export type InterviewStep =
  | { readonly at: 'place'; readonly campaign: InterviewCampaign }
  | { readonly at: 'language'; readonly campaign: InterviewCampaign; readonly place: InterviewedPlace }
  | {
      readonly at: 'consent' | 'thanks';
      readonly campaign: InterviewCampaign;
      readonly place: InterviewedPlace;
      readonly language: string;
    }
  | { readonly at: 'questions'; readonly interview: Interview };

/** Where an interview begins: a survey about one place asks for no place. */
export function firstStep(campaign: InterviewCampaign, places: readonly InterviewedPlace[]): InterviewStep {
  const [only] = places;
  return only && places.length === 1 && campaign.placeCount === 1
    ? { at: 'language', campaign, place: only }
    : { at: 'place', campaign };
}
