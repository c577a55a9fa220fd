import type { EntityManager } from 'typeorm';
import { rowsOf } from '#database';
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

/** A staged row among others of its service and channel whose days overlap. */
export interface CrowdedRow {
  readonly line: number;
  readonly series: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

/** All rows of every service and channel in which days overlap, in the order of their days. */
export function crowdedRows(db: EntityManager): AsyncGenerator<CrowdedRow> {
  return rowsOf(
    db,
    `select line, series, starts_on::text as "startsOn", ends_on::text as "endsOn" from (
       select *, bool_or(begins_within) over (partition by series) as is_crowded from (
         select line, row(agency, service, channel)::text as series, starts_on, ends_on,
           starts_on <= max(ends_on) over (
             partition by agency, service, channel order by starts_on, line rows between unbounded preceding and 1 preceding
           ) as begins_within
         from staged_counts
       ) as seen
     ) as judged where is_crowded order by series, starts_on, line`,
  );
}

/**
 * Staged rows whose days overlap stored ones of another length: a month cannot be counted beside its year. Stored rows
 * of a service and channel do not overlap each other, so only the last that begins before a staged one ends can do so.
 */
export function storedOverlaps(
  db: EntityManager,
  of: { study: string; measure: string },
): AsyncGenerator<{ line: number; period: string; stored: string }> {
  return rowsOf(
    db,
    `select staged.line, staged.starts_on::text as period, last.starts_on::text || '/' || last.ends_on::text as stored
     from staged_counts as staged
     join agencies on agencies.code = staged.agency
     join services on services.agency_id = agencies.id and services.code = staged.service
     cross join lateral (
       select starts_on, ends_on from counted
       where counted.agency_id = agencies.id and counted.study = $1 and counted.measure = $2
         and counted.service_id = services.id and counted.channel = staged.channel and counted.starts_on <= staged.ends_on
       order by starts_on desc, ends_on desc limit 1
     ) as last
     where last.ends_on >= staged.starts_on and (last.starts_on, last.ends_on) <> (staged.starts_on, staged.ends_on)
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
