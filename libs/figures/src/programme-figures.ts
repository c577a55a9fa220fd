import { meanChangeInPoints, meanOfRelativeChanges, relativeChangeOfMean } from '#scoring';
import { meanOf, paired, quartiles } from '#statistics';
import type { AgencyRef, Measure } from './evidence.js';
import type { CohortFigures, MeasureFigures, MeasureSummary, ProgrammeChange } from './cycle-figures.js';
import type { Verdict } from './figure-change.js';
import { leftOf } from './lineage.js';
import type { Spread } from './spread.js';
import { valueBefore, type Measured, type StudyEvidence } from './measured.js';

/** One measure over all agencies: this cycle, the previous, and the change of those in both. */
export function measureSummary(
  measure: Measure,
  measured: readonly Measured[],
  judged: readonly MeasureFigures[],
  of: StudyEvidence,
): MeasureSummary {
  const before = of.before ? valuesBefore(measure, of) : [];
  return {
    measure: measure.code,
    now: spreadOf(measured.flatMap((one) => one.now.value ?? [])),
    before: spreadOf(before),
    change: of.before ? programmeChange(measure, judged) : null,
  };
}

/** The agencies' values; null of none. Every agency counts the same. */
export function spreadOf(values: readonly number[]): Spread | null {
  const [quarters, mean] = [quartiles(values), meanOf(values)];
  if (!quarters || mean === null) return null;
  return { ...quarters, agencies: values.length, mean, lowest: Math.min(...values), highest: Math.max(...values) };
}

/** Which agencies are in both cycles, and which came, left or changed. */
export function cohortFigures(of: StudyEvidence, refOf: (code: string) => AgencyRef): CohortFigures {
  const entries = [...of.descents].sort(([a], [b]) => (a < b ? -1 : 1));
  const having = (cohort: string) => entries.filter(([, descent]) => descent.cohort === cohort);
  return {
    continuing: having('continuing').length,
    new: having('new').map(([code]) => refOf(code)),
    renamed: having('renamed').map(([code, { parts }]) => ({ from: refOf(parts[0] ?? code), to: refOf(code) })),
    merged: having('merged').map(([code]) => refOf(code)),
    split: having('split').map(([code]) => refOf(code)),
    left: leftOf(of.descents, of.presentBefore).map(refOf),
  };
}

function programmeChange(measure: Measure, judged: readonly MeasureFigures[]): ProgrammeChange {
  const pairs = judged.flatMap(({ now, before, change }) => {
    if (change.points === null || now.value === null || before === null || before.value === null) return [];
    // The like-for-like change stands on the value now, so that each agency enters with the change its own scorecard shows.
    return [{ now: now.value, before: now.value - change.points }];
  });
  const comparison = paired(pairs.map((pair) => pair.now - pair.before));
  const good = measure.polarity === 'higher' ? 1 : -1;
  const moves = pairs.map((pair) => good * Math.sign(pair.now - pair.before));
  return {
    comparable: pairs.length,
    meanOfRelativeChanges: meanOfRelativeChanges(pairs),
    relativeChangeOfMean: relativeChangeOfMean(pairs),
    meanChangeInPoints: meanChangeInPoints(pairs),
    interval: comparison?.interval ?? null,
    p: comparison?.p ?? null,
    better: moves.filter((move) => move > 0).length,
    same: moves.filter((move) => move === 0).length,
    worse: moves.filter((move) => move < 0).length,
    verdicts: verdictsIn(judged),
  };
}

function verdictsIn(judged: readonly MeasureFigures[]): Record<Verdict, number> {
  const counts: Record<Verdict, number> = {
    improved: 0,
    noDetectableChange: 0,
    declined: 0,
    cannotTell: 0,
    notCompared: 0,
  };
  for (const { change } of judged) counts[change.verdict] += 1;
  return counts;
}

function valuesBefore(measure: Measure, of: StudyEvidence): number[] {
  return [...of.presentBefore].flatMap((code) => valueBefore(code, measure, of) ?? []);
}
