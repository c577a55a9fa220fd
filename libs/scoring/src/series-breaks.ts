import type { Counts } from './counts.js';
import { definitionNames, definitionsReproducing } from './definitions.js';
import type { DefinitionName } from './definitions.js';

/** One published figure with the answers behind it. */
export interface PublishedPoint {
  /** Sorts as text: '2026-04'. */
  readonly period: string;
  readonly counts: Counts;
  /** As printed. */
  readonly published: number;
}

/** A point after reading the series. */
export interface ReadPoint extends PublishedPoint {
  readonly reproducedBy: readonly DefinitionName[];
  /** Whether the series' first definition gives the printed figure. */
  readonly byReference: boolean;
  /** The definition that holds at this point; it need not reproduce it. */
  readonly inForce: DefinitionName;
}

/** From `from` on the series is published by another formula: figures from both sides are not comparable as printed. */
export interface SeriesBreak {
  readonly from: string;
  readonly definitionBefore: DefinitionName;
  readonly definitionAfter: DefinitionName;
}

export interface SeriesReading {
  /** The definition the series starts with; null: no points. */
  readonly reference: DefinitionName | null;
  /** In the order of their periods. */
  readonly points: readonly ReadPoint[];
  readonly breaks: readonly SeriesBreak[];
  /** Periods of single figures that the definition in force does not give: a publisher's slips. */
  readonly slips: readonly string[];
  /** Two or more such figures in a row: perhaps a formula we do not know. Not comparable as printed either. */
  readonly unexplained: readonly { readonly from: string; readonly to: string }[];
}

/**
 * Which formula a published series was computed by, and where that changed without being said (AT-05).
 *
 * A break starts at a point which the definition in force does not reproduce, when exactly one other definition reproduces it and
 * the points after it, until the old one has failed twice or the series ends. A single misfit inside the series is no break but a
 * slip; at the very end it is one, since the figure may not be compared until more is known. The first definition is the one that
 * leaves the fewest breaks and misfits; if several do, one that gives the first figure.
 *
 * @param decimals with which the figures were published
 * @throws RangeError when a period occurs twice
 */
export function seriesBreaks(series: readonly PublishedPoint[], decimals = 0): SeriesReading {
  const ordered = series
    .map((point) => ({ ...point, reproducedBy: definitionsReproducing(point.counts, point.published, decimals) }))
    .sort((a, b) => (a.period < b.period ? -1 : 1));
  if (new Set(ordered.map(({ period }) => period)).size < ordered.length) throw new RangeError('A period occurs twice');
  const readings = definitionNames.map((first) => readFrom(first, ordered));
  const [reading] = readings.sort((a, b) => costOf(a) - costOf(b));
  return reading && ordered.length > 0
    ? reading
    : { reference: null, points: [], breaks: [], slips: [], unexplained: [] };
}

type CheckedPoint = Omit<ReadPoint, 'inForce' | 'byReference'>;

function readFrom(first: DefinitionName, series: readonly CheckedPoint[]): SeriesReading {
  const points: ReadPoint[] = [];
  const breaks: SeriesBreak[] = [];
  let inForce = first;
  series.forEach((point, index) => {
    const next = point.reproducedBy.includes(inForce) ? null : successorOf(inForce, series.slice(index));
    if (next) {
      breaks.push({ from: point.period, definitionBefore: inForce, definitionAfter: next });
      inForce = next;
    }
    points.push({ ...point, inForce, byReference: point.reproducedBy.includes(first) });
  });
  const misfits = misfitRuns(points);
  return {
    reference: first,
    points,
    breaks,
    slips: misfits.filter(({ from, to }) => from === to).map(({ from }) => from),
    unexplained: misfits.filter(({ from, to }) => from !== to),
  };
}

function successorOf(old: DefinitionName, rest: readonly CheckedPoint[]): DefinitionName | null {
  const successors = definitionNames.filter((name) => name !== old && takesOver(name, old, rest));
  return successors.length === 1 ? (successors[0] ?? null) : null;
}

function takesOver(name: DefinitionName, old: DefinitionName, rest: readonly CheckedPoint[]): boolean {
  let failures = 0;
  for (const { reproducedBy } of rest) {
    if (!reproducedBy.includes(name)) return false;
    if (!reproducedBy.includes(old)) failures += 1;
    if (failures === 2) return true;
  }
  return true;
}

function misfitRuns(points: readonly ReadPoint[]): { from: string; to: string }[] {
  const runs: { from: string; to: string }[] = [];
  let run: { from: string; to: string } | null = null;
  for (const { period, reproducedBy, inForce } of points) {
    if (reproducedBy.includes(inForce)) run = null;
    else if (run) run.to = period;
    else runs.push((run = { from: period, to: period }));
  }
  return runs;
}

function costOf({ points, breaks }: SeriesReading): number {
  const misfits = points.filter(({ reproducedBy, inForce }) => !reproducedBy.includes(inForce)).length;
  const startsWrong = points[0]?.byReference ? 0 : 0.5; // decides only between equals
  return breaks.length + misfits + startsWrong;
}
