import type { Fault } from '#contract';
import { faultAt, wordsOf } from '#documents';
import type { Gate, GateEffect } from '../gate.js';
import { criteriaOf } from '../places.js';
import type { Scheme, StarRule } from '../scheme.js';
import { bandFaults } from './tree-faults.js';

/** What the rule of stars says that can not be. */
export function* starFaults(scheme: Scheme): Generator<Fault> {
  const { stars } = scheme;
  if (stars.by === 'bands') yield* bandFaults(stars.bands, 'stars.bands');
  else yield* stepFaults(stars, scheme);
}

function* stepFaults(stars: Extract<StarRule, { by: 'steps' }>, scheme: Scheme): Generator<Fault> {
  yield* bandsNeeded(scheme, stars.base, 'stars.base');
  if (stars.highest <= stars.lowest) {
    yield faultAt('stars.highest', 'notAbove', { other: `${stars.lowest} (stars.lowest)` }, stars.highest);
  }
  for (const [index, { component, upAt, downAt }] of stars.steps.entries()) {
    const path = `stars.steps[${index}]`;
    yield* bandsNeeded(scheme, component, `${path}.component`);
    if (upAt <= downAt) yield faultAt(`${path}.upAt`, 'notAbove', { other: `${downAt} (${path}.downAt)` }, upAt);
  }
}

/** What gates ask or do that can not be. */
export function* gateFaults(scheme: Scheme): Generator<Fault> {
  const criteria = new Set(criteriaOf(scheme).map(({ criterion }) => criterion.code));
  for (const [index, gate] of scheme.gates.entries()) {
    const path = `gates[${index}]`;
    yield* askedFaults(gate, path, scheme, criteria);
    if ('then' in gate) yield* capFaults(gate.then, `${path}.then`, starsFor(gate, scheme));
  }
}

function* askedFaults(gate: Gate, path: string, scheme: Scheme, criteria: ReadonlySet<string>): Generator<Fault> {
  const { pillars, components } = scheme;
  switch (gate.when) {
    case 'pillarBelow':
      if (!has(pillars, gate.pillar)) yield faultAt(`${path}.pillar`, 'unknown', undefined, gate.pillar);
      return;
    case 'componentBelow':
      if (!has(components, gate.component)) yield faultAt(`${path}.component`, 'unknown', undefined, gate.component);
      return;
    case 'criterionFailed':
      if (!criteria.has(gate.criterion)) yield faultAt(`${path}.criterion`, 'unknown', undefined, gate.criterion);
      return;
    case 'channelGap':
      yield* gapFaults(gate, path, scheme);
      return;
    case 'openViolation':
      if (gate.component !== undefined) yield* bandsNeeded(scheme, gate.component, `${path}.component`);
      return;
    case 'boundedUpgrade':
      yield* upgradeFaults(gate, path, scheme);
  }
}

function* gapFaults(gate: Gate, path: string, { channelTypes, stars }: Scheme): Generator<Fault> {
  const isAgencyUnrated = stars.by === 'steps'; // an agency takes no steps, so it has no star that this could change
  if (isAgencyUnrated) yield faultAt(`${path}.when`, 'noEffect', undefined, gate.when);
  const [list, where] = gate.channels ? [gate.channels, `${path}.channels`] : [channelTypes, 'channelTypes'];
  if (list.length < 2) yield faultAt(where, 'tooFew', { min: 2 });
}

function* upgradeFaults(
  { component, at, by }: Extract<Gate, { when: 'boundedUpgrade' }>,
  path: string,
  scheme: Scheme,
): Generator<Fault> {
  yield* bandsNeeded(scheme, component, `${path}.component`);
  const own = starsOfComponent(scheme, component);
  if (own && !own.includes(at)) yield faultAt(`${path}.at`, 'notOneOf', { options: wordsOf(own) }, at);
  const lowest = scheme.stars.by === 'steps' ? scheme.stars.lowest : 1;
  if (at + by < lowest) yield faultAt(`${path}.by`, 'tooSmall', { min: lowest - at }, by);
}

/** A cap at a star that is never given would say something else than it does. Null: not known, and told elsewhere. */
function* capFaults(then: GateEffect, path: string, stars: readonly number[] | null): Generator<Fault> {
  if (!('cap' in then) || !stars || stars.includes(then.cap)) return;
  yield faultAt(`${path}.cap`, 'notOneOf', { options: wordsOf(stars) }, then.cap);
}

function starsFor(gate: Gate, scheme: Scheme): readonly number[] | null {
  if (gate.when === 'openViolation' && gate.component !== undefined) return starsOfComponent(scheme, gate.component);
  const { stars } = scheme;
  if (stars.by === 'bands') return stars.bands.map(({ star }) => star);
  return Array.from({ length: Math.max(0, stars.highest - stars.lowest + 1) }, (_, step) => stars.lowest + step);
}

function starsOfComponent({ components }: Scheme, code: string): readonly number[] | null {
  return components.find((one) => one.code === code)?.bands?.map(({ star }) => star) ?? null;
}

function* bandsNeeded({ components }: Scheme, code: string, path: string): Generator<Fault> {
  const index = components.findIndex((one) => one.code === code);
  if (index < 0) yield faultAt(path, 'unknown', undefined, code);
  else if (!components[index]?.bands) yield faultAt(path, 'needs', { other: `components[${index}].bands` }, code);
}

function has(list: readonly { readonly code: string }[], code: string): boolean {
  return list.some((one) => one.code === code);
}
