import { meanInterval, meanOf, sampleOf, type Interval } from '#statistics';

/** One visit of the cycle that counts, as leniency sees it. */
export interface JudgedVisit {
  readonly shopper: string;
  readonly centre: string;
  /** 0 to 100; null: it has none, and is left out. */
  readonly score: number | null;
}

/** How much milder or stricter than others somebody judges. */
export interface Leniency {
  readonly shopper: string;
  /** His visits to centres where others have been too. */
  readonly n: number;
  /** Points that he gives more than others, in the mean; below 0: fewer. Null: fewer than two visits. */
  readonly mean: number | null;
  /** 95 %, by t; null: fewer than two visits, or they all deviate by the same. */
  readonly interval: Interval | null;
}

/**
 * The leniency of every shopper, in the order in which they first come: the mean, over his visits, of their score minus the mean
 * of what all others gave at the same centre. A reason to look, not a verdict: others saw other days, and who is
 * compared with somebody mild looks strict. Several visits of his to one centre are compared with the same others, so that the
 * interval is then somewhat too narrow.
 */
export function leniencyOf(visits: readonly JudgedVisit[]): readonly Leniency[] {
  const byCentre = Map.groupBy(visits, ({ centre }) => centre);
  const byShopper = Map.groupBy(visits, ({ shopper }) => shopper);
  return [...byShopper].map(([shopper, own]) => {
    const sample = sampleOf(own.flatMap((visit) => deviationOf(visit, byCentre.get(visit.centre) ?? []) ?? []));
    if (!sample || sample.n < 2) return { shopper, n: sample?.n ?? 0, mean: null, interval: null };
    return { shopper, n: sample.n, mean: sample.mean, interval: meanInterval(sample) };
  });
}

function deviationOf({ shopper, score }: JudgedVisit, atCentre: readonly JudgedVisit[]): number | null {
  const others = meanOf(atCentre.flatMap((other) => (other.shopper === shopper ? [] : (other.score ?? []))));
  return score === null || others === null ? null : score - others;
}
