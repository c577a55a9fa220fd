import type { Way } from '#campaigns';
import type { SurveyPlace } from '#surveys';

/** How somebody came to a survey: what it asks about, and where its form is sent. */
export interface Entrance {
  readonly place: SurveyPlace;
  /** The sealed code of the way in. */
  readonly code: string;
  readonly way: Way;
  /** Where forms are sent: `/s/<code>`, or `/a`, where the token of a personal link stands in the form. */
  readonly action: string;
  /** Of a personal link; null: none. It never stands in an address that a page sends on. */
  readonly token: string | null;
}
