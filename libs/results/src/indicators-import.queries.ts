import type { EntityManager } from 'typeorm';

/** One measured figure of one centre. */
export interface IndicatorRow {
  readonly line: number;
  readonly centreId: string;
  readonly agencyId: string;
  readonly indicator: string;
  readonly value: number;
  readonly source: string;
}

/** Keeps what differs from the latest revision. */
export async function storeIndicators(
  db: EntityManager,
  cycleId: string,
  importId: string,
  rows: readonly IndicatorRow[],
): Promise<{ added: number; corrected: number; unchanged: number }> {
  const stored = await db.query<{ revision: number }[]>(
    `with given as (
       select * from unnest($3::int[], $4::uuid[], $5::uuid[], $6::text[], $7::numeric[], $8::text[])
         as given (line, centre_id, agency_id, indicator, value, source)
     ), latest as (
       select distinct on (agency_id, centre_id, indicator) * from indicator_values where cycle_id = $1
       order by agency_id, centre_id, indicator, revision desc
     )
     insert into indicator_values
       (cycle_id, agency_id, centre_id, indicator, revision, value, source, import_id, line)
     select $1, given.agency_id, given.centre_id, given.indicator, coalesce(latest.revision, 0) + 1, given.value,
       given.source, $2, given.line
     from given left join latest using (agency_id, centre_id, indicator)
     where (latest.value, latest.source) is distinct from (given.value, given.source)
     returning revision`,
    [
      cycleId,
      importId,
      rows.map(({ line }) => line),
      rows.map(({ centreId }) => centreId),
      rows.map(({ agencyId }) => agencyId),
      rows.map(({ indicator }) => indicator),
      rows.map(({ value }) => value),
      rows.map(({ source }) => source),
    ],
  );
  const added = stored.filter(({ revision }) => revision === 1).length;
  return { added, corrected: stored.length - added, unchanged: rows.length - stored.length };
}
