import type { Instrument } from '../document/instrument.js';
import { placesOf } from '../document/places.js';
import { isCondition, readCondition, type Condition, type ConditionFlaw } from './condition.js';
import { dependencyOrder, type Ordered } from './relevance-order.js';
import { scopesOf } from './scope.js';

/** Something wrong with the condition at a path. */
export interface ConditionFault extends ConditionFlaw {
  readonly path: string;
  readonly source: string;
}

/** All conditions of an instrument by the path where they stand. */
export interface Conditions {
  readonly byPath: ReadonlyMap<string, Condition>;
  readonly faults: readonly ConditionFault[];
  /** Items by code and sections as `sections.<code>`, each after those that decide whether it is asked. */
  readonly relevance: Ordered;
  /** Where the condition of an item or section stands, by the name it has in `relevance`. */
  readonly pathOf: ReadonlyMap<string, string>;
  /** Where the values of items that are named lie among those that conditions see, by the item's code. */
  readonly slots: ReadonlyMap<string, number>;
}

interface Written {
  readonly path: string;
  readonly source: string;
  /** The repeating section in which it stands; null: none. */
  readonly repeat: string | null;
}

/** Reads every condition of an instrument, and the order in which what is asked is decided. */
export function conditionsOf(instrument: Instrument): Conditions {
  const scopes = scopesOf(instrument);
  const byPath = new Map<string, Condition>();
  const faults: ConditionFault[] = [];
  for (const { path, source, repeat } of writtenIn(instrument)) {
    const read = readCondition(source, scopes.of(repeat));
    if (isCondition(read)) byPath.set(path, read);
    else faults.push(...read.map((flaw) => ({ ...flaw, path, source })));
  }
  const dependencies = new Map<string, readonly string[]>();
  const pathOf = new Map<string, string>();
  const add = (name: string, path: string, needs: readonly string[]) => {
    const condition = byPath.get(path);
    dependencies.set(name, [...needs, ...(condition?.names ?? [])]);
    if (condition) pathOf.set(name, path);
  };
  instrument.sections.forEach(({ code }, index) => add(`sections.${code}`, `sections[${index}].relevant`, []));
  for (const { item, section, path } of placesOf(instrument))
    add(item.code, `${path}.relevant`, [`sections.${section.code}`]);
  return { byPath, faults, relevance: dependencyOrder(dependencies), pathOf, slots: scopes.slots };
}

function* writtenIn(instrument: Instrument): Generator<Written> {
  for (const [index, { relevant }] of instrument.sections.entries()) {
    if (relevant !== undefined) yield { path: `sections[${index}].relevant`, source: relevant, repeat: null };
  }
  for (const { item, section, path } of placesOf(instrument)) {
    const repeat = section.repeat ? section.code : null;
    if (item.relevant !== undefined) yield { path: `${path}.relevant`, source: item.relevant, repeat };
    for (const [at, { holds }] of (item.constraints ?? []).entries()) {
      yield { path: `${path}.constraints[${at}].holds`, source: holds, repeat };
    }
  }
}
