import { problemStatus, type ProblemCode } from './problem-codes.js';

/** One thing wrong with what was sent: where, what stands there, and what is expected. All plain text. */
export interface Fault {
  /** A field's path, a column's name, or a setting's name. */
  readonly where: string;
  /** The sheet of a workbook; absent for anything else. */
  readonly sheet?: string;
  /** The line of a file or sheet, counted from 1; absent for a request. */
  readonly line?: number;
  /** What was found there, shortened to 200 characters. */
  readonly value?: string;
  /** A key of the texts under `fault.`, so that the reason is said in the reader's language. */
  readonly reason: FaultReason;
  /** What the text of the reason needs. */
  readonly params?: Readonly<Record<string, string | number>>;
}

/** What can be wrong with one value. Each has a text `fault.<reason>` in every language. */
export const faultReasons = [
  'missing',
  'unknown',
  'notANumber',
  'outOfRange',
  'notAWholeNumber',
  'notText',
  'tooLong',
  'notOneOf',
  'notAPeriod',
  'periodTooLong',
  'twice',
  'contradicts',
  'columnsDiffer',
  'notReadable',
  'notAllowedCharacters',
  'invalid',
  'fileMissing',
  'fileRefused',
  'conflictOfInterest',
  'noPlaceLeft',
  'nothingToSettle',
  'notAList',
  'notAnObject',
  'notTrueOrFalse',
  'brokenText',
  'tooDeep',
  'tooShort',
  'tooSmall',
  'tooLarge',
  'tooFew',
  'tooMany',
  'tooManyDecimals',
  'repeated',
  'reservedWord',
  'minAboveMax',
  'emptyRange',
  'rangesOverlap',
  'npsOptions',
  'noEffect',
  'criticalUnscored',
  'weightsAllZero',
  'tooManyItems',
  'conditionSyntax',
  'conditionTypes',
  'conditionTooLarge',
  'conditionNotTruth',
  'conditionNotAllowed',
  'conditionUnknownItem',
  'conditionItemType',
  'conditionOutOfReach',
  'conditionUnknownOption',
  'conditionCycle',
  'notAsked',
  'valueAndNotApplicable',
  'cannotBeNotApplicable',
  'constraint',
  'standsAlone',
  'endsBeforeStart',
  'tooLongBetween',
  'endsNeeded',
  'comparesLess',
  'stillThere',
  'notNamed',
  'commentNeeded',
  'evidenceNeeded',
  'formula',
  'notSupported',
  'notAbove',
  'mustDiffer',
  'needs',
  'noCriterion',
  'ruleSameCentre',
  'ruleShare',
  'ruleBetween',
  'ruleConflict',
  'ruleOwnAgency',
  'ruleLanguage',
  'ruleGender',
  'ruleNotActive',
  'rulePair',
  'notArrived',
  'notAmongPhotos',
  'noPlannedDay',
  'photoNotAccepted',
] as const;
export type FaultReason = (typeof faultReasons)[number];

/** What the text of a problem needs, and what a client may read beside it. */
export interface ProblemDetails {
  readonly params?: Readonly<Record<string, string | number>>;
  readonly faults?: readonly Fault[];
  /** Seconds after which another try makes sense. */
  readonly retryAfter?: number;
}

/** A refusal with one name, the same in the API, the command line and the pages. */
export class Problem extends Error {
  readonly status: number;

  constructor(
    readonly code: ProblemCode,
    readonly details: ProblemDetails = {},
    options?: ErrorOptions,
  ) {
    super(`${code} ${JSON.stringify(details).slice(0, 500)}`, options);
    this.name = 'Problem';
    this.status = problemStatus[code];
  }
}
