import type { Counts, ScoreSums } from '#scoring';

/** The three studies of a cycle. */
export const studyCodes = ['customer-happiness', 'employee-happiness', 'mystery-shopper'] as const;
export type StudyCode = (typeof studyCodes)[number];

/** Whether more is better. */
export type Polarity = 'higher' | 'lower';

/** How a value came about; its text `definition.<code>` says it to the reader. */
export const definitionCodes = [
  'indexOfItems',
  'percentPositive',
  'meanOfScale',
  'topTwoBox',
  'responseRate',
  'meanOfAnswers',
] as const;
export type DefinitionCode = (typeof definitionCodes)[number];

/** `headline`: the one figure that stands for its study; `participation`: how many took part, no score. */
export type MeasureKind = 'headline' | 'measure' | 'participation';

/** A name in both languages; one of the two may be missing, never both. */
export interface Name {
  readonly en: string | null;
  readonly ar: string | null;
}

/** What is measured. The code never changes across cycles. */
export interface Measure {
  readonly study: StudyCode;
  readonly code: string;
  readonly name: Name;
  readonly polarity: Polarity;
  readonly definition: DefinitionCode;
  readonly kind: MeasureKind;
}

export interface AgencyRef {
  readonly code: string;
  readonly name: Name;
  readonly group: Name;
}

export interface ServiceRef {
  readonly code: string;
  readonly name: Name;
}

export interface CycleRef {
  readonly key: string;
  /** First and last day, ISO. */
  readonly startsOn: string;
  readonly endsOn: string;
}

/**
 * Where a figure came from: a line of a published file, a tally folded from such lines, or the answers to a campaign of our own, whose
 * document is the file then.
 */
export interface Source {
  readonly kind: 'studyResult' | 'tally' | 'survey';
  readonly file: string;
  readonly sha256: string;
  /** The line of the file; null for a tally and a survey, which are folded from many. */
  readonly line: number | null;
}

/** A value as another system published it. */
export interface StudyResult {
  readonly agency: string;
  readonly study: StudyCode;
  readonly measure: string;
  /** 0 to 100, unrounded; null where the source says none. */
  readonly value: number | null;
  /** How many answered; null where the source does not say. */
  readonly answers: number | null;
  readonly source: Source;
}

/** How many chose each answer, the worst first, or what respondents scored, of one service through one channel. */
export interface Tally {
  readonly agency: string;
  readonly study: StudyCode;
  readonly measure: string;
  readonly service: ServiceRef;
  readonly channel: string;
  /** None where `scores` say it. */
  readonly counts: Counts;
  /** Of `meanOfAnswers`: what the questionnaires of a campaign score, weighted as the campaign says. */
  readonly scores?: ScoreSums;
  /** What those scores are made of: what is made of something else is another measure, and not compared. */
  readonly madeOf?: string;
  /** The fewest respondents of a result that is shown; none unless said. */
  readonly least?: number;
  /** Of employees: may not be shown, for they were too few, or it would tell of others. Its `scores` are nobody's then. */
  readonly isWithheld?: boolean;
  /** The days the counted periods run from and to, ISO: shorter than the cycle when it is not complete. */
  readonly coversFrom: string;
  readonly coversTo: string;
  readonly sources: readonly Source[];
}

/** A figure that was published together with the counts it claims to come from. */
export interface PublishedCount {
  readonly agency: string;
  readonly study: StudyCode;
  readonly measure: string;
  readonly service: ServiceRef;
  readonly channel: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly counts: Counts;
  readonly published: number;
}

/** One agency goes on as another, from the first day of a cycle on. */
export interface SuccessionLine {
  readonly predecessor: string;
  readonly successor: string;
  readonly since: string;
}

/** All that one cycle holds. */
export interface CycleEvidence {
  readonly cycle: CycleRef;
  readonly results: readonly StudyResult[];
  readonly tallies: readonly Tally[];
  /** What stands beside the figures of campaigns; none unless said. */
  readonly surveys?: readonly SurveyFacts[];
}

/** What became of the responses about an agency in the campaigns of one study. */
export interface SurveyFacts {
  readonly agency: string;
  readonly study: StudyCode;
  /** Responses that count; null: not even that may be known. */
  readonly counted: number | null;
  /** Suspected and waiting for a person. */
  readonly held: number;
  /** Taken out by a person. */
  readonly excluded: number;
  /** Of employees: the fewest of a group that is shown; null: of customers. */
  readonly least: number | null;
  /** What weights cost; null: all weigh the same. */
  readonly weighting: { readonly effectiveN: number; readonly designEffect: number } | null;
  /** Why the weights of the campaign were not used: the totals do not fit who answered; null: they were, or there are none. */
  readonly unweighted: 'totalsDoNotFit' | null;
}

/** All that the figures of one cycle are computed from. */
export interface Evidence {
  readonly measures: readonly Measure[];
  readonly agencies: readonly AgencyRef[];
  readonly successions: readonly SuccessionLine[];
  readonly now: CycleEvidence;
  readonly before: CycleEvidence | null;
  /** Every published figure with counts up to the end of the cycle: the series in which breaks are looked for. */
  readonly published: readonly PublishedCount[];
}
