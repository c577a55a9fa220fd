import { adjustedForManyTests, quarterOf, quartiles, rankIntervals, ranksOf, type Quartiles } from '#statistics';
import type { MeasureFigures, Position } from './cycle-figures.js';
import { falseDiscoveryRate, isDetected, judged } from './figure-change.js';
import type { Measured } from './measured.js';

/** Fewer agencies than this have no median, quarter or rank: there is nothing to stand among. */
export const leastAgencies = 3;

/**
 * Sets the agencies' figures of one measure beside each other: p-values are adjusted over all of them together
 * (Benjamini–Hochberg; domain note 6.5), then follow median, lead, and position.
 */
export function besideOthers(measured: readonly Measured[]): Map<string, MeasureFigures> {
  const judgedOf = judgedTogether(measured);
  const valued = measured.filter((one) => one.now.value !== null);
  const spread = valued.length >= leastAgencies ? quartiles(valued.map(valueOf)) : null;
  const differ = spread !== null && new Set(valued.map(valueOf)).size > 1;
  const positions = differ ? positionsOf(valued, spread) : new Map<string, Position>();
  return new Map(
    measured.map((one) => [
      one.agency.code,
      {
        ...judgedOf(one),
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
  const judgedOf = judgedTogether(parts);
  return parts.map((one) => ({
    agency: one.agency.code,
    figures: { ...judgedOf(one), median: null, lead: null, position: null },
  }));
}

/**
 * Judges figures as one family of tests. The p by which one more change would have been called real is
 * Benjamini–Hochberg's line at the place after those that were: among 100 agencies far below 0.05.
 */
function judgedTogether(family: readonly Measured[]) {
  const adjusted = adjustedForManyTests(family.map(({ change }) => change.p));
  const adjustedOf = new Map(family.map((one, index) => [one, adjusted[index] ?? null]));
  const tested = adjusted.filter((p) => p !== null).length;
  const detected = adjusted.filter(isDetected).length;
  return (one: Measured) => {
    const { measure, part, now, before } = one;
    const adjustedP = adjustedOf.get(one) ?? null;
    const level = (falseDiscoveryRate * (isDetected(adjustedP) ? detected : detected + 1)) / tested;
    return { measure: measure.code, part, now, before, change: judged(one, adjustedP, level) };
  };
}

function positionsOf(valued: readonly Measured[], spread: Quartiles): Map<string, Position> {
  const higherIsBetter = valued[0]?.measure.polarity !== 'lower';
  const values = valued.map(valueOf);
  const ranks = ranksOf(values, { higherIsBetter });
  const intervals = rankIntervals(
    valued.map((one) => ({ value: valueOf(one), standardError: one.nowError })),
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

function leadOf(one: Measured, median: number): number {
  return one.measure.polarity === 'higher' ? valueOf(one) - median : median - valueOf(one);
}
