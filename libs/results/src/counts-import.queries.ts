import type { EntityManager } from 'typeorm';
import type { CountsRow } from './counts-reader.js';
import type { Stored } from './results-import.queries.js';

/** A table of this transaction only: rows wait here until all of the file is known to be good. */
export async function openCountsStage(db: EntityManager): Promise<void> {
  await db.query(`
    create temporary table staged_counts (
      line integer not null, agency text not null, service text not null, channel text not null,
      starts_on date not null, ends_on date not null, counts integer[] not null, published numeric
    ) on commit drop`);
}

export async function stageCounts(db: EntityManager, rows: readonly CountsRow[]): Promise<void> {
  await db.query(
    `insert into staged_counts
     select line, agency, service, channel, starts_on, ends_on, counts::int[], published
     from unnest($1::int[], $2::text[], $3::text[], $4::text[], $5::date[], $6::date[], $7::text[], $8::numeric[])
       as given (line, agency, service, channel, starts_on, ends_on, counts, published)`,
    [
      rows.map((row) => row.line),
      rows.map((row) => row.agency),
      rows.map((row) => row.service),
      rows.map((row) => row.channel),
      rows.map((row) => row.startsOn),
      rows.map((row) => row.endsOn),
      rows.map((row) => `{${row.counts.join(',')}}`),
      rows.map((row) => row.published),
    ],
  );
}

/** Rows whose days overlap those of an earlier line of the same service and channel: they would be counted twice. */
export function listOverlapping(db: EntityManager): Promise<{ line: number; period: string; first: number }[]> {
  return db.query(`
    select line, period, first from (
      select line, starts_on::text as period, starts_on,
        max(ends_on) over earlier as reached, first_value(line) over earlier as first
      from staged_counts
      window earlier as (partition by agency, service, channel order by starts_on, line rows between unbounded preceding and 1 preceding)
    ) as seen where starts_on <= reached order by line limit 1000`);
}

/** Leaves the first of rows that overlap. @returns how many others there were */
export async function dropOverlapping(db: EntityManager): Promise<number> {
  const [row] = await db.query<{ dropped: number }[]>(`
    with seen as (
      select ctid as place, starts_on, max(ends_on) over (
        partition by agency, service, channel order by starts_on, line rows between unbounded preceding and 1 preceding
      ) as reached from staged_counts
    ), dropped as (
      delete from staged_counts using seen where staged_counts.ctid = seen.place and seen.starts_on <= seen.reached returning 1
    ) select count(*)::int as dropped from dropped`);
  return row?.dropped ?? 0;
}

/** Staged rows whose days overlap stored ones of another length: a month cannot be counted beside its year. */
export function listStoredOverlaps(
  db: EntityManager,
  of: { study: string; measure: string },
): Promise<{ line: number; period: string; stored: string }[]> {
  return db.query(
    `select distinct on (staged.line) staged.line, staged.starts_on::text as period, counted.starts_on::text || '/' || counted.ends_on::text as stored
     from staged_counts as staged
     join agencies on agencies.code = staged.agency
     join services on services.agency_id = agencies.id and services.code = staged.service
     join counted on counted.agency_id = agencies.id and counted.study = $1 and counted.measure = $2
       and counted.service_id = services.id and counted.channel = staged.channel
       and counted.starts_on <= staged.ends_on and counted.ends_on >= staged.starts_on
       and (counted.starts_on, counted.ends_on) <> (staged.starts_on, staged.ends_on)
     order by staged.line`,
    [of.study, of.measure],
  );
}

/** Staged agencies and services, each once. */
export function listStagedServices(db: EntityManager): Promise<{ agency: string; service: string }[]> {
  return db.query('select distinct agency, service from staged_counts order by agency, service');
}

/** Stores what differs from the latest revision as a new one; nothing stored is ever rewritten. */
export async function storeCounts(
  db: EntityManager,
  to: { study: string; measure: string; importId: string },
): Promise<Stored> {
  const [stored] = await db.query<Stored[]>(
    `with compared as (
       select agencies.id as agency_id, services.id as service_id, staged.*, coalesce(latest.revision, 0) as revision,
         latest.revision is null as is_new,
         latest.counts is not distinct from staged.counts and latest.published is not distinct from staged.published as is_same
       from staged_counts as staged
       join agencies on agencies.code = staged.agency
       join services on services.agency_id = agencies.id and services.code = staged.service
       left join lateral (
         select revision, counts, published from counted
         where counted.agency_id = agencies.id and counted.study = $1 and counted.measure = $2 and counted.service_id = services.id
           and counted.channel = staged.channel and counted.starts_on = staged.starts_on and counted.ends_on = staged.ends_on
         order by revision desc limit 1
       ) as latest on true
     ), kept as (
       insert into counted (agency_id, study, measure, service_id, channel, starts_on, ends_on, revision, counts, published, import_id, line)
       select agency_id, $1, $2, service_id, channel, starts_on, ends_on, revision + 1, counts, published, $3, line
       from compared where is_new or not is_same
     )
     select count(*) filter (where is_new)::int as added,
       count(*) filter (where not is_new and not is_same)::int as corrected,
       count(*) filter (where not is_new and is_same)::int as unchanged
     from compared`,
    [to.study, to.measure, to.importId],
  );
  return stored ?? { added: 0, corrected: 0, unchanged: 0 };
}

/**
 * Folds the latest revisions anew into the tallies of every cycle that holds a staged period. The sums are of integers,
 * so folding again gives the same; nothing else is touched.
 */
export async function foldTallies(db: EntityManager, of: { study: string; measure: string }): Promise<void> {
  await db.query(
    `with touched as (
       select distinct cycles.id as cycle_id, cycles.starts_on, cycles.ends_on, agencies.id as agency_id, services.id as service_id, staged.channel
       from staged_counts as staged
       join agencies on agencies.code = staged.agency
       join services on services.agency_id = agencies.id and services.code = staged.service
       join cycles on cycles.starts_on <= staged.starts_on and cycles.ends_on >= staged.ends_on
     ), latest as (
       select distinct on (touched.cycle_id, touched.agency_id, touched.service_id, touched.channel, counted.starts_on, counted.ends_on)
         touched.cycle_id, touched.agency_id, touched.service_id, touched.channel, counted.starts_on, counted.ends_on, counted.counts
       from touched join counted on counted.agency_id = touched.agency_id and counted.study = $1 and counted.measure = $2
         and counted.service_id = touched.service_id and counted.channel = touched.channel
         and counted.starts_on >= touched.starts_on and counted.ends_on <= touched.ends_on
       order by touched.cycle_id, touched.agency_id, touched.service_id, touched.channel, counted.starts_on, counted.ends_on, counted.revision desc
     ), summed as (
       select cycle_id, agency_id, service_id, channel, answer, sum(chosen)::bigint as chosen, min(starts_on) as covers_from, max(ends_on) as covers_to
       from latest cross join lateral unnest(counts) with ordinality as one (chosen, answer)
       group by cycle_id, agency_id, service_id, channel, answer
     )
     insert into tallies (cycle_id, agency_id, study, measure, service_id, channel, counts, covers_from, covers_to)
     select cycle_id, agency_id, $1, $2, service_id, channel, array_agg(chosen order by answer), min(covers_from), max(covers_to)
     from summed group by cycle_id, agency_id, service_id, channel
     on conflict (cycle_id, agency_id, study, measure, service_id, channel) do update
     set counts = excluded.counts, covers_from = excluded.covers_from, covers_to = excluded.covers_to`,
    [of.study, of.measure],
  );
}
