import type { CampaignRules, Way } from '#campaigns';
import type { Wording } from '#contract';
import type { Instrument } from '#instruments';

/** One thing that can be chosen. */
export interface ShortOption {
  readonly code: string;
  readonly text: Wording;
  /** Of a face: 0 the saddest to 1 the happiest. */
  readonly mood?: number;
}

/** One question as a kiosk or a script asks it: tapped, or written. */
export interface ShortItem {
  readonly code: string;
  readonly type: 'scale' | 'choice' | 'choices' | 'text';
  readonly text: Wording;
  readonly help?: Wording;
  readonly required: boolean;
  /** In the order they are shown; none of a text. */
  readonly options: readonly ShortOption[];
  /** Of `choices`: how many may be chosen; of a text: how many characters. */
  readonly most: number;
  /** Of `choices`: those that stand alone. */
  readonly alone: readonly string[];
}

/** A few questions of an instrument that a sheet can end with: a face, then what is asked after that face. */
export interface ShortSurvey {
  readonly face: ShortItem;
  /** By what was answered to the face: the codes of what is asked next, in order. What is not required may be skipped. */
  readonly then: Readonly<Record<string, readonly string[]>>;
  /** Everything that `then` names. */
  readonly items: Readonly<Record<string, ShortItem>>;
}

/** What is the same for everybody who comes by one way in. */
export interface SharedForm extends Pick<
  CampaignRules,
  'title' | 'asker' | 'purpose' | 'minutes' | 'consent' | 'closes' | 'numerals' | 'scaleOrder'
> {
  readonly schema: 'nujoom.survey-form/1';
  /** The sealed code as an answer has to name it. */
  readonly code: string;
  readonly way: Way;
  readonly languages: readonly string[];
  /** Of the place that is asked about. */
  readonly names: { readonly agency: Wording; readonly centre?: Wording; readonly service?: Wording };
  readonly instrument: Instrument;
  /** Null: this instrument cannot be answered by faces and taps. */
  readonly short: ShortSurvey | null;
}

/** All that a device or a script needs to ask, stamped for one answer. */
export interface SurveyForm extends SharedForm {
  /** The id that the stamp is for; a device mints its own and leaves the stamp. */
  readonly response: string;
  readonly stamp: string;
  /** Zero bits of work that an answer by a script needs just now (`isWorked`); 0: none. */
  readonly workBits: number;
}
