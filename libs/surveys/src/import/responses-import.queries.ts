import type { EntityManager } from 'typeorm';
import { listOfBytes, rowsOf } from '#database';
import type { AnswerSheet } from '#instruments';
import type { ImportedRow } from './response-row.js';

/** Makes the stage, which goes with the transaction. */
export async function openResponsesStage(db: EntityManager): Promise<void> {
  await db.query(
    `create temporary table staged_responses (
       line integer primary key, key text not null, numbered boolean not null, id uuid, place_n integer not null, given_on date,
       language text not null, outcome text not null, segment text not null, sheet jsonb not null, contribution bytea not null,
       seconds integer, marks text[] not null
     ) on commit drop`,
  );
}

/** Puts rows into the stage. */
export async function stageResponses(db: EntityManager, rows: readonly ImportedRow[]): Promise<void> {
  await db.query(
    `insert into staged_responses
       (line, key, numbered, place_n, given_on, language, outcome, segment, sheet, contribution, seconds, marks)
     select line, key, numbered, place_n, given_on, language, outcome, segment, sheet, contribution, seconds,
       marks::text[]
     from unnest($1::int[], $2::text[], $3::boolean[], $4::int[], $5::date[], $6::text[], $7::text[], $8::text[], $9::jsonb[],
       $10::bytea[], $11::int[], $12::text[]) as given (line, key, numbered, place_n, given_on, language, outcome,
       segment, sheet, contribution, seconds, marks)`,
    [
      rows.map(({ line }) => line),
      rows.map(({ key }) => key),
      rows.map(({ isNumbered }) => isNumbered),
      rows.map(({ place }) => place),
      rows.map(({ givenOn }) => givenOn),
      rows.map(({ language }) => language),
      rows.map(({ outcome }) => outcome),
      rows.map(({ segment }) => segment),
      rows.map(({ sheet }) => JSON.stringify(sheet)),
      listOfBytes(rows.map(({ contribution }) => contribution)),
      rows.map(({ seconds }) => seconds),
      rows.map(({ marks }) => `{${marks.join(',')}}`),
    ],
  );
}

/** Lines whose own number an earlier line has, with that line. */
export function numberedTwice(db: EntityManager): AsyncGenerator<{ line: number; first: number; value: string }> {
  return rowsOf(
    db,
    `select line, first, key as value from (
       select line, key, min(line) over (partition by key) as first from staged_responses where numbered
     ) as each where line > first order by line`,
  );
}

/**
 * Gives every staged row its id: a UUID (version 8) of the SHA-256 over a salt, campaign and number; of what has no number, over what
 * it says and the how-manieth it is that says so. The same file has the same ids again, while the salt is there.
 */
export async function nameStaged(
  db: EntityManager,
  { code, salt }: { readonly code: string; readonly salt: Buffer },
): Promise<void> {
  await db.query(
    `update staged_responses as staged set id = overlay(overlay(digits placing '8' from 13) placing '8' from 17)::uuid
     from (
       select line, left(encode(sha256($2::bytea || convert_to(concat_ws(E'\\n', $1::text, case when numbered then 'number' else 'words' end, key, nth), 'UTF8')), 'hex'), 32) as digits
       from (
         select line, key, numbered, case when not numbered then row_number() over (partition by numbered, key order by line) end as nth
         from staged_responses
       ) as counted
     ) as named where named.line = staged.line`,
    [code, salt],
  );
  await db.query('analyze staged_responses');
}

/** A row whose number is stored with something else: nothing that somebody answered is ever changed. */
export interface DifferingRow {
  readonly line: number;
  readonly sheet: AnswerSheet;
  readonly storedSheet: AnswerSheet;
  /** Of the place: the centre, else the agency; null: it is the same. */
  readonly storedPlace: string | null;
  /** Null: it is the same, or none was given. */
  readonly storedDay: string | null;
}

/**
 * Rows whose number is stored with another sheet, place or day, under whichever agency of the campaign. Each is looked up by the key of
 * responses, whatever the planner believes of their table (`offset 0` keeps it from joining otherwise).
 */
export function differing(
  db: EntityManager,
  { id, cycleId, zone }: { readonly id: string; readonly cycleId: string; readonly zone: string },
): AsyncGenerator<DifferingRow> {
  return rowsOf(
    db,
    `with asked as materialized (select distinct agency_id from survey_places where campaign_id = $1)
     select line, sheet, "storedSheet", "storedPlace", "storedDay" from (
       select staged.line, staged.sheet, stored.sheet as "storedSheet",
         case when stored.place_n <> staged.place_n then coalesce(centres.code, agencies.code) end as "storedPlace",
         case when stored.day <> staged.given_on then stored.day::text end as "storedDay"
       from staged_responses as staged cross join asked,
         lateral (
           select sheet, place_n, (received_at at time zone $3::interval)::date as day from responses
           where cycle_id = $2 and agency_id = asked.agency_id and id = staged.id offset 0
         ) as stored
         join survey_places as places on places.n = stored.place_n join agencies on agencies.id = places.agency_id
         left join centres on centres.id = places.centre_id
       where staged.numbered
     ) as each where sheet <> "storedSheet" or "storedPlace" is not null or "storedDay" is not null order by line`,
    [id, cycleId, zone],
  );
}

/**
 * Stores what is staged and is not there yet, in an order that only chance decided.
 * @param today the day of rows that say none @param zone where a day begins @returns how many
 */
export async function storeStaged(
  db: EntityManager,
  { cycleId, consent, today, zone }: { readonly cycleId: string; readonly consent: number; readonly today: string; readonly zone: string }, // prettier-ignore
): Promise<number> {
  const [counts] = await db.query<{ added: number }[]>(
    `with stored as (
       insert into responses (cycle_id, agency_id, id, place_n, way, language, outcome, segment, standing, consent, sheet, contribution,
         seconds, marks, interviewer_id, received_at)
       select $1, places.agency_id, staged.id, place_n, 'import', language, outcome, segment, 0, $2, sheet, contribution, seconds,
         marks, null, coalesce(given_on, $3::date)::timestamp at time zone $4::interval
       from staged_responses as staged join survey_places as places on places.n = staged.place_n
       order by gen_random_uuid()
       on conflict do nothing returning 1
     ) select count(*)::integer as added from stored`,
    [cycleId, consent, today, zone],
  );
  return counts?.added ?? 0;
}
