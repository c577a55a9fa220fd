import type { Sum, SummedKey, TallyLayout } from '#instruments';
import { weightedMeanOfSums, type WeightedEstimate } from '#statistics';
import type { CountedRow } from './counted-row.js';

/** A row with what its respondents weigh. */
export interface WeighedRow extends CountedRow {
  /** 0 or more. */
  readonly weight: number;
}

/** What is told of a group: its overall score and that of each dimension, 0 to 100. */
export interface ResultScore {
  readonly key: SummedKey;
  /** Why it is not shown: fewer answered it than the campaign's minimum, or (of employees) than may be known. */
  readonly withheld: 'belowMinimum' | 'protected' | null;
  /** Null: withheld, or nobody answered it. */
  readonly estimate: WeightedEstimate | null;
}

/** The sums that results are made of: the overall score and the dimensions. */
export function scoredKeys({ summed }: TallyLayout): readonly SummedKey[] {
  return summed.filter((key) => key === 'overall' || key.startsWith('dimension:'));
}

/** The scores of some rows taken together; of those that fewer answered than a minimum nothing is told. */
export function scoresOf(layout: TallyLayout, minimum: number, rows: readonly WeighedRow[]): readonly ResultScore[] {
  return scoredKeys(layout).map((key): ResultScore => {
    const estimate = estimateOf(layout, key, rows);
    if (estimate && estimate.n < minimum) return { key, withheld: 'belowMinimum', estimate: null };
    return { key, withheld: null, estimate };
  });
}

/** Millionths, as sums are kept. */
const micro = 1_000_000;

function estimateOf(layout: TallyLayout, key: SummedKey, rows: readonly WeighedRow[]): WeightedEstimate | null {
  return weightedMeanOfSums(
    rows.flatMap(({ weight, tally }) => {
      const sum = tally.sums[layout.placeOf.get(key) ?? -1];
      if (sum === undefined || sum.n === 0n || weight === 0) return [];
      return [{ weight, ...inPoints(sum) }];
    }),
  );
}

/** Spreads are taken around the group's own mean in whole numbers first, so that nothing is lost in large sums. */
function inPoints({ n, sum, squares }: Sum): { n: number; sum: number; squares: number } {
  const spread = Number(n * squares - sum * sum) / Number(n) / micro ** 2;
  const total = Number(sum) / micro;
  return { n: Number(n), sum: total, squares: spread + (total * total) / Number(n) };
}

/** How many answered what a score is made of. */
export function answeredIn(layout: TallyLayout, key: SummedKey, { tally }: CountedRow): number {
  return Number(tally.sums[layout.placeOf.get(key) ?? -1]?.n ?? 0n);
}
