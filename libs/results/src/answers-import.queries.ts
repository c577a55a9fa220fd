import type { EntityManager } from 'typeorm';
import { rowsOf } from '#database';
import type { AnswerSheet } from '#instruments';
import type { AnswersRow } from './answers-reader.js';

/** Which tallies an import of answers is about. */
export interface AnswersPlace {
  readonly cycleId: string;
  readonly instrumentId: string;
}

/** Makes the stage, which goes with the transaction. */
export async function openAnswersStage(db: EntityManager): Promise<void> {
  await db.query(
    `create temporary table staged_answers (
       line integer primary key, id uuid not null, centre_id uuid not null, agency_id uuid not null, given_on date,
       sheet jsonb not null, hash text not null
     ) on commit drop`,
  );
}

export async function stageAnswers(
  db: EntityManager,
  rows: readonly (AnswersRow & { readonly hash: string })[],
): Promise<void> {
  await db.query(
    `insert into staged_answers (line, id, centre_id, agency_id, given_on, sheet, hash)
     select * from unnest($1::int[], $2::uuid[], $3::uuid[], $4::uuid[], $5::date[], $6::jsonb[], $7::text[])`,
    [
      rows.map(({ line }) => line),
      rows.map(({ id }) => id),
      rows.map(({ centre }) => centre.id),
      rows.map(({ centre }) => centre.agencyId),
      rows.map(({ givenOn }) => givenOn),
      rows.map(({ sheet }) => JSON.stringify(sheet)),
      rows.map(({ hash }) => hash),
    ],
  );
}

/** Lines whose id an earlier line has, with that line. */
export function answersTwice(db: EntityManager): AsyncGenerator<{ line: number; first: number }> {
  return rowsOf(
    db,
    `select line, first from (select line, min(line) over (partition by id) as first from staged_answers) as numbered
     where line > first order by line`,
  );
}

/** Lines whose id is stored for another centre, with that centre. */
export function answersMoved(
  db: EntityManager,
  { cycleId, instrumentId }: AnswersPlace,
): AsyncGenerator<{ line: number; centre: string }> {
  return rowsOf(
    db,
    `select distinct staged.line, centres.code as centre from staged_answers as staged
     join answer_sheets as stored on stored.cycle_id = $1 and stored.instrument_id = $2 and stored.id = staged.id
       and stored.centre_id <> staged.centre_id
     join centres on centres.id = stored.centre_id order by staged.line`,
    [cycleId, instrumentId],
  );
}

/** Keeps what differs from the latest revision. */
export async function storeAnswers(
  db: EntityManager,
  { cycleId, instrumentId }: AnswersPlace,
  importId: string,
): Promise<{ added: number; corrected: number; unchanged: number }> {
  const [counts] = await db.query<{ added: number; corrected: number; unchanged: number }[]>(
    `with latest as (
       select distinct on (stored.id) stored.id, stored.revision, stored.hash from answer_sheets as stored
       join staged_answers as staged on staged.id = stored.id
       where stored.cycle_id = $1 and stored.instrument_id = $2 order by stored.id, stored.revision desc
     ), stored as (
       insert into answer_sheets
         (cycle_id, agency_id, centre_id, instrument_id, id, revision, given_on, sheet, hash, import_id, line)
       select $1, staged.agency_id, staged.centre_id, $2, staged.id, coalesce(latest.revision, 0) + 1, staged.given_on,
         staged.sheet, staged.hash, $3, staged.line
       from staged_answers as staged left join latest on latest.id = staged.id
       where latest.hash is distinct from staged.hash
       returning revision
     )
     select (select count(*) from stored where revision = 1)::int as added,
       (select count(*) from stored where revision > 1)::int as corrected,
       ((select count(*) from staged_answers) - (select count(*) from stored))::int as unchanged`,
    [cycleId, instrumentId, importId],
  );
  return counts ?? { added: 0, corrected: 0, unchanged: 0 };
}

/** The filled instruments as they stand now of every centre the stage names, centre by centre. */
export function sheetsOfTouched(
  db: EntityManager,
  { cycleId, instrumentId }: AnswersPlace,
): AsyncGenerator<{ centre_id: string; agency_id: string; sheet: AnswerSheet }> {
  return rowsOf(
    db,
    `select centre_id, agency_id, sheet from (
       select distinct on (agency_id, centre_id, id) agency_id, centre_id, id, sheet from answer_sheets
       where cycle_id = $1 and instrument_id = $2 and centre_id in (select centre_id from staged_answers)
       order by agency_id, centre_id, id, revision desc
     ) as latest order by agency_id, centre_id`,
    [cycleId, instrumentId],
  );
}
