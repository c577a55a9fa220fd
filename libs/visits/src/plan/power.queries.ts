import type { EntityManager } from 'typeorm';

/** What the visits of a cycle say about how much visits of one centre differ. */
export interface CentreSpread {
  readonly centreId: string;
  readonly channelType: string;
  /** Visits with an overall score. */
  readonly visits: number;
  /** The sum of squares about the mean, in squared points, of each instrument version apart. */
  readonly squares: number;
  /** Its degrees of freedom. */
  readonly freedom: number;
}

/**
 * The spread within each centre of a cycle, from the tallies of its counted visits and of visits that were imported as filled
 * forms. Sums stand in threes (n, sum, sum of squares), those of the overall score first, in millionths of a point.
 */
export async function listSpreads(db: EntityManager, cycleId: string): Promise<CentreSpread[]> {
  return db.query<CentreSpread[]>(
    `with tallied as (
       select centre_id, sums from visit_tallies where cycle_id = $1
       union all
       select centre_id, sums from sheet_tallies join method_versions on method_versions.id = instrument_id
       where cycle_id = $1 and document ->> 'filledBy' = 'mysteryShopper'
     )
     select centre_id as "centreId", channel_type as "channelType", sum(sums[1])::int as visits,
       (sum(sums[3] - sums[2] * sums[2] / sums[1]) / 1e12)::float8 as squares, sum(sums[1] - 1)::int as freedom
     from tallied join centres on centres.id = centre_id
     where sums[1] > 0 group by centre_id, channel_type`,
    [cycleId],
  );
}
