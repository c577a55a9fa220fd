import type { EntityManager } from 'typeorm';
import { Problem } from '#contract';
import { cycleOf, findPrevious, findSchemeId, type Cycle } from '#cycles';
import { compileScheme, type CompiledScheme, type Scheme } from '#scoring';
import { storedScheme } from '#schemes';

/** A cycle with the scheme it was opened with. */
export interface StarCycle {
  readonly cycle: Cycle;
  readonly scheme: Scheme;
  /** The scheme made ready for a channel type, once each. */
  readonly compiled: ReadonlyMap<string, CompiledScheme>;
}

/** The cycle of a key. @throws Problem `cycle.unknown`, and `cycle.schemeMissing` for one that was opened without a scheme */
export async function starCycleOf(db: EntityManager, key: string): Promise<StarCycle> {
  const cycle = await cycleOf(db, key);
  const found = await starCycle(db, cycle);
  if (!found) throw new Problem('cycle.schemeMissing', { params: { cycle: key } });
  return found;
}

/** The cycle before, when it was opened with a scheme; null: there is none. */
export async function findPreviousStarCycle(db: EntityManager, { cycle }: StarCycle): Promise<StarCycle | null> {
  const previous = await findPrevious(db, cycle);
  return previous && starCycle(db, previous);
}

async function starCycle(db: EntityManager, cycle: Cycle): Promise<StarCycle | null> {
  const id = await findSchemeId(db, cycle);
  if (id === null) return null;
  const scheme = await storedScheme(db, id);
  const compiled = new Map(scheme.channelTypes.map(({ code }) => [code, compileScheme(scheme, code)]));
  return { cycle, scheme, compiled };
}

/** The scheme for the channel type of a unit, which the cycle's units always have. */
export function compiledFor({ compiled, scheme }: StarCycle, channelType: string): CompiledScheme {
  const found = compiled.get(channelType);
  if (!found) throw new Error(`The scheme ${scheme.code} has no channel type ${channelType}`);
  return found;
}
