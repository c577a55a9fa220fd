import type { Fault } from '#contract';
import { faultAt } from '#documents';
import { isCondition, placesOf, readCondition, scopesOf, type Instrument } from '#instruments';

/** What is asked must not depend on what somebody wrote: words are erased one day, and what was counted has to follow from the rest. */
export function* wordConditionFaults(instrument: Instrument): Generator<Fault> {
  const places = placesOf(instrument);
  const words = new Set(places.flatMap(({ item }) => (item.type === 'text' ? [item.code] : [])));
  const scope = scopesOf(instrument).of(null);
  const asked = [...instrument.sections, ...places.map(({ item }) => item)];
  for (const { code, relevant } of asked) {
    const read = relevant === undefined ? null : readCondition(relevant, scope);
    const names = read && isCondition(read) ? read.names : [];
    for (const name of names) {
      if (words.has(name)) yield faultAt('instrument', 'notSupported', undefined, `${code}: relevant, ${name}: text`);
    }
  }
}
