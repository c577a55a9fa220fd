import type { EntityManager } from 'typeorm';

/*
 * Tallies are folded from the latest revisions of the evidence, in every cycle that holds its days. The sums are of
 * integers, so folding again gives the same; nothing but what is touched is folded.
 */

/** Every agency, measure, service and channel with evidence in a cycle that has no tallies yet: one just made. */
const inFreshCycles = `
  select cycles.id as cycle_id, cycles.starts_on, cycles.ends_on, counted.agency_id, counted.study, counted.measure, counted.service_id, counted.channel
  from cycles join counted on counted.starts_on >= cycles.starts_on and counted.ends_on <= cycles.ends_on
  where not exists (select 1 from tallies where tallies.cycle_id = cycles.id)`;

const staged = `
  select cycles.id, cycles.starts_on, cycles.ends_on, agencies.id, $1::text, $2::text, services.id, staged.channel
  from staged_counts as staged
  join agencies on agencies.code = staged.agency
  join services on services.agency_id = agencies.id and services.code = staged.service
  join cycles on cycles.starts_on <= staged.starts_on and cycles.ends_on >= staged.ends_on`;

/** Folds the staged evidence into its cycles, and all other evidence into cycles that are new. */
export function foldStaged(db: EntityManager, of: { study: string; measure: string }): Promise<void> {
  return fold(db, `${inFreshCycles} union ${staged}`, [of.study, of.measure]);
}

/** Folds the evidence there is into cycles that are new, so that it does not matter which import made a cycle first. */
export function foldFreshCycles(db: EntityManager): Promise<void> {
  return fold(db, `${inFreshCycles} group by 1, 2, 3, 4, 5, 6, 7, 8`, []);
}

async function fold(db: EntityManager, touched: string, values: readonly unknown[]): Promise<void> {
  await db.query(
    `with touched as (${touched}), latest as (
       select distinct on (touched.cycle_id, agency_id, study, measure, service_id, channel, counted.starts_on, counted.ends_on)
         touched.cycle_id, agency_id, study, measure, service_id, channel, counted.starts_on, counted.ends_on, counted.counts
       from touched join counted using (agency_id, study, measure, service_id, channel)
       where counted.starts_on >= touched.starts_on and counted.ends_on <= touched.ends_on
       order by touched.cycle_id, agency_id, study, measure, service_id, channel, counted.starts_on, counted.ends_on, counted.revision desc
     ), summed as (
       select cycle_id, agency_id, study, measure, service_id, channel, answer, sum(chosen)::bigint as chosen,
         min(starts_on) as covers_from, max(ends_on) as covers_to
       from latest cross join lateral unnest(counts) with ordinality as one (chosen, answer)
       group by cycle_id, agency_id, study, measure, service_id, channel, answer
     )
     insert into tallies (cycle_id, agency_id, study, measure, service_id, channel, counts, covers_from, covers_to)
     select cycle_id, agency_id, study, measure, service_id, channel, array_agg(chosen order by answer), min(covers_from), max(covers_to)
     from summed group by cycle_id, agency_id, study, measure, service_id, channel
     on conflict (cycle_id, agency_id, study, measure, service_id, channel) do update
     set counts = excluded.counts, covers_from = excluded.covers_from, covers_to = excluded.covers_to`,
    [...values],
  );
}
