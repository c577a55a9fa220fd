import type { Fault } from '#contract';
import { faultAt, wordsOf } from '#documents';
import type { Instrument } from '../document/instrument.js';
import { answerCodesOf, placesOf, scalesOf, type Place } from '../document/places.js';

/** Names of dimensions, scales and answers that nothing defines, and rules for answers that cannot be given. */
export function* referenceFaults(instrument: Instrument): Generator<Fault> {
  const dimensions = new Set(instrument.dimensions.map(({ code }) => code));
  const scales = scalesOf(instrument);
  for (const [index, { dimension }] of instrument.sections.entries()) {
    yield* unlisted(dimension, dimensions, `sections[${index}].dimension`);
  }
  for (const place of placesOf(instrument)) {
    const { item, path } = place;
    yield* unlisted(item.dimension, dimensions, `${path}.dimension`);
    if ('scale' in item) yield* unlisted(item.scale, new Set(scales.keys()), `${path}.scale`);
    const codes = answerCodesOf(item, scales);
    // The answers of an unknown scale are not known either: that is one fault, told above.
    if (codes === null && 'scale' in item) continue;
    yield* answerFaults(place, codes);
    yield* notApplicableFaults(place, instrument);
  }
}

function* answerFaults({ item, path }: Place, codes: readonly string[] | null): Generator<Fault> {
  const given = new Set([...(codes ?? []), ...(item.notApplicable ? ['notApplicable'] : [])]);
  yield* eachUnlisted(item.comment?.on, given, `${path}.comment.on`);
  yield* eachUnlisted(item.evidence?.on, given, `${path}.evidence.on`);
  if (item.type === 'choices') yield* eachUnlisted(item.exclusive, new Set(codes), `${path}.exclusive`);
  const { critical } = item;
  if (!critical) return;
  if (codes === null || item.type === 'ranking') yield faultAt(`${path}.critical`, 'criticalUnscored');
  else yield* eachUnlisted(critical.on, new Set(codes), `${path}.critical.on`);
  const caps = critical.effect === 'capSection' || critical.effect === 'capVisit';
  if (caps && critical.cap === undefined) yield faultAt(`${path}.critical.cap`, 'missing');
  if (!caps && critical.cap !== undefined) yield faultAt(`${path}.critical.cap`, 'noEffect');
}

function* notApplicableFaults({ item, path }: Place, { scoring }: Instrument): Generator<Fault> {
  const policy = item.notApplicablePolicy ?? scoring.notApplicable;
  if (item.notApplicable && policy === 'notAllowed') yield faultAt(`${path}.notApplicable`, 'noEffect');
}

function* eachUnlisted(codes: readonly string[] | undefined, known: ReadonlySet<string>, path: string) {
  for (const [index, code] of (codes ?? []).entries()) yield* unlisted(code, known, `${path}[${index}]`);
}

function* unlisted(code: string | undefined, known: ReadonlySet<string>, path: string): Generator<Fault> {
  if (code === undefined || known.has(code)) return;
  yield faultAt(path, 'notOneOf', { options: wordsOf([...known]) }, code);
}
