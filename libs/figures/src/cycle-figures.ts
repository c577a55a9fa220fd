import type { Quarter, RankInterval } from '#statistics';
import type { AgencyRef, CycleRef, Measure, ServiceRef, StudyCode, SurveyFacts } from './evidence.js';
import type { Figure } from './figure.js';
import type { FigureChange, Verdict } from './figure-change.js';
import type { Cohort } from './lineage.js';
import type { PublishedSeries } from './published-series.js';
import type { Spread } from './spread.js';
import type { AgencyStarFigures } from './star-figures.js';
import type { ProgrammeStarFigures } from './star-programme.js';

/** A part of an agency's evidence that is shown beside the whole. */
export interface Part {
  readonly service: ServiceRef;
  readonly channel: string;
}

/** Where an agency stands among all that have the measure; the quarter is what is printed, the rank is behind it. */
export interface Position {
  readonly quarter: Quarter;
  /** 1 is best; equals share a rank. */
  readonly rank: number;
  readonly tiedWith: number;
  /** The ranks that chance leaves open, at 95 %; null where the sources give no ground for it. */
  readonly rankInterval: RankInterval | null;
  /** How many agencies are ranked. */
  readonly of: number;
}

/** One measure of one agency: this cycle, the previous, the change, and the programme around it. */
export interface MeasureFigures {
  readonly measure: string;
  /** A service and channel; null: the agency as a whole. */
  readonly part: Part | null;
  readonly now: Figure;
  readonly before: Figure | null;
  readonly change: FigureChange;
  /** The median of the agencies; null for a part, and where fewer than three have the measure. */
  readonly median: number | null;
  /** How far the agency is on the good side of the median, in points; negative: on the bad side. */
  readonly lead: number | null;
  readonly position: Position | null;
}

/** One study of one agency. */
export interface StudyFigures {
  readonly study: StudyCode;
  readonly cohort: Cohort;
  /** The agencies of the previous cycle that it goes on, where that is not simply itself. */
  readonly from: readonly AgencyRef[];
  /** The measure that stands for the study; null when the source has none. */
  readonly headline: MeasureFigures | null;
  /** All measures of the agency as a whole, the headline among them, in the order of the source. */
  readonly measures: readonly MeasureFigures[];
  /** The headline by service and channel, where the evidence has more than the whole. */
  readonly parts: readonly MeasureFigures[];
  readonly participation: MeasureFigures | null;
  /** The codes of measures that it had in the previous cycle and has no value of now, in the order of the source. */
  readonly dropped: readonly string[];
  /** What became of the responses, where campaigns of our own were answered; else null. */
  readonly survey: Omit<SurveyFacts, 'agency' | 'study'> | null;
  /** Figures that were published with counts, checked. */
  readonly published: readonly PublishedSeries[];
}

/** A measure that stands out against the programme's median. */
export interface Standout {
  readonly study: StudyCode;
  readonly measure: string;
  readonly value: number;
  readonly median: number;
  /** In points, on the good side positive. */
  readonly lead: number;
}

/** All that is said about one agency in one cycle. */
export interface AgencyFigures {
  readonly agency: AgencyRef;
  readonly studies: readonly StudyFigures[];
  /** At most three measures furthest on the good side of the median, the best first. */
  readonly strengths: readonly Standout[];
  /** At most three furthest on the bad side, the worst first. */
  readonly gaps: readonly Standout[];
  /** Of its service centres; null: the cycle has no rating scheme, or the agency no centre that is rated. */
  readonly stars: AgencyStarFigures | null;
}

/** The change of a measure over the agencies present in both cycles; each change by its name, never mixed (AT-23). */
export interface ProgrammeChange {
  /** How many agencies are compared: like with like, in both cycles. */
  readonly comparable: number;
  /** D1: the mean of the agencies' relative changes, in percent; null when one of them has no base. */
  readonly meanOfRelativeChanges: number | null;
  /** D2: the relative change of the mean of the agencies, in percent. */
  readonly relativeChangeOfMean: number | null;
  /** D3: the mean change, in points. */
  readonly meanChangeInPoints: number | null;
  /** Of D3, paired: the same agencies twice. Null with fewer than two. */
  readonly interval: { readonly low: number; readonly high: number } | null;
  readonly p: number | null;
  /** How many agencies moved to the better or worse side, however little: directions, not verdicts. */
  readonly better: number;
  readonly same: number;
  readonly worse: number;
  /** How many agencies have each verdict. */
  readonly verdicts: Readonly<Record<Verdict, number>>;
}

/** One measure over all agencies. */
export interface MeasureSummary {
  readonly measure: string;
  readonly now: Spread | null;
  readonly before: Spread | null;
  readonly change: ProgrammeChange | null;
}

/** Which agencies are in both cycles, and which came, left or changed. */
export interface CohortFigures {
  readonly continuing: number;
  readonly new: readonly AgencyRef[];
  readonly renamed: readonly { readonly from: AgencyRef; readonly to: AgencyRef }[];
  readonly merged: readonly AgencyRef[];
  readonly split: readonly AgencyRef[];
  readonly left: readonly AgencyRef[];
}

/** One study over all agencies. */
export interface StudySummary {
  readonly study: StudyCode;
  readonly agencies: number;
  readonly cohort: CohortFigures;
  readonly measures: readonly MeasureSummary[];
}

/** All figures of one cycle, against the previous. Computed from evidence alone: the same evidence gives the same figures. */
export interface CycleFigures {
  readonly cycle: CycleRef;
  readonly previous: CycleRef | null;
  readonly measures: readonly Measure[];
  readonly programme: readonly StudySummary[];
  /** Null: the cycle was opened without a rating scheme. */
  readonly stars: ProgrammeStarFigures | null;
  readonly agencies: readonly AgencyFigures[];
}
