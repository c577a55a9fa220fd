import type { EntityManager } from 'typeorm';
import { rowsOf } from '#database';
import type { NamedAgency } from '#network';
import type { ResultsRow } from './results-reader.js';

/** What storing staged values did. */
export interface Stored {
  readonly added: number;
  readonly corrected: number;
  readonly unchanged: number;
}

/** A table of this transaction only: rows wait here until all of the file is known to be good. */
export async function openStage(db: EntityManager): Promise<void> {
  await db.query(`
    create temporary table staged_results (
      line integer not null, agency text not null, name_en text, name_ar text, group_en text, group_ar text,
      answers integer, measures text[] not null, points numeric[] not null
    ) on commit drop`);
}

/** Stages rows; `measures` are the codes of their values, in the same order. */
export async function stageResults(
  db: EntityManager,
  rows: readonly ResultsRow[],
  measures: readonly string[],
): Promise<void> {
  await db.query(
    `insert into staged_results
     select line, agency, name_en, name_ar, group_en, group_ar, answers, $9::text[], points::numeric[]
     from unnest($1::int[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::int[], $8::text[])
       as given (line, agency, name_en, name_ar, group_en, group_ar, answers, points)`,
    [
      rows.map((row) => row.line),
      rows.map((row) => row.agency.code),
      rows.map((row) => row.agency.nameEn),
      rows.map((row) => row.agency.nameAr),
      rows.map((row) => row.agency.groupEn),
      rows.map((row) => row.agency.groupAr),
      rows.map((row) => row.answers),
      rows.map((row) => `{${row.values.map((value) => value ?? 'null').join(',')}}`),
      measures,
    ],
  );
}

/** Rows about an agency that an earlier line is about already. */
export function rowsTwice(db: EntityManager): AsyncGenerator<{ line: number; agency: string; first: number }> {
  return rowsOf(
    db,
    `select line, agency, first from (
       select line, agency, min(line) over (partition by agency) as first from staged_results
     ) as seen where line > first order by line`,
  );
}

/** The agencies that are staged, by code, with the names their rows give. */
export function listStagedAgencies(db: EntityManager): Promise<NamedAgency[]> {
  return db.query(
    `select agency as code, name_en as "nameEn", name_ar as "nameAr", group_en as "groupEn", group_ar as "groupAr"
     from staged_results order by agency`,
  );
}

/** Stores what differs from the latest revision as a new one; nothing stored is ever rewritten. */
export async function storeResults(
  db: EntityManager,
  to: { cycleId: string; study: string; importId: string },
): Promise<Stored> {
  const [stored] = await db.query<Stored[]>(
    `with given as (
       select agencies.id as agency_id, one.measure, one.value, staged.answers, staged.line
       from staged_results as staged
       join agencies on agencies.code = staged.agency
       cross join lateral unnest(staged.measures, staged.points) as one (measure, value)
     ), compared as (
       select given.*, coalesce(latest.revision, 0) as revision,
         latest.revision is null as is_new,
         latest.value is not distinct from given.value and latest.answers is not distinct from given.answers as is_same
       from given left join lateral (
         select revision, value, answers from study_results as result
         where result.cycle_id = $1 and result.agency_id = given.agency_id and result.study = $2 and result.measure = given.measure
         order by revision desc limit 1
       ) as latest on true
     ), kept as (
       insert into study_results (cycle_id, agency_id, study, measure, revision, value, answers, import_id, line)
       select $1, agency_id, $2, measure, revision + 1, value, answers, $3, line from compared where is_new or not is_same
     )
     select count(*) filter (where is_new)::int as added,
       count(*) filter (where not is_new and not is_same)::int as corrected,
       count(*) filter (where not is_new and is_same)::int as unchanged
     from compared`,
    [to.cycleId, to.study, to.importId],
  );
  return stored ?? { added: 0, corrected: 0, unchanged: 0 };
}
