import type { Fault } from '#contract';
import { faultAt, firstFaults } from '#documents';
import type { Instrument } from './document/instrument.js';
import { conditionFaults } from './read/condition-faults.js';
import { continuationFaults, ownContinuationFaults } from './versions/continuation.js';

/** In every document, beside the languages that it names itself. */
const always = ['ar', 'en'];

/** The fields that hold a text in several languages. */
const wordings: ReadonlySet<string> = new Set(['title', 'intro', 'text', 'help', 'unit', 'from', 'to', 'message']);

/**
 * What stands between an instrument and its publication: a text that lacks Arabic, English or a language of its own, a
 * condition that does not compile, a required item that no tablet of a mystery shopper can answer, a statement about the version
 * before that does not hold.
 * @param before the version before, when there is one; without it only what can be told without it is checked
 */
export function publishFaults(instrument: Instrument, before: Instrument | null = null): readonly Fault[] {
  return firstFaults(allFaults(instrument, before));
}

function* allFaults(instrument: Instrument, before: Instrument | null): Generator<Fault> {
  yield* wordingFaults(instrument, '', new Set([...always, ...instrument.languages]));
  yield* conditionFaults(instrument);
  yield* tabletFaults(instrument);
  if (before) yield* continuationFaults(before, instrument);
  else yield* ownContinuationFaults(instrument);
}

/** Tablets make photos alone: whoever stands in a centre can neither send documents nor sound, and would never be done. */
function* tabletFaults({ filledBy, sections }: Instrument): Generator<Fault> {
  if (filledBy !== 'mysteryShopper') return;
  for (const [s, { items }] of sections.entries()) {
    for (const [i, item] of items.entries()) {
      if (item.type !== 'file' || !item.required || item.accept.includes('photo')) continue;
      yield faultAt(`sections[${s}].items[${i}].accept`, 'photoNotAccepted', undefined, item.accept.join(', '));
    }
  }
}

function* wordingFaults(node: unknown, path: string, languages: ReadonlySet<string>): Generator<Fault> {
  if (Array.isArray(node)) {
    for (const [index, child] of node.entries()) yield* wordingFaults(child, `${path}[${index}]`, languages);
  } else if (typeof node === 'object' && node !== null) {
    for (const [key, child] of Object.entries(node)) {
      const at = path === '' ? key : `${path}.${key}`;
      if (!wordings.has(key) || typeof child !== 'object') yield* wordingFaults(child, at, languages);
      else yield* lacking(child as object, at, languages);
    }
  }
}

function* lacking(wording: object, path: string, languages: ReadonlySet<string>): Generator<Fault> {
  for (const language of languages) {
    if (!Object.hasOwn(wording, language)) yield faultAt(`${path}.${language}`, 'missing');
  }
}
