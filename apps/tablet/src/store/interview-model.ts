import type { InterviewCampaign, InterviewPlace } from '#campaigns';
import type { Instrument } from '#instruments';
import type { Filled, Holdup } from './filled.js';

/** Where an interview is held: as much of a place as its later life needs. */
export type InterviewedPlace = Pick<InterviewPlace, 'code' | 'names'>;

/** An interview that was begun: somebody has agreed and is being asked. */
export interface Interview extends Filled {
  /** The code of the campaign. */
  readonly campaign: string;
  readonly instrument: InterviewCampaign['instrument'];
  readonly place: InterviewedPlace;
  /** Tag of the language it is held in. */
  readonly language: string;
  /** The version of the text that was agreed to. */
  readonly consent: number;
}

/** A finished interview on its way. It cannot be changed any more. */
export interface Answered extends Pick<Interview, 'id' | 'campaign' | 'place'> {
  /** The response as JSON, the very bytes that are sent each time. */
  readonly body: string;
  readonly finishedAt: string;
  readonly tries: number;
  readonly holdup: Holdup | null;
}

/** An interview that the server has: its answers are gone from here. */
export interface Interviewed extends Pick<Interview, 'id' | 'campaign'> {
  readonly sentAt: string;
}

/** What the office lets this tablet ask, as it was fetched last. */
export interface Surveys {
  readonly campaigns: readonly InterviewCampaign[];
  readonly instruments: readonly Instrument[];
  /** The codes of campaigns that are here only until what was begun about them is finished: nobody else is asked. */
  readonly ended?: readonly string[];
}

/** The places of one campaign, as far as a tablet keeps them. */
export interface SurveyPlaces {
  readonly campaign: string;
  readonly places: readonly InterviewPlace[];
  readonly fetchedAt: string;
}

/** What screens can show of interviews. */
export interface InterviewState {
  /** Null: never fetched. */
  readonly surveys: Surveys | null;
  /** By the code of the campaign; none: not fetched yet. */
  readonly places: ReadonlyMap<string, SurveyPlaces>;
  /** Begun and not finished, the latest first. */
  readonly begun: readonly Interview[];
  /** The first finished first. */
  readonly waiting: readonly Answered[];
  /** The latest first; those of some days alone are kept. */
  readonly sent: readonly Interviewed[];
}

/** What an interview begins with. */
export type NewInterview = Pick<Interview, 'campaign' | 'instrument' | 'place' | 'language' | 'consent'>;

/** What screens can do about interviews, all of it without a network. */
export interface InterviewStore {
  /** Somebody has agreed to be asked. */
  begin(about: NewInterview): Promise<Interview>;
  /** Saves what was answered so far, as `TabletStore.save` does. */
  save(interview: Interview): Promise<void>;
  /** Throws away an interview that was broken off. */
  drop(id: string): Promise<void>;
  /** Locks an interview without faults and hands it to the outbox. */
  finish(interview: Interview): Promise<void>;
}
