import type { AgencyRef, CycleEvidence, Evidence, Measure, StudyCode, StudyResult, Tally } from './evidence.js';
import type { Part } from './cycle-figures.js';
import { changeOfResults, changeOfTallies, notCompared, type UnjudgedChange } from './figure-change.js';
import { figureOfResult, figureOfTallies, standardErrorOfTallies, type Figure } from './figure.js';
import { descentsOf, type Descent } from './lineage.js';

/** One measure of one agency before it is set beside the others: figures and change, not yet judged. */
export interface Measured extends UnjudgedChange {
  readonly agency: AgencyRef;
  readonly measure: Measure;
  readonly part: Part | null;
  readonly now: Figure;
  /** The standard error of the value now; null where the source gives no ground for one. */
  readonly nowError: number | null;
  readonly before: Figure | null;
  readonly descent: Descent;
}

/** The evidence of one study, by agency, with what became of the agencies. */
export interface StudyEvidence {
  readonly study: StudyCode;
  readonly measures: readonly Measure[];
  readonly descents: ReadonlyMap<string, Descent>;
  /** Sorted. */
  readonly presentBefore: ReadonlySet<string>;
  readonly now: Indexed;
  readonly before: Indexed | null;
}

/** The previous cycle's value of a measure of an agency as it then was; null when it had none. */
export function valueBefore(code: string, measure: Measure, { before }: StudyEvidence): number | null {
  const tallies = before?.tallies.get(keyOf(code, measure.code));
  if (tallies) return figureOfTallies(tallies, measure.definition).value;
  return before?.results.get(keyOf(code, measure.code))?.value ?? null;
}

/** Whether the agency, or what it goes on from, had a value of a measure in the previous cycle. */
export function hadValue(agency: AgencyRef, measure: Measure, of: StudyEvidence): boolean {
  const descent = of.descents.get(agency.code);
  return (
    descent !== undefined && comparedParts({ agency, descent }).some((code) => valueBefore(code, measure, of) !== null)
  );
}

interface Indexed {
  readonly results: ReadonlyMap<string, StudyResult>;
  readonly tallies: ReadonlyMap<string, readonly Tally[]>;
}

/** Sorts one study's evidence of both cycles. */
export function studyEvidence(evidence: Evidence, study: StudyCode): StudyEvidence {
  const presentNow = presentIn(evidence.now, study);
  const presentBefore = evidence.before ? presentIn(evidence.before, study) : new Set<string>();
  return {
    study,
    measures: evidence.measures.filter((measure) => measure.study === study),
    descents: descentsOf(evidence.successions, presentNow, presentBefore, {
      previousStartsOn: evidence.before?.cycle.startsOn ?? null,
      endsOn: evidence.now.cycle.endsOn,
    }),
    presentBefore,
    now: indexed(evidence.now, study),
    before: evidence.before && indexed(evidence.before, study),
  };
}

/** One measure of one agency as a whole; null when the agency has nothing of it in this cycle. */
export function measuredWhole(agency: AgencyRef, measure: Measure, of: StudyEvidence): Measured | null {
  const descent = of.descents.get(agency.code);
  if (!descent) return null;
  const key = keyOf(agency.code, measure.code);
  const tallies = of.now.tallies.get(key);
  if (tallies) return measuredByTallies({ agency, measure, part: null, descent }, tallies, of);
  const result = of.now.results.get(key);
  if (!result) return null;
  return measuredByResult({ agency, measure, part: null, descent }, result, of);
}

function measuredByResult(what: WhatIsMeasured, result: StudyResult, of: StudyEvidence): Measured {
  const { measure, descent } = what;
  const parts = comparedParts(what).flatMap((part) => of.before?.results.get(keyOf(part, measure.code)) ?? []);
  const now = figureOfResult(result, measure.definition);
  const isWeighed = descent.cohort !== 'merged' || parts.length === 0;
  const before = isWeighed && parts[0] ? figureOfResult(parts[0], measure.definition) : null;
  const change =
    isWeighed || now.value === null
      ? changeOfResults(now, before, descent.cohort, of.before !== null)
      : notCompared('mergedWithoutCounts');
  return { ...what, now, nowError: null, before, change, changeError: null };
}

/** The agencies whose previous values are its own. A part of a split did not have those of the whole. */
function comparedParts({ agency, descent }: Pick<Measured, 'agency' | 'descent'>): readonly string[] {
  return descent.cohort === 'split' ? descent.parts.filter((part) => part === agency.code) : descent.parts;
}

/** One measure of one agency by service and channel; empty when it has only one of them. Of a campaign's the headline alone. */
export function measuredParts(agency: AgencyRef, measure: Measure, of: StudyEvidence): Measured[] {
  const descent = of.descents.get(agency.code);
  const tallies = of.now.tallies.get(keyOf(agency.code, measure.code)) ?? [];
  const isDetail = measure.definition === 'meanOfAnswers' && measure.kind !== 'headline';
  const parts = [...Map.groupBy(tallies, (tally) => keyOf(tally.service.code, tally.channel)).values()];
  if (!descent || parts.length < 2 || isDetail) return [];
  return parts.flatMap((own) => {
    const [{ service, channel } = {}] = own;
    if (!service || channel === undefined) return [];
    return measuredByTallies({ agency, measure, part: { service, channel }, descent }, own, of);
  });
}

type WhatIsMeasured = Pick<Measured, 'agency' | 'measure' | 'part' | 'descent'>;

function measuredByTallies(what: WhatIsMeasured, now: readonly Tally[], of: StudyEvidence): Measured {
  const { measure, part, descent } = what;
  const before = comparedParts(what)
    .flatMap((code) => of.before?.tallies.get(keyOf(code, measure.code)) ?? [])
    .filter((tally) => !part || (tally.service.code === part.service.code && tally.channel === part.channel));
  const figures = {
    now: figureOfTallies(now, measure.definition),
    before: before.length > 0 ? figureOfTallies(before, measure.definition) : null,
  };
  const change = changeOfTallies({ now, before }, measure.definition, figures, descent.cohort, of.before !== null);
  return { ...what, ...figures, ...change, nowError: standardErrorOfTallies(now, measure.definition) };
}

function indexed(cycle: CycleEvidence, study: StudyCode): Indexed {
  const results = cycle.results.filter((result) => result.study === study);
  const tallies = cycle.tallies.filter((tally) => tally.study === study).toSorted(byServiceAndChannel);
  return {
    results: new Map(results.map((result) => [keyOf(result.agency, result.measure), result])),
    tallies: Map.groupBy(tallies, (tally) => keyOf(tally.agency, tally.measure)),
  };
}

function byServiceAndChannel(a: Tally, b: Tally): number {
  if (a.service.code !== b.service.code) return a.service.code < b.service.code ? -1 : 1;
  return a.channel < b.channel ? -1 : 1;
}

function presentIn(cycle: CycleEvidence, study: StudyCode): Set<string> {
  const entries = [...cycle.results, ...cycle.tallies].filter((entry) => entry.study === study);
  return new Set(entries.map((entry) => entry.agency).sort());
}

function keyOf(agency: string, measure: string): string {
  return `${agency}\n${measure}`;
}
