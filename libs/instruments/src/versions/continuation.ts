import type { Fault } from '#contract';
import { continuationFaults as faultsBetween, faultAt, firstFaults } from '#documents';
import type { Instrument } from '../document/instrument.js';
import { placesOf } from '../document/places.js';
import { comparability } from './comparability.js';

/** Where what a version says of the one before it (`previous`) does not fit the two documents. At most 1,000. */
export function continuationFaults(before: Instrument, after: Instrument): readonly Fault[] {
  return firstFaults(faultsBetween(before, after, 'items', comparability(before, after)));
}

/** What is wrong as far as one document alone can tell: every item is stated, and nothing dropped is still there. */
export function* ownContinuationFaults(instrument: Instrument): Generator<Fault> {
  const { previous, version } = instrument;
  if (!previous) return;
  if (previous.version >= version)
    yield faultAt('previous.version', 'tooLarge', { max: version - 1 }, previous.version);
  const codes = new Set(placesOf(instrument).map(({ item }) => item.code));
  for (const code of codes) {
    if (!Object.hasOwn(previous.items, code)) yield faultAt(`previous.items.${code}`, 'missing');
  }
  for (const code of Object.keys(previous.items)) {
    if (!codes.has(code)) yield faultAt(`previous.items.${code}`, 'unknown');
  }
  for (const [index, code] of previous.dropped.entries()) {
    if (codes.has(code)) yield faultAt(`previous.dropped[${index}]`, 'stillThere', undefined, code);
  }
}
