import type { Fault } from '#contract';
import type { Instrument } from '../document/instrument.js';
import { placesOf } from '../document/places.js';
import { faultAt, firstFaults } from '../fault-at.js';
import { comparability, type Comparability } from './comparability.js';

/** From what compares best to what compares least. */
const ranks: readonly Comparability[] = ['same', 'reworded', 'rescaled'];

/**
 * Where what a version says of the one before it (`previous`) does not fit the two documents. More difference may be stated
 * than is found, such as `rescaled` for an item that only has other words; never less. What is new and what was dropped is
 * to be stated exactly.
 */
export function continuationFaults(before: Instrument, after: Instrument): readonly Fault[] {
  return firstFaults(allFaults(before, after));
}

function* allFaults(before: Instrument, after: Instrument): Generator<Fault> {
  if (after.code !== before.code) yield faultAt('code', 'notOneOf', { options: before.code }, after.code);
  if (after.version <= before.version) yield faultAt('version', 'tooSmall', { min: before.version + 1 }, after.version);
  const { previous } = after;
  if (!previous) {
    yield faultAt('previous', 'missing');
    return;
  }
  if (previous.version !== before.version) {
    yield faultAt('previous.version', 'notOneOf', { options: String(before.version) }, previous.version);
  }
  const found = comparability(before, after);
  yield* statementFaults(previous.items, found);
  yield* droppedFaults(previous.dropped, found);
}

/** The same as far as one document alone can tell: every item is stated, and nothing dropped is still there. */
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

type Statements = Readonly<Record<string, Comparability>>;

function* statementFaults(stated: Statements, found: ReadonlyMap<string, Comparability>): Generator<Fault> {
  for (const [code, comparison] of found) {
    if (comparison === 'dropped') continue;
    const said = Object.hasOwn(stated, code) ? stated[code] : undefined;
    const path = `previous.items.${code}`;
    if (said === undefined) yield faultAt(path, 'missing');
    else if (!isFair(said, comparison)) yield faultAt(path, 'comparesLess', { found: comparison }, said);
  }
  for (const code of Object.keys(stated)) {
    const comparison = found.get(code);
    if (comparison === undefined || comparison === 'dropped') yield faultAt(`previous.items.${code}`, 'unknown');
  }
}

function isFair(said: Comparability, found: Comparability): boolean {
  if (said === 'new' || found === 'new') return said === found;
  return ranks.indexOf(said) >= ranks.indexOf(found);
}

function* droppedFaults(dropped: readonly string[], found: ReadonlyMap<string, Comparability>): Generator<Fault> {
  const seen = new Map<string, number>();
  for (const [index, code] of dropped.entries()) {
    const path = `previous.dropped[${index}]`;
    const before = seen.get(code);
    if (before !== undefined) yield faultAt(path, 'repeated', { first: `previous.dropped[${before}]` }, code);
    else if (!found.has(code)) yield faultAt(path, 'unknown', undefined, code);
    else if (found.get(code) !== 'dropped') yield faultAt(path, 'stillThere', undefined, code);
    seen.set(code, before ?? index);
  }
  for (const [code, comparison] of found) {
    if (comparison === 'dropped' && !seen.has(code)) yield faultAt('previous.dropped', 'notNamed', { item: code });
  }
}
