import type { Fault } from '#contract';
import { faultAt, wordsOf } from '../faults/fault-at.js';
import type { Comparability, Compared } from './compared.js';

/** From what compares best to what compares least. */
const ranks: readonly Comparability[] = ['same', 'reworded', 'rescaled'];

/** What one version of a document says of itself and of the version before it. */
export interface VersionOf {
  readonly code: string;
  readonly version: number;
  readonly previous?: { readonly version: number; readonly dropped: readonly string[] };
}

/** What a version says of the things of the one before it, by code. */
type Statements = Readonly<Record<string, Comparability>>;

/**
 * Where what a version says of the one before it (`previous`) does not fit the two documents. More difference may be stated than
 * is found, such as `rescaled` for what only has other words; never less. What is new and what was dropped is to be stated exactly.
 * @param member what `previous` calls the things it states of, such as `items`
 * @param found how they compare
 */
export function* continuationFaults<M extends string>(
  before: VersionOf,
  after: VersionOf & { readonly previous?: { readonly [N in M]: Statements } },
  member: M,
  found: Compared,
): Generator<Fault> {
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
  yield* statementFaults(previous[member], `previous.${member}`, found);
  yield* droppedFaults(previous.dropped, found);
}

function* statementFaults(statements: Statements, path: string, found: Compared): Generator<Fault> {
  for (const [code, comparability] of found) {
    if (comparability === 'dropped') continue;
    const stated = Object.hasOwn(statements, code) ? statements[code] : undefined;
    const where = `${path}.${code}`;
    const allowed = comparability === 'new' ? [comparability] : ranks.slice(ranks.indexOf(comparability));
    if (stated === undefined) yield faultAt(where, 'missing');
    else if (comparability !== 'new' && ranks.includes(stated) && !allowed.includes(stated)) {
      yield faultAt(where, 'comparesLess', { found: comparability }, stated);
    } else if (!allowed.includes(stated)) yield faultAt(where, 'notOneOf', { options: wordsOf(allowed) }, stated);
  }
  for (const [code, stated] of Object.entries(statements)) {
    const isThere = found.has(code) && found.get(code) !== 'dropped';
    if (!isThere) yield faultAt(`${path}.${code}`, 'unknown', undefined, stated);
  }
}

function* droppedFaults(dropped: readonly string[], found: Compared): Generator<Fault> {
  const seen = new Map<string, string>();
  for (const [index, code] of dropped.entries()) {
    const path = `previous.dropped[${index}]`;
    const first = seen.get(code);
    if (first !== undefined) yield faultAt(path, 'repeated', { first }, code);
    else if (!found.has(code)) yield faultAt(path, 'unknown', undefined, code);
    else if (found.get(code) !== 'dropped') yield faultAt(path, 'stillThere', undefined, code);
    seen.set(code, first ?? path);
  }
  for (const [code, comparability] of found) {
    if (comparability === 'dropped' && !seen.has(code)) yield faultAt('previous.dropped', 'notNamed', { item: code });
  }
}
