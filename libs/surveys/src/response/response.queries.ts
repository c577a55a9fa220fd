import { listOfBytes, type Database } from '#database';
import type { Arrival } from './arrival.js';

/** A response as it was stored just now. */
export interface Stored {
  readonly id: string;
  /** The time of the commit's transaction. */
  readonly receivedAt: Date;
}

/** A response that is there already. */
export interface Known extends Stored {
  /** Whether its answers, its place and its way are those that came again. */
  readonly isSame: boolean;
}

/** Stands in no JSON text: one long text is sent as it is, while a list of texts is escaped letter by letter. */
const betweenTexts = '\u001f';

const columns = `cycle_id, agency_id, id, place_n, way, language, outcome, segment, standing, consent, sheet, contribution, seconds,
  marks, interviewer_id`;

const given = `
  select cycle_id, agency_id, id, place_n, way, language, outcome, segment, standing, consent, sheet::jsonb as sheet,
    contribution, seconds, marks::text[] as marks, interviewer_id
  from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::int[], $5::text[], $6::text[], $7::text[], $8::text[], $9::smallint[],
    $10::int[], string_to_array($11, E'\\x1f'), $12::bytea[], $13::int[], $14::text[], $15::uuid[])
    as given (cycle_id, agency_id, id, place_n, way, language, outcome, segment, standing, consent, sheet, contribution, seconds,
      marks, interviewer_id)`;

const storing = `
  with durable as materialized (select set_config('synchronous_commit', 'on', true) as it)
  insert into responses (${columns}, received_at)
  select given.*, now() from (${given}) as given, durable where durable.it = 'on'
  on conflict do nothing returning id, received_at as "receivedAt"`;

/**
 * Stores responses in one statement that is a transaction of its own. @returns those that were not there yet
 * @param arrivals ordered by id, so that two batches with the same ones do not wait for each other in a circle
 */
export function storeResponses(database: Database, arrivals: readonly Arrival[]): Promise<Stored[]> {
  return database.statement<Stored>('responses_store', storing, valuesOf(arrivals));
}

const spending = `
  with durable as materialized (select set_config('synchronous_commit', 'on', true) as it), spent as (
    update survey_invitations set response_id = ($3::uuid[])[1], answered = true
    from durable where durable.it = 'on' and id = $16 and response_id is null and expires_at > now() returning id
  )
  insert into responses (${columns}, received_at)
  select given.*, now() from (${given}) as given, spent
  returning id, received_at as "receivedAt"`;

/** Stores a response and spends the invitation it came by, both or neither. @returns null when it was spent or over already */
export async function storeInvited(database: Database, arrival: Arrival, invitation: string): Promise<Stored | null> {
  const [stored] = await database.statement<Stored>('responses_store_invited', spending, [
    ...valuesOf([arrival]),
    invitation,
  ]);
  return stored ?? null;
}

/** Which of some responses are there already, and whether they are the same. */
export function knownResponses(database: Database, arrivals: readonly Arrival[]): Promise<Known[]> {
  return database.statement<Known>(
    'responses_known',
    `select responses.id, received_at as "receivedAt",
       responses.sheet = given.sheet and responses.place_n = given.place_n and responses.way = given.way as "isSame"
     from (${given}) as given join responses using (cycle_id, agency_id, id)`,
    valuesOf(arrivals),
  );
}

function valuesOf(arrivals: readonly Arrival[]): unknown[] {
  return [
    arrivals.map(({ place }) => place.cycleId),
    arrivals.map(({ place }) => place.agencyId),
    arrivals.map(({ id }) => id),
    arrivals.map(({ place }) => place.n),
    arrivals.map(({ way }) => way),
    arrivals.map(({ language }) => language),
    arrivals.map(({ outcome }) => outcome),
    arrivals.map(({ segment }) => segment),
    arrivals.map(({ standing }) => standing),
    arrivals.map(({ consent }) => consent),
    arrivals.map(({ text }) => text).join(betweenTexts),
    listOfBytes(arrivals.map(({ contribution }) => contribution)),
    arrivals.map(({ seconds }) => seconds),
    arrivals.map(({ marks }) => `{${marks.join(',')}}`),
    arrivals.map(({ interviewerId }) => interviewerId),
  ];
}
