import type { VisitPlan } from '#fieldwork';
import { detectableChange, visitsToDetect } from '#statistics';
import type { CentreSpread } from './power.queries.js';

/** The change between two cycles that a centre's visits are to find, in points. */
export const changeToDetect = 3;

/** A centre that is visited. */
export interface VisitedCentre {
  readonly id: string;
  readonly code: string;
  readonly channelType: string;
}

/** Whether the planned visits of a centre are enough. */
export interface CentrePower {
  readonly centre: string;
  readonly channelType: string;
  /** Visits of the plan in all waves. */
  readonly planned: number;
  /** Visits of the previous cycle that counted and have a score. */
  readonly before: number;
  /** The standard deviation of visits to one centre, in points; null: nobody knows. */
  readonly spread: number | null;
  /** Where the spread is from: the centre's own visits, or those within all centres of its channel type. */
  readonly from: 'centre' | 'channelType' | null;
  /** Visits in each of two cycles with which a true change of 3 points is found (95 % confidence, 80 % power). */
  readonly needed: number | null;
  /** The smallest true change, in points, that the planned number finds in two cycles; null below two visits. */
  readonly detectable: number | null;
}

/**
 * What the visits of a plan can tell, centre by centre. A centre with fewer than two visits before, or whose visits did not
 * differ, borrows the pooled spread within the centres of its channel type: √(Σ squares / Σ degrees of freedom).
 */
export function powerOf(
  plan: VisitPlan,
  centres: readonly VisitedCentre[],
  spreads: readonly CentreSpread[],
): CentrePower[] {
  const own = new Map(spreads.map((spread) => [spread.centreId, spread]));
  const pooled = new Map(
    [...Map.groupBy(spreads, ({ channelType }) => channelType)].map(([type, some]) => [type, spreadOf(some)]),
  );
  const numbers = new Map(plan.centres.map(({ centre, visitsPerWave }) => [centre, visitsPerWave]));
  return centres.map(({ id, code, channelType }) => {
    const before = own.get(id);
    const alone = before ? spreadOf([before]) : null;
    const spread = alone ?? pooled.get(channelType) ?? null;
    const planned = (numbers.get(code) ?? plan.visitsPerWave) * plan.waves.length;
    return {
      centre: code,
      channelType,
      planned,
      before: before?.visits ?? 0,
      spread,
      from: spread === null ? null : alone === null ? 'channelType' : 'centre',
      needed: visitsToDetect({ change: changeToDetect, spread }),
      detectable: detectableChange(planned, spread),
    };
  });
}

/** The pooled standard deviation; null where nothing can differ, or nothing did. */
function spreadOf(spreads: readonly CentreSpread[]): number | null {
  const squares = spreads.reduce((sum, spread) => sum + spread.squares, 0);
  const freedom = spreads.reduce((sum, spread) => sum + spread.freedom, 0);
  return freedom > 0 && squares > 0 ? Math.sqrt(squares / freedom) : null;
}
