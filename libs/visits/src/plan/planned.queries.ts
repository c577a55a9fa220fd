import type { EntityManager } from 'typeorm';
import type { Actor } from '#access';
import type { Visit } from '../visit.entity.js';

/** A visit that is to be planned. */
export type NewVisit = Pick<
  Visit,
  | 'cycleId'
  | 'agencyId'
  | 'id'
  | 'centreId'
  | 'instrumentId'
  | 'wave'
  | 'scenario'
  | 'service'
  | 'dueFrom'
  | 'dueTo'
  | 'weekday'
  | 'hourFrom'
  | 'hourTo'
  | 'language'
  | 'gender'
  | 'pairId'
  | 'replaces'
>;

/** How many visits one statement takes. */
const atOnce = 2_000;

/** Plans visits and writes the first line of their trails. */
export async function insertPlanned(db: EntityManager, actor: Actor, visits: readonly NewVisit[]): Promise<void> {
  for (let from = 0; from < visits.length; from += atOnce) {
    const some = visits.slice(from, from + atOnce);
    await db.query(insertion, [JSON.stringify(some), actor.accountId]);
  }
}

const insertion = `
  with made as (
    insert into visits (cycle_id, agency_id, id, centre_id, instrument_id, wave, scenario, service, due_from, due_to,
      weekday, hour_from, hour_to, language, gender, pair_id, replaces)
    select "cycleId", "agencyId", id, "centreId", "instrumentId", wave, scenario, service, "dueFrom", "dueTo",
      weekday, "hourFrom", "hourTo", language, gender, "pairId", replaces
    from jsonb_to_recordset($1::jsonb) as given ("cycleId" uuid, "agencyId" uuid, id uuid, "centreId" uuid,
      "instrumentId" uuid, wave text, scenario text, service text, "dueFrom" date, "dueTo" date, weekday text,
      "hourFrom" text, "hourTo" text, language text, gender text, "pairId" uuid, replaces uuid)
    returning cycle_id, agency_id, id
  )
  insert into visit_events (cycle_id, agency_id, visit_id, to_state, role, account_id)
  select cycle_id, agency_id, id, 'planned', 'office', $2 from made`;

/** Which centres have visits in which wave: `centre id:wave`. */
export async function plannedAlready(db: EntityManager, cycleId: string): Promise<ReadonlySet<string>> {
  const rows = await db.query<{ key: string }[]>(
    `select distinct centre_id || ':' || wave as key from visits where cycle_id = $1`,
    [cycleId],
  );
  return new Set(rows.map(({ key }) => key));
}

/** The other visit of a pair, or null when there is none. */
export async function findPartner(db: EntityManager, { id, pairId }: Visit): Promise<{ state: Visit['state'] } | null> {
  const [row] = await db.query<{ state: Visit['state'] }[]>(
    "select state from visits where pair_id = $1 and id <> $2 and state <> 'replaced'",
    [pairId, id],
  );
  return row ?? null;
}
