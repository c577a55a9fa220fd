import { SentResponse } from '#campaigns';
import type { Answered, Interview } from './interview-model.js';

/** The most seconds a response may tell (30 days). */
const longest = 2_592_000;

/**
 * A finished interview as the response that is sent, its bytes fixed from here on. Null when it is not a whole response.
 * @param now device time, an ISO instant; how long it took is not told when the clock was set back meanwhile
 */
export function answeredBy(interview: Interview, now: string): Answered | null {
  const { id, campaign, place, language, consent, sheet, startedAt } = interview;
  const seconds = Math.round((Date.parse(now) - Date.parse(startedAt)) / 1_000);
  const body = SentResponse.safeParse({
    schema: 'nujoom.response/1',
    code: place.code,
    language,
    consent,
    ...(seconds >= 0 && seconds <= longest && { seconds }),
    sheet,
  });
  if (!body.success) return null;
  return { id, campaign, place, body: JSON.stringify(body.data), finishedAt: now, tries: 0, holdup: null };
}
