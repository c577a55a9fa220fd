import type { Fault } from '#contract';
import { codesIn, faultAt, repeatedIn, wordsIn, type Placed } from '#documents';
import { criteriaOf, nodesOf } from '../places.js';
import type { Scheme } from '../scheme.js';

/**
 * Codes that stand twice where each may stand once. Components, pillars, elements and criteria share their names, since results
 * and changes of weights call them by code alone.
 */
export function* codeFaults(scheme: Scheme): Generator<Fault> {
  yield* repeatedIn(codesIn(scheme.channelTypes, 'channelTypes'));
  yield* repeatedIn(codesIn(scheme.levels, 'levels'));
  const nodes = nodesOf(scheme).map(([{ code }, path]): Placed => [code, `${path}.code`]);
  yield* repeatedIn([...codesIn(scheme.components, 'components'), ...nodes]);
  yield* repeatedIn(codesIn(scheme.gates, 'gates'));
  for (const { criterion, path } of criteriaOf(scheme)) {
    if (criterion.feed.by === 'items') yield* repeatedIn(wordsIn(criterion.feed.items, `${path}.feed.items`));
  }
}

/** Channel types that the scheme does not have, and what is left without any. */
export function* channelFaults(scheme: Scheme): Generator<Fault> {
  const known = new Set(scheme.channelTypes.map(({ code }) => code));
  const gates = scheme.gates.map((gate, index) => [gate, `gates[${index}]`] as const);
  for (const [{ channels }, path] of [...nodesOf(scheme), ...gates]) {
    const words = wordsIn(channels, `${path}.channels`);
    yield* repeatedIn(words);
    for (const [code, where] of words) if (!known.has(code)) yield faultAt(where, 'unknown', undefined, code);
  }
}
