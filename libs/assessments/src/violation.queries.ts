import type { EntityManager } from 'typeorm';
import { Problem } from '#contract';

/** Something found wrong at a centre, until it is put right. */
export interface Violation {
  readonly id: string;
  /** The centre's code. */
  readonly centre: string;
  /** What kind, as the gates of rating schemes name it. */
  readonly kind: string;
  readonly note: string;
  /** ISO days. */
  readonly openedOn: string;
  /** Null: still open. */
  readonly closedOn: string | null;
}

const columns = `violations.id, centres.code as centre, kind, note, opened_on::text as "openedOn", closed_on::text as "closedOn"`;

/** The violations of a centre, the newest first. */
export function listViolations(db: EntityManager, centreId: string): Promise<Violation[]> {
  return db.query<Violation[]>(
    `select ${columns} from violations join centres on centres.id = centre_id
     where centre_id = $1 order by opened_on desc, violations.id`,
    [centreId],
  );
}

/** The violation of an id at a centre. @throws Problem `violation.unknown` */
export async function violationOf(db: EntityManager, centreId: string, id: string): Promise<Violation> {
  const found = (await listViolations(db, centreId)).find((one) => one.id === id);
  if (!found) throw new Problem('violation.unknown');
  return found;
}

/** Notes a violation unless its id is there. @returns whether it was new */
export async function insertViolation(
  db: EntityManager,
  centreId: string,
  { id, kind, note, openedOn }: Omit<Violation, 'centre' | 'closedOn'>,
): Promise<boolean> {
  const rows = await db.query<unknown[]>(
    `insert into violations (id, centre_id, kind, note, opened_on) values ($1, $2, $3, $4, $5)
     on conflict (id) do nothing returning 1`,
    [id, centreId, kind, note, openedOn],
  );
  return rows.length > 0;
}

export async function setClosed(db: EntityManager, id: string, closedOn: string): Promise<void> {
  await db.query('update violations set closed_on = $2 where id = $1', [id, closedOn]);
}

/** The kinds of violations that were open on a day, by centre id. */
export async function violationsOpenOn(
  db: EntityManager,
  day: string,
  centreIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db.query<{ centre_id: string; kinds: string[] }[]>(
    `select centre_id, array_agg(distinct kind order by kind) as kinds from violations
     where centre_id = any($1::uuid[]) and opened_on <= $2 and coalesce(closed_on > $2, true) group by centre_id`,
    [centreIds, day],
  );
  return new Map(rows.map(({ centre_id: centreId, kinds }) => [centreId, kinds]));
}
