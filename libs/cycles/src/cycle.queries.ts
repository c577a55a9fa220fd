import { randomUUID } from 'node:crypto';
import { LessThan, type EntityManager } from 'typeorm';
import { Problem } from '#contract';
import { Cycle } from './cycle.entity.js';
import type { Days, Period } from './period.js';

/** All cycles, the newest first; of equal ends the longest first. */
export function listCycles(db: EntityManager): Promise<Cycle[]> {
  return db.find(Cycle, { order: { endsOn: 'DESC', startsOn: 'ASC' } });
}

/** The cycle of a key. @throws Problem `cycle.unknown` */
export async function cycleOf(db: EntityManager, key: string): Promise<Cycle> {
  const cycle = await db.findOneBy(Cycle, { key });
  if (!cycle) throw new Problem('cycle.unknown', { params: { cycle: key.slice(0, 40) } });
  return cycle;
}

/** The last cycle of the same kind that ended before this one began, or null for the first of its kind. */
export function findPrevious(db: EntityManager, cycle: Cycle): Promise<Cycle | null> {
  return db.findOne(Cycle, {
    where: { kind: cycle.kind, endsOn: LessThan(cycle.startsOn) },
    order: { endsOn: 'DESC' },
  });
}

/**
 * The cycle of a period, made when it is not there yet.
 * @throws Problem `cycle.notYet` for one that has not begun; `request.invalid` when the key stands for other days
 * already, as of a fiscal year that began in another month
 */
export async function ensureCycle(db: EntityManager, period: Period): Promise<Cycle> {
  if (period.startsOn > new Date().toISOString().slice(0, 10)) {
    throw new Problem('cycle.notYet', { params: { cycle: period.key } });
  }
  await db
    .createQueryBuilder()
    .insert()
    .into(Cycle)
    .values({ id: randomUUID(), ...period })
    .orIgnore()
    .execute();
  const cycle = await cycleOf(db, period.key);
  if (daysIn(cycle) !== daysIn(period)) throw otherDays(cycle, period);
  return cycle;
}

function daysIn({ startsOn, endsOn }: Days): string {
  return `${startsOn}/${endsOn}`;
}

function otherDays(cycle: Cycle, period: Period): Problem {
  const value = `${period.key}: ${daysIn(period)}`;
  const fault = { where: 'cycle', value, reason: 'contradicts', params: { stored: daysIn(cycle) } } as const;
  return new Problem('request.invalid', { faults: [fault] });
}

/** Opens a cycle's figures to everybody, or closes them again. */
export async function setPublished(db: EntityManager, cycle: Cycle, publishedAt: Date | null): Promise<void> {
  await db.update(Cycle, { id: cycle.id }, { publishedAt });
}

/** The scheme a cycle was opened with, by id; null: with none. */
export async function findSchemeId(db: EntityManager, cycle: Cycle): Promise<string | null> {
  const [row] = await db.query<{ scheme_id: string }[]>('select scheme_id from cycle_schemes where cycle_id = $1', [
    cycle.id,
  ]);
  return row?.scheme_id ?? null;
}

/** Fixes the scheme of a cycle that has none. */
export async function insertScheme(db: EntityManager, cycle: Cycle, schemeId: string): Promise<void> {
  await db.query('insert into cycle_schemes (cycle_id, scheme_id) values ($1, $2)', [cycle.id, schemeId]);
}
