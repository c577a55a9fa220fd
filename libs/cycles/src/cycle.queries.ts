import { randomUUID } from 'node:crypto';
import { LessThan, type EntityManager } from 'typeorm';
import { Problem } from '#contract';
import { Cycle } from './cycle.entity.js';
import type { Period } from './period.js';

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

/** The cycle of a period, made when it is not there yet. @throws Problem `cycle.notYet` for one that has not begun */
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
  return cycleOf(db, period.key);
}

/** Opens a cycle's figures to everybody, or closes them again. */
export async function setPublished(db: EntityManager, cycle: Cycle, publishedAt: Date | null): Promise<void> {
  await db.update(Cycle, { id: cycle.id }, { publishedAt });
}
