import type { Fault } from '#contract';
import { faultAt } from '#documents';
import { conditionsOf } from '../conditions/conditions-of.js';
import type { Instrument } from '../document/instrument.js';

/** What is wrong with the conditions of an instrument, and the circles in which they decide about each other. */
export function* conditionFaults(instrument: Instrument): Generator<Fault> {
  const { faults, relevance, pathOf } = conditionsOf(instrument);
  for (const { path, reason, params, source } of faults) yield faultAt(path, reason, params, source);
  for (const cycle of relevance.cycles) {
    // An item may wait for its section alone; the circle is told where a condition stands.
    const path = cycle.map((name) => pathOf.get(name)).find((at) => at !== undefined) ?? '';
    yield faultAt(path, 'conditionCycle', { items: cycle.join(' → ') });
  }
}
