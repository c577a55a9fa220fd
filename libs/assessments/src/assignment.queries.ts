import type { EntityManager } from 'typeorm';
import type { Assessment, Assigned } from './assessment.queries.js';
import type { Slot } from './settled.js';

type At = Pick<Assessment, 'cycleId' | 'centreId'>;

interface AssignedRow {
  readonly centreId: string;
  readonly slot: Slot;
  readonly accountId: string;
}

/** Who is assigned to each of these centres now, by the centre's id. */
export async function listAssigned(
  db: EntityManager,
  cycleId: string,
  centreIds: readonly string[],
): Promise<Map<string, Map<Slot, string>>> {
  const rows = await db.query<AssignedRow[]>(
    `select centre_id as "centreId", slot, account_id as "accountId" from assessor_assignments
     where cycle_id = $1 and centre_id = any($2) and ended_at is null`,
    [cycleId, centreIds],
  );
  const all = new Map(centreIds.map((id) => [id, new Map<Slot, string>()]));
  for (const { centreId, slot, accountId } of rows) all.get(centreId)?.set(slot, accountId);
  return all;
}

/** Who is assigned to a centre now. */
export async function assignedTo(db: EntityManager, { cycleId, centreId }: At): Promise<Assigned> {
  return (await listAssigned(db, cycleId, [centreId])).get(centreId) ?? new Map<Slot, string>();
}

/** Assigns an account to a place that is free. */
export async function insertAssignment(
  db: EntityManager,
  { cycleId, centreId }: At,
  slot: Slot,
  accountId: string,
): Promise<void> {
  await db.query('insert into assessor_assignments (cycle_id, centre_id, slot, account_id) values ($1, $2, $3, $4)', [
    cycleId,
    centreId,
    slot,
    accountId,
  ]);
}

/** Ends who is assigned to a place, because somebody else takes it. */
export async function endAssignment(db: EntityManager, { cycleId, centreId }: At, slot: Slot): Promise<void> {
  await db.query(
    `update assessor_assignments set ended_at = now(), ended_because = 'replaced'
     where cycle_id = $1 and centre_id = $2 and slot = $3 and ended_at is null`,
    [cycleId, centreId, slot],
  );
}

/** The names of accounts by their ids. */
export async function namesOf(db: EntityManager, accountIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db.query<{ id: string; name: string }[]>('select id, name from accounts where id = any($1)', [
    accountIds,
  ]);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
