/** What was given for one item. Nothing but what is listed here; absent fields were not given. */
export interface Given {
  /** The answer itself, by the item's type (see `AnswerValue`). */
  readonly value?: AnswerValue;
  /** It does not apply: the code of the reason. Never together with a value. */
  readonly notApplicable?: string;
  readonly comment?: string;
  /** SHA-256 (64 small hex digits) of each photo or file beside the answer. */
  readonly evidence?: readonly string[];
}

/**
 * - yesNo: 'yes' or 'no'; scale, choice: the option's code; choices, ranking: option codes, a ranking best first
 * - number, money: a number; text: text; date: YYYY-MM-DD; time: HH:MM
 * - timePair: both stamps as ISO instants; minutes are computed, never sent
 * - file: SHA-256 of each; signature: SHA-256 of its picture
 * - location: degrees (WGS 84) and metres, or that it was refused
 * - matrix: an option's code by row
 */
export type AnswerValue =
  | string
  | number
  | readonly string[]
  | { readonly from: string; readonly to: string }
  | { readonly latitude: number; readonly longitude: number; readonly accuracy: number }
  | { readonly refused: true }
  | { readonly rows: Readonly<Record<string, string>> };

/** The answers of one section of items, by item code. */
export type Answers = Readonly<Record<string, Given>>;

/** One filled instrument: all that was answered. What is not named was not answered. */
export interface AnswerSheet {
  readonly answers: Answers;
  /** For sections that repeat: their answers, once for each time, by section code. */
  readonly repeats?: Readonly<Record<string, readonly Answers[]>>;
}

/** What became of an item: four different things to the very end. */
export type ItemState = 'answered' | 'notApplicable' | 'missing' | 'notAsked';
