import type { EntityManager } from 'typeorm';
import { Problem } from '#contract';
import type { Cycle } from '#cycles';
import type { VisitPlan } from '#fieldwork';

/** The plan of a cycle as it is kept: the document with all its defaults. */
export interface StoredPlan {
  readonly plan: VisitPlan;
  /** SHA-256 over its canonical JSON (RFC 8785). */
  readonly hash: string;
  readonly savedAt: Date;
}

/** The plan of a cycle, or null. Locked, nobody saves another one nor makes its visits meanwhile. */
export async function findPlan(db: EntityManager, cycleId: string, lock = false): Promise<StoredPlan | null> {
  const [row] = await db.query<StoredPlan[]>(
    `select document as plan, hash, saved_at as "savedAt" from visit_plans where cycle_id = $1 ${lock ? 'for update' : ''}`,
    [cycleId],
  );
  return row ?? null;
}

/** The plan of a cycle. @throws Problem `visit.planMissing` */
export async function planOf(
  db: EntityManager,
  { id, key }: Pick<Cycle, 'id' | 'key'>,
  lock = false,
): Promise<StoredPlan> {
  const stored = await findPlan(db, id, lock);
  if (!stored) throw new Problem('visit.planMissing', { params: { cycle: key } });
  return stored;
}

/** Keeps a plan, in place of the one before. */
export async function keepPlan(db: EntityManager, cycleId: string, plan: VisitPlan, hash: string): Promise<void> {
  await db.query(
    `insert into visit_plans (cycle_id, document, hash) values ($1, $2, $3)
     on conflict (cycle_id) do update set document = excluded.document, hash = excluded.hash, saved_at = now()
     where visit_plans.hash <> excluded.hash`,
    [cycleId, JSON.stringify(plan), hash],
  );
}

/** The waves of a cycle of which visits are made already. */
export async function wavesMade(db: EntityManager, cycleId: string): Promise<ReadonlySet<string>> {
  const rows = await db.query<{ wave: string }[]>('select distinct wave from visits where cycle_id = $1', [cycleId]);
  return new Set(rows.map(({ wave }) => wave));
}

/** Which published version a plan fills; its id is null when there is none, or it is a draft. */
export interface NamedInstrument {
  readonly code: string;
  readonly version: number;
  readonly id: string | null;
  readonly document: unknown;
}

/** The published instruments of these names, each once and in their order. */
export function listInstruments(
  db: EntityManager,
  names: readonly { readonly code: string; readonly version: number }[],
): Promise<NamedInstrument[]> {
  return db.query<NamedInstrument[]>(
    `select given.code, given.version, known.id, known.document
     from unnest($1::text[], $2::int[]) with ordinality as given (code, version, place)
     left join method_versions as known on known.kind = 'instrument' and known.code = given.code
       and known.version = given.version and known.published_at is not null
     order by place`,
    [names.map(({ code }) => code), names.map(({ version }) => version)],
  );
}
