import type { Fault } from '#contract';
import { faultAt, firstFaults, wordsOf } from '../read/fault-at.js';
import type { Scheme, SchemeContinuation } from '../scheme.js';
import { criteriaComparability } from './comparability.js';
import type { CriterionComparability } from './comparability.js';

/** From what compares best to what compares least. */
const ranks: readonly CriterionComparability[] = ['same', 'reworded', 'rescaled'];

/**
 * Where what a version says of the one before it (`previous`) does not fit the two documents. More difference may be stated than
 * is found, such as `rescaled` for a criterion that only has another title; never less. What is new and what was dropped is to be
 * stated exactly. At most 1,000.
 */
export function schemeContinuationFaults(before: Scheme, after: Scheme): readonly Fault[] {
  return firstFaults(continuationFaults(before, after));
}

function* continuationFaults(before: Scheme, after: Scheme): Generator<Fault> {
  const { previous } = after;
  if (after.code !== before.code) yield faultAt('code', 'notOneOf', { options: before.code }, after.code);
  if (after.version <= before.version) yield faultAt('version', 'tooSmall', { min: before.version + 1 }, after.version);
  if (!previous) {
    yield faultAt('previous', 'missing');
    return;
  }
  if (previous.version !== before.version) {
    yield faultAt('previous.version', 'notOneOf', { options: String(before.version) }, previous.version);
  }
  const found = criteriaComparability(before, after);
  yield* statementFaults(previous, found);
  yield* droppedFaults(previous, found);
}

function* statementFaults({ criteria }: SchemeContinuation, found: Found): Generator<Fault> {
  for (const [code, comparability] of found) {
    if (comparability === 'dropped') continue;
    const path = `previous.criteria.${code}`;
    const stated = Object.hasOwn(criteria, code) ? criteria[code] : undefined;
    const allowed = comparability === 'new' ? ['new'] : ranks.slice(ranks.indexOf(comparability));
    if (stated === undefined) yield faultAt(path, 'missing');
    else if (comparability !== 'new' && ranks.includes(stated) && !allowed.includes(stated)) {
      yield faultAt(path, 'comparesLess', { found: comparability }, stated);
    } else if (!allowed.includes(stated)) yield faultAt(path, 'notOneOf', { options: wordsOf(allowed) }, stated);
  }
  for (const [code, stated] of Object.entries(criteria)) {
    const isThere = found.has(code) && found.get(code) !== 'dropped';
    if (!isThere) yield faultAt(`previous.criteria.${code}`, 'unknown', undefined, stated);
  }
}

function* droppedFaults({ dropped }: SchemeContinuation, found: Found): Generator<Fault> {
  const stated = new Set<string>();
  for (const [index, code] of dropped.entries()) {
    const path = `previous.dropped[${index}]`;
    const comparability = found.get(code);
    if (stated.has(code))
      yield faultAt(path, 'repeated', { first: `previous.dropped[${dropped.indexOf(code)}]` }, code);
    else if (comparability === undefined) yield faultAt(path, 'unknown', undefined, code);
    else if (comparability !== 'dropped') yield faultAt(path, 'stillThere', undefined, code);
    stated.add(code);
  }
  for (const [code, comparability] of found) {
    if (comparability === 'dropped' && !stated.has(code)) yield faultAt('previous.dropped', 'notNamed', { item: code });
  }
}

type Found = ReadonlyMap<string, CriterionComparability>;
