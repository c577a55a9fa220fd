import type { SentResponse } from '#campaigns';
import type { SurveyForm } from '../../../api/src/surveys/kiosk/survey-form.js';
import type { Draft } from '../store/kiosk-store.js';
import { isEnough, sheetOf, shortOf, type Sitting } from './sitting.js';

/** Which form is asked, in which language. */
export interface Asked {
  readonly form: SurveyForm;
  /** Its tag. */
  readonly language: string;
}

/**
 * What was tapped so far, as it would be sent.
 * @param repeated taps that were ignored since the last answer was finished
 * @param now ms by the clock of this device
 */
export function draftOf({ form, language }: Asked, sitting: Sitting, repeated: number, now: number): Draft {
  const short = shortOf(form);
  // No seconds: they are judged by how long the whole questionnaire takes, and a kiosk asks a part of it.
  const sent: SentResponse = {
    schema: 'nujoom.response/1',
    code: form.code,
    language,
    consent: form.consent.version,
    ...(repeated > 0 && { repeatedTaps: repeated }),
    sheet: sheetOf(short, sitting),
  };
  return { id: sitting.id, at: now, sent, isEnough: isEnough(short, sitting) };
}
