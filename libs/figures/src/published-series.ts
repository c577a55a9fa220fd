import {
  changeAcrossBreak,
  seriesBreaks,
  type ChangeAcrossBreak,
  type DefinitionName,
  type SeriesReading,
} from '#scoring';
import type { PublishedCount, ServiceRef } from './evidence.js';

/** A change of formula in a published series: the change printed across it is refused, and the honest ones are given. */
export interface PublishedBreak {
  /** The first period by the new formula, its first day. */
  readonly from: string;
  readonly definitionBefore: DefinitionName;
  readonly definitionAfter: DefinitionName;
  /** Of the last point before to the first after. */
  readonly change: ChangeAcrossBreak;
}

/** What was found in the figures that another system published with its counts. */
export interface PublishedSeries {
  /** The code of the measure. */
  readonly measure: string;
  readonly service: ServiceRef;
  readonly channel: string;
  /** How many published figures there are up to the end of the cycle, and how many the first formula reproduces. */
  readonly points: number;
  readonly reproduced: number;
  /** First days of periods whose published figure no formula in force gives. */
  readonly slips: readonly string[];
  readonly breaks: readonly PublishedBreak[];
}

/** Reads each series of published figures of one study and agency: one a service, channel and measure. */
export function publishedSeries(published: readonly PublishedCount[]): PublishedSeries[] {
  const groups = Map.groupBy(published, ({ service, channel, measure }) =>
    JSON.stringify([service.code, channel, measure]),
  );
  return [...groups.keys()].sort().flatMap((key) => {
    const counts = groups.get(key) ?? [];
    return counts[0] ? [seriesOf(counts[0], counts)] : [];
  });
}

/** With how many decimals a series was published: the most that any of its figures shows. */
function decimalsIn(counts: readonly PublishedCount[]): number {
  return Math.max(...counts.map(({ published }) => /\.(\d+)$/.exec(String(published))?.[1]?.length ?? 0));
}

/** Figures in a row that no formula gives are as little to be compared as single slips. */
function misfitsIn({ points, unexplained }: SeriesReading): string[] {
  return points
    .map(({ period }) => period)
    .filter((period) => unexplained.some(({ from, to }) => from <= period && period <= to));
}

function seriesOf({ measure, service, channel }: PublishedCount, counts: readonly PublishedCount[]): PublishedSeries {
  const points = counts.map((count) => ({ period: count.startsOn, counts: count.counts, published: count.published }));
  const reading = seriesBreaks(points, decimalsIn(counts));
  const breaks = reading.breaks.flatMap(({ from, definitionBefore, definitionAfter }): PublishedBreak[] => {
    const index = reading.points.findIndex((point) => point.period === from);
    const [before, after] = [reading.points[index - 1], reading.points[index]];
    return before && after
      ? [{ from, definitionBefore, definitionAfter, change: changeAcrossBreak(before, after) }]
      : [];
  });
  return {
    measure,
    service,
    channel,
    points: points.length,
    reproduced: reading.points.filter((point) => point.byReference).length,
    slips: [...reading.slips, ...misfitsIn(reading)].sort(),
    breaks,
  };
}
