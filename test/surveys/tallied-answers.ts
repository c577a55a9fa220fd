import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { Campaign, cellOf, standings } from '#campaigns';
import { Database } from '#database';
import { compileInstrument, contributionOf, packContribution, tallyLayoutOf } from '#instruments';
import { Fold, moveStanding } from '#surveys';
import { customerSheet, type SurveyRooms } from './survey-rooms.js';
import { shippedInstrument } from './survey-world.js';
import { campaignDocument } from './campaign-documents.js';

const instrument = shippedInstrument('customer-happiness-1');
const compiled = compileInstrument(instrument);
const layout = tallyLayoutOf(instrument);
const campaign = Campaign.parse(campaignDocument());

/** A session of its own, to hold transactions open in. */
export class Session {
  private constructor(private readonly client: Client) {}

  static async at(url: string): Promise<Session> {
    const client = new Client({ connectionString: url });
    await client.connect();
    return new Session(client);
  }

  async run(text: string): Promise<void> {
    await this.client.query(text);
  }

  /** Stores responses of customers in the transaction that is open here, if any. @returns their ids */
  async answer(
    place: number,
    count = 1,
    { standing = 0, answers = {} }: { readonly standing?: number; readonly answers?: Record<string, unknown> } = {},
  ): Promise<string[]> {
    const sheet = customerSheet(answers);
    const contribution = packContribution(contributionOf(layout, compiled, sheet));
    const { outcome, segment } = cellOf(campaign, sheet);
    const ids = Array.from({ length: count }, () => randomUUID());
    await this.client.query(
      `insert into responses (cycle_id, agency_id, id, place_n, way, language, outcome, segment, standing, consent, sheet, contribution,
         marks, received_at)
       select cycle_id, agency_id, given.id, $2, 'link', 'ar', $3, $4, $5, 1, $6, $7, '{}', now()
       from unnest($1::uuid[]) as given (id), survey_places as places join campaigns on campaigns.id = campaign_id where places.n = $2
       on conflict do nothing`,
      [ids, place, outcome, segment, standing, JSON.stringify(sheet), contribution],
    );
    return ids;
  }

  close(): Promise<void> {
    return this.client.end();
  }
}

/** How many responses the tallies have, by standing. */
export async function talliedIn(
  rooms: SurveyRooms,
): Promise<readonly [counted: number, held: number, excluded: number]> {
  const rows = await rooms.sql<{ standing: number; n: number }>(
    'select standing, sum(responses)::int as n from survey_tallies group by standing',
  );
  const of = (standing: number) => rows.find((row) => row.standing === standing)?.n ?? 0;
  return [of(0), of(1), of(2)];
}

/** What the tallies are, as they lie there. */
export function kept(rooms: SurveyRooms): Promise<object[]> {
  return rooms.sql('select * from survey_tallies order by cycle_id, agency_id, place_n, outcome, segment, standing');
}

/** A person's decision, as it is made: the row changes and the tallies with it. @returns whether it was folded and has changed */
export function decide(rooms: SurveyRooms, id: string, to: number): Promise<boolean> {
  return rooms.get(Database).transaction(async (db) => {
    const [row] = await db.query<{ cycleId: string; agencyId: string; standing: number; isFolded: boolean }[]>(
      `select cycle_id as "cycleId", agency_id as "agencyId", standing,
         (select pg_visible_in_snapshot(seen, folded_to) from survey_fold) as "isFolded" from responses where id = $1 for update`,
      [id],
    );
    if (!row) return false;
    await db.query('update responses set standing = $2 where id = $1', [id, to]);
    await moveStanding(db, { ...row, id }, standings[row.standing]!, standings[to]!);
    return row.isFolded && row.standing !== to;
  });
}

/** From now on the mark can be kept from moving: the transaction breaks off when the tallies are written already. */
export async function letFoldBreak(rooms: SurveyRooms): Promise<void> {
  await rooms.sql(`
    create table breaking (now boolean); insert into breaking values (false);
    create function break_off() returns trigger language plpgsql as $$ begin
      if (select now from breaking) then raise 'broken'; end if; return new;
    end $$;
    create trigger broken before update on survey_fold for each row execute function break_off()`);
}

/** Folds so that it breaks off. @returns why it did, or that it did not */
export async function foldBroken(rooms: SurveyRooms, most?: number): Promise<string> {
  await rooms.sql('update breaking set now = true');
  const why = await rooms
    .get(Fold)
    .fold(most)
    .then(
      () => 'nothing to fold',
      (error: Error) => error.message,
    );
  await rooms.sql('update breaking set now = false');
  return why;
}

/** The processes of the server that wait for somebody's lock with a statement, as soon as there is one. */
export async function waitingOn(rooms: SurveyRooms, statement: string): Promise<number[]> {
  for (;;) {
    const rows = await rooms.sql<{ pid: number }>(
      `select pid from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database() and query like $1`,
      [`${statement}%`],
    );
    if (rows.length > 0) return rows.map(({ pid }) => pid);
  }
}
