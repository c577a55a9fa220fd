import { adjustedForManyTests, quarterOf, quartiles, rankIntervals, ranksOf, type Quartiles } from '#statistics';
import type { MeasureFigures, Position } from './cycle-figures.js';
import { judged } from './figure-change.js';
import type { Measured } from './measured.js';

/** Fewer agencies than this have no median, quarter or rank: there is nothing to stand among. */
export const leastAgencies = 3;

/**
 * Sets the agencies' figures of one measure beside each other: p-values are adjusted over all of them together
 * (Benjamini–Hochberg; domain note 6.5), then follow median, lead, and position.
 */
export function besideOthers(measured: readonly Measured[]): Map<string, MeasureFigures> {
  const adjusted = adjustedForManyTests(measured.map((one) => one.change.p));
  const valued = measured.filter((one) => one.now.value !== null);
  const spread = valued.length >= leastAgencies ? quartiles(valued.map(valueOf)) : null;
  const positions = spread ? positionsOf(valued, spread) : new Map<string, Position>();
  return new Map(
    measured.map((one, index) => [
      one.agency.code,
      {
        ...shown(one, adjusted[index] ?? null),
        median: spread?.median ?? null,
        lead: spread && one.now.value !== null ? leadOf(one, spread.median) : null,
        position: positions.get(one.agency.code) ?? null,
      },
    ]),
  );
}

/** Judges the parts of all agencies of one measure together; parts have no median and no position. */
export function judgedParts(
  parts: readonly Measured[],
): { readonly agency: string; readonly figures: MeasureFigures }[] {
  const adjusted = adjustedForManyTests(parts.map((one) => one.change.p));
  return parts.map((one, index) => ({
    agency: one.agency.code,
    figures: { ...shown(one, adjusted[index] ?? null), median: null, lead: null, position: null },
  }));
}

function shown(one: Measured, adjustedP: number | null) {
  const { measure, part, now, before } = one;
  return { measure: measure.code, part, now, before, change: judged(one.change, adjustedP, measure.polarity) };
}

function positionsOf(valued: readonly Measured[], spread: Quartiles): Map<string, Position> {
  const higherIsBetter = valued[0]?.measure.polarity !== 'lower';
  const values = valued.map(valueOf);
  const ranks = ranksOf(values, { higherIsBetter });
  const intervals = rankIntervals(
    valued.map((one) => ({ value: valueOf(one), standardError: standardErrorOf(one) })),
    { higherIsBetter },
  );
  return new Map(
    valued.map((one, index) => [
      one.agency.code,
      {
        quarter: quarterOf(valueOf(one), spread, higherIsBetter),
        rank: ranks[index]?.rank ?? 1,
        tiedWith: ranks[index]?.tiedWith ?? 0,
        rankInterval: intervals[index] ?? null,
        of: valued.length,
      },
    ]),
  );
}

function valueOf(one: Measured): number {
  return one.now.value ?? 0;
}

/** Half the width of a 95 % interval is 1.96 standard errors, near enough for ranks; null where there is no interval. */
function standardErrorOf({ now }: Measured): number | null {
  return now.interval ? (now.interval.high - now.interval.low) / (2 * 1.959964) : null;
}

function leadOf(one: Measured, median: number): number {
  return one.measure.polarity === 'higher' ? valueOf(one) - median : median - valueOf(one);
}
