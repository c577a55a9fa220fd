import type { Fault } from '#contract';
import { codesIn, faultAt, repeatedIn, wordsIn } from '#documents';
import type { Instrument } from '../document/instrument.js';
import { placesOf, type Place } from '../document/places.js';
import { reservedWords } from '../document/reserved.js';

/** Codes that stand twice where each may stand once, and items called like a word of the expression language. */
export function* codeFaults(instrument: Instrument): Generator<Fault> {
  const places = placesOf(instrument);
  yield* repeatedIn(wordsIn(instrument.languages, 'languages'));
  yield* repeatedIn(codesIn(instrument.dimensions, 'dimensions'));
  yield* repeatedIn(codesIn(instrument.scales, 'scales'));
  for (const [index, scale] of instrument.scales.entries()) {
    yield* repeatedIn(codesIn(scale.options, `scales[${index}].options`));
  }
  yield* repeatedIn(codesIn(instrument.sections, 'sections'));
  yield* repeatedIn(places.map(({ item, path }) => [item.code, `${path}.code`]));
  for (const place of places) yield* ownFaults(place);
}

function* ownFaults({ item, path }: Place): Generator<Fault> {
  if (reservedWords.has(item.code)) yield faultAt(`${path}.code`, 'reservedWord', undefined, item.code);
  if ('options' in item) yield* repeatedIn(codesIn(item.options, `${path}.options`));
  if (item.type === 'matrix') yield* repeatedIn(codesIn(item.rows, `${path}.rows`));
  if (item.type === 'choices') yield* repeatedIn(wordsIn(item.exclusive, `${path}.exclusive`));
  yield* repeatedIn(codesIn(item.notApplicable?.reasons ?? [], `${path}.notApplicable.reasons`));
  yield* repeatedIn(wordsIn(item.critical?.on, `${path}.critical.on`));
  yield* repeatedIn(wordsIn(item.comment?.on, `${path}.comment.on`));
  yield* repeatedIn(wordsIn(item.evidence?.on, `${path}.evidence.on`));
}
