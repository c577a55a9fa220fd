import type { EntityManager } from 'typeorm';
import { Problem } from '#contract';
import { compileInstrument, type CompiledInstrument } from '#instruments';
import { readScheme, type Scheme } from '#scoring';
import { methodRules } from './method-rules.js';
import { methodOf, methodWithId } from './method.queries.js';

/** A published instrument, ready to check and score answers. */
export interface StoredInstrument {
  readonly id: string;
  readonly compiled: CompiledInstrument;
}

/** The instrument of a code and version. @throws Problem `method.unknown`, also for a draft */
export async function storedInstrument(db: EntityManager, code: string, version: number): Promise<StoredInstrument> {
  const { id, document, publishedAt } = await methodOf(db, { kind: 'instrument', code, version });
  if (!publishedAt) throw new Problem('method.unknown', { params: { kind: 'instrument', code, version } });
  const read = methodRules.instrument.read(document).document;
  if (!read) throw new Error(`An instrument that could be published can not be read: ${id}`);
  return { id, compiled: compileInstrument(read) };
}

/** The scheme with an id, which exists. */
export async function storedScheme(db: EntityManager, id: string): Promise<Scheme> {
  const { document, hash } = await methodWithId(db, id);
  const { scheme } = readScheme(document);
  if (!scheme) throw new Error(`A scheme that could be saved can not be read: ${hash}`);
  return scheme;
}
