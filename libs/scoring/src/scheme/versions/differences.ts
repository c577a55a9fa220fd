import type { Scheme } from '../scheme.js';
import { thingsOf } from './things.js';
import type { FactName, Said, Thing, ThingKind } from './things.js';
import { weightsInWhole } from './weights-in-whole.js';

/** One thing that two versions do not say alike. */
export interface SchemeDifference {
  readonly kind: 'added' | 'removed' | 'changed';
  /** The codes that lead there: `place.building.access`, `components.customers`, `gates.weak_place`; `scheme` for the whole. */
  readonly where: string;
  /** What is there, when it was added or removed; else what of it changed. */
  readonly what: ThingKind | FactName | 'weightInWhole';
  /** Of a text. */
  readonly language?: string;
  /** Of a weight in the whole that did not change alike everywhere: the channel types of this change. */
  readonly channels?: readonly string[];
  /** Null: not there. Weights in the whole are 0 to 1; feeds, gates and steps are told in codes and signs, without a language. */
  readonly from: Said;
  readonly to: Said;
}

/**
 * What differs between two versions, for people to read before a release: what was added and removed, then what changed, each in
 * the order of the scheme. A weight is told twice: as it stands, and in the last place as the part of the whole that each criterion
 * and component has when everything applies, since the weight of a pillar moves everything below it.
 *
 * Things are the same when their codes are; one that moved has another `place`. The order of siblings, and the continuation
 * (`previous`), are no differences.
 */
export function schemeDifferences(before: Scheme, after: Scheme): readonly SchemeDifference[] {
  const then = thingsOf(before);
  const now = thingsOf(after);
  const added = [...now].filter(([key]) => !then.has(key)).map(([, thing]) => cameOrWent('added', thing));
  const removed = [...then].filter(([key]) => !now.has(key)).map(([, thing]) => cameOrWent('removed', thing));
  const changed = [...now].flatMap(([key, thing]) => {
    const earlier = then.get(key);
    return earlier ? changesOf(earlier, thing) : [];
  });
  return [...added, ...removed, ...changed, ...weightChanges(before, after, then, now)];
}

function cameOrWent(kind: 'added' | 'removed', { where, what, worth }: Thing): SchemeDifference {
  return { kind, where, what, from: kind === 'removed' ? worth : null, to: kind === 'added' ? worth : null };
}

function changesOf(then: Thing, now: Thing): SchemeDifference[] {
  const keys = new Set([...now.facts.keys(), ...then.facts.keys()]);
  return [...keys].flatMap((key) => {
    const [earlier, later] = [then.facts.get(key), now.facts.get(key)];
    const fact = later ?? earlier;
    if (!fact || earlier?.value === later?.value) return [];
    const language = fact.language === undefined ? {} : { language: fact.language };
    const [from, to] = [earlier?.value ?? null, later?.value ?? null];
    return [{ kind: 'changed', where: now.where, what: fact.what, ...language, from, to } as const];
  });
}

function weightChanges(
  before: Scheme,
  after: Scheme,
  then: ReadonlyMap<string, Thing>,
  now: ReadonlyMap<string, Thing>,
): SchemeDifference[] {
  return weightsInWhole(before, after).map(({ key, channels, from, to }) => ({
    kind: 'changed',
    where: (now.get(key) ?? then.get(key))?.where ?? key,
    what: 'weightInWhole',
    ...(channels ? { channels } : {}),
    from,
    to,
  }));
}
