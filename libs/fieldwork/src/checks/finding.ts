import { wordingIn, type Language, type Say } from '#contract';
import { weekdays, type Weekday } from '../plan/visit-plan.js';

/** How much a finding asks for a look: `serious` may mean that the visit was not made as told; `notice` is good to know. */
export type FindingWeight = 'serious' | 'notice';

const weights = {
  /** Stands in place of all others where a report could not be looked at; `findingsOf` never says it. */
  checkFailed: 'serious',
  outsideHours: 'serious',
  outsideFence: 'serious',
  mockLocation: 'serious',
  tooShort: 'serious',
  impossibleTravel: 'serious',
  photoSeen: 'serious',
  photoAlike: 'serious',
  allAlike: 'serious',
  commentsRepeated: 'serious',
  commentKnown: 'notice',
  contradiction: 'notice',
  tooQuick: 'notice',
  outsideWindow: 'notice',
  late: 'notice',
  poorAccuracy: 'notice',
  placeRefused: 'notice',
  photoTimes: 'notice',
  clockOff: 'notice',
  clockJumped: 'notice',
  timeZoneDiffers: 'notice',
  revisedMuch: 'notice',
} as const satisfies Record<string, FindingWeight>;

/** What can be found; each has a text `finding.<code>`. */
export type FindingCode = keyof typeof weights;
export const findingCodes = Object.keys(weights) as readonly FindingCode[];

/** A reason to look at a visit, never a verdict. */
export interface Finding {
  readonly code: FindingCode;
  /** The path of the answer it is about, such as `answers.wait`; null: the whole visit. */
  readonly item: string | null;
  /** What its text needs, and what leads to where it was found (`visit`: an id). Plain text and finite numbers. */
  readonly params: Readonly<Record<string, string | number>>;
}

/** How much a finding of this code asks for a look. */
export function findingWeight(code: FindingCode): FindingWeight {
  return weights[code];
}

/** Those that may mean that the visit was not made as told. */
export function serious(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ code }) => findingWeight(code) === 'serious');
}

/**
 * What a finding says to its reviewer, in one sentence.
 * @param language of `say`: the messages of contradictions stand in the plan by language
 */
export function findingText(say: Say, { code, params }: Finding, language: Language = 'ar'): string {
  const { weekday } = params;
  return say(`finding.${code}`, {
    ...params,
    ...(isWeekday(weekday) ? { weekday: say(`weekday.${weekday}`) } : {}),
    ...(code === 'contradiction' ? { message: messageIn(params, language) } : {}),
  });
}

function isWeekday(word: unknown): word is Weekday {
  return weekdays.some((weekday) => weekday === word);
}

function messageIn(params: Finding['params'], language: Language): string {
  const wording = Object.entries(params).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return wordingIn(Object.fromEntries(wording), language);
}
