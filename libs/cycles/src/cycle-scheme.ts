import type { EntityManager } from 'typeorm';
import { Problem } from '#contract';
import { storedScheme } from '#schemes';
import type { Scheme } from '#scoring';
import type { Cycle } from './cycle.entity.js';
import { findSchemeId } from './cycle.queries.js';

/** The scheme a cycle was opened with. @throws Problem `cycle.schemeMissing` for one that was opened without */
export async function schemeOf(db: EntityManager, cycle: Cycle): Promise<Scheme> {
  const id = await findSchemeId(db, cycle);
  if (id === null) throw new Problem('cycle.schemeMissing', { params: { cycle: cycle.key } });
  return storedScheme(db, id);
}
