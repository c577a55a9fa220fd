import type { Fault } from '#contract';
import { nodesOf } from '../scheme/places.js';
import { readScheme } from '../scheme/index.js';
import type { Band, Gate, Scheme } from '../scheme/index.js';

/** Another scheme, said by how it differs. What is absent stays. */
export interface SchemeChange {
  /** New weights by the code of a pillar, element, criterion or component. */
  readonly weights?: Readonly<Record<string, number>>;
  /** All bands anew; only where stars go by bands. */
  readonly bands?: readonly Band[];
  readonly gates?: {
    readonly add?: readonly Gate[];
    /** Codes. */
    readonly remove?: readonly string[];
    /** Each takes the place of the gate of its code. */
    readonly replace?: readonly Gate[];
  };
  readonly aggregation?: Scheme['aggregation'];
}

/** Either the changed scheme, or what is wrong with the change. */
export interface ChangedScheme {
  readonly scheme: Scheme | null;
  readonly faults: readonly Fault[];
}

/**
 * The scheme with a change, checked like any scheme (`readScheme`). A code that the scheme does not have is a fault that names it.
 * Faults stand where the change has them; where they follow from it elsewhere, at the path of the changed scheme.
 */
export function changedScheme(scheme: Scheme, change: SchemeChange): ChangedScheme {
  const unknown = unknownIn(scheme, change);
  if (unknown.length > 0) return { scheme: null, faults: unknown };
  const { stars, aggregation } = scheme;
  const changed = readScheme({
    ...reweighed(scheme, change.weights ?? {}),
    gates: changedGates(scheme.gates, change.gates ?? {}),
    stars: change.bands && stars.by === 'bands' ? { ...stars, bands: change.bands } : stars,
    aggregation: change.aggregation ?? aggregation,
  });
  const places = placesOf(scheme, change);
  return { ...changed, faults: changed.faults.map((fault) => ({ ...fault, where: asSaid(fault.where, places) })) };
}

function unknownIn(scheme: Scheme, { weights, bands, gates }: SchemeChange): Fault[] {
  const nodes = new Set(weighedIn(scheme).map(({ code }) => code));
  const known = new Set(scheme.gates.map(({ code }) => code));
  const unknownGates = (list: 'remove' | 'replace', codes: readonly string[]) =>
    codes.flatMap((code, index) => (known.has(code) ? [] : [unknown(`gates.${list}[${index}]`, code)]));
  const replaced = (gates?.replace ?? []).map(({ code }) => code);
  return [
    ...Object.keys(weights ?? {}).flatMap((code) => (nodes.has(code) ? [] : [unknown(`weights.${code}`, code)])),
    ...(bands && scheme.stars.by !== 'bands' ? [unknown('bands', scheme.stars.by)] : []),
    ...unknownGates('remove', gates?.remove ?? []),
    ...unknownGates('replace', replaced),
  ];
}

const unknown = (where: string, value: string): Fault => ({ where, value: value.slice(0, 200), reason: 'unknown' });

function reweighed(scheme: Scheme, weights: Readonly<Record<string, number>>): Scheme {
  const anew = new Map(Object.entries(weights)); // not the object itself: it has a `constructor`
  const weighed = <T extends { readonly code: string; readonly weight: number }>(node: T): T => ({
    ...node,
    weight: anew.get(node.code) ?? node.weight,
  });
  const pillars = scheme.pillars.map((pillar) => ({
    ...weighed(pillar),
    elements: pillar.elements.map((element) => ({ ...weighed(element), criteria: element.criteria.map(weighed) })),
  }));
  return { ...scheme, components: scheme.components.map(weighed), pillars };
}

function changedGates(gates: readonly Gate[], { add, remove, replace }: NonNullable<SchemeChange['gates']>): Gate[] {
  const removed = new Set(remove);
  const replacements = new Map((replace ?? []).map((gate) => [gate.code, gate]));
  const kept = gates.filter(({ code }) => !removed.has(code)).map((gate) => replacements.get(gate.code) ?? gate);
  return [...kept, ...(add ?? [])];
}

/** Everything that has a weight, with its path. Their codes are all different. */
function weighedIn(scheme: Scheme): { readonly code: string; readonly path: string }[] {
  const components = scheme.components.map(({ code }, index) => ({ code, path: `components[${index}]` }));
  return [...components, ...nodesOf(scheme).map(([{ code }, path]) => ({ code, path }))];
}

/** Paths of the changed scheme by those of the change. */
function placesOf(scheme: Scheme, change: SchemeChange): ReadonlyMap<string, string> {
  const weights = weighedIn(scheme)
    .filter(({ code }) => Object.hasOwn(change.weights ?? {}, code))
    .map(({ code, path }) => [`${path}.weight`, `weights.${code}`] as const);
  const gates = changedGates(scheme.gates, change.gates ?? {}).map(({ code }) => code);
  const added = (change.gates?.add ?? []).map(
    (_, index, all) => [`gates[${gates.length - all.length + index}]`, `gates.add[${index}]`] as const,
  );
  const replaced = (change.gates?.replace ?? []).map(
    ({ code }, index) => [`gates[${gates.indexOf(code)}]`, `gates.replace[${index}]`] as const,
  );
  return new Map([...weights, ...added, ...replaced, ...(change.bands ? [['stars.bands', 'bands'] as const] : [])]);
}

function asSaid(where: string, places: ReadonlyMap<string, string>): string {
  for (const [path, place] of places) {
    if (where === path || where.startsWith(`${path}[`) || where.startsWith(`${path}.`))
      return place + where.slice(path.length);
  }
  return where;
}
