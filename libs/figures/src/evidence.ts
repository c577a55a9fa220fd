import type { Counts } from '#scoring';

/** The three studies of a cycle. */
export const studyCodes = ['customer-happiness', 'employee-happiness', 'mystery-shopper'] as const;
export type StudyCode = (typeof studyCodes)[number];

/** Whether more is better. */
export type Polarity = 'higher' | 'lower';

/** How a value came about; its text `definition.<code>` says it to the reader. */
export const definitionCodes = ['indexOfItems', 'percentPositive', 'meanOfScale', 'topTwoBox', 'responseRate'] as const;
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

/** Where a figure came from: a line of a published file, or a tally folded from such lines. */
export interface Source {
  readonly kind: 'studyResult' | 'tally';
  readonly file: string;
  readonly sha256: string;
  /** The line of the file; null for a tally, which is folded from many. */
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

/** How many chose each answer, the worst first, of one service through one channel. */
export interface Tally {
  readonly agency: string;
  readonly study: StudyCode;
  readonly measure: string;
  readonly service: ServiceRef;
  readonly channel: string;
  readonly counts: Counts;
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
