import type { Fault } from '#contract';
import { faultAt, firstFaults, wordsOf } from '#documents';
import { placesOf, type Instrument, type Item } from '#instruments';
import type { Campaign } from './campaign.js';
import { wordConditionFaults } from './word-conditions.js';
import { wordingFaults } from './wording-faults.js';

/** Who fills in what a study is made of. */
const filledBy: Readonly<Record<Campaign['study'], Instrument['filledBy']>> = {
  'customer-happiness': 'customer',
  'employee-happiness': 'employee',
};

/** What a page that anybody may open cannot ask: whoever answers has no tablet of ours. */
const unaskable: ReadonlySet<Item['type']> = new Set(['file', 'signature', 'location']);

/** Numbers beyond it could not be summed in millionths: an instrument has to say how far its numbers go. */
const farthest = 1_000_000_000;

/**
 * What of a campaign does not fit the instrument that it names, at most 1,000 faults: by whom it is filled in, its languages, the
 * items that outcome, cuts and totals are taken from, and what no public page can ask.
 */
export function instrumentMisfits(campaign: Campaign, instrument: Instrument): readonly Fault[] {
  return firstFaults(misfits(campaign, instrument));
}

function* misfits(campaign: Campaign, instrument: Instrument): Generator<Fault> {
  const expected = filledBy[campaign.study];
  if (instrument.filledBy !== expected) {
    yield faultAt('instrument', 'invalid', { expected: `filledBy ${expected}` }, instrument.filledBy);
  }
  yield* unaskableIn(instrument);
  yield* numberFaults(instrument);
  yield* wordConditionFaults(instrument);
  yield* languageFaults(campaign, instrument);
  yield* itemFaults(campaign, instrument);
}

function* unaskableIn(instrument: Instrument): Generator<Fault> {
  for (const { code, repeat } of instrument.sections) {
    if (repeat) yield faultAt('instrument', 'notSupported', undefined, `${code}: repeat`);
  }
  for (const { item } of placesOf(instrument)) {
    if (unaskable.has(item.type)) yield faultAt('instrument', 'notSupported', undefined, `${item.code}: ${item.type}`);
  }
}

function* numberFaults(instrument: Instrument): Generator<Fault> {
  for (const { item } of placesOf(instrument)) {
    if (item.type !== 'number' && item.type !== 'money') continue;
    const { min = -Infinity, max = Infinity } = item;
    const isWithin = min >= -farthest && max <= farthest;
    if (!isWithin) yield faultAt('instrument', 'endsNeeded', { min: -farthest, max: farthest }, item.code);
  }
}

function* languageFaults(campaign: Campaign, { languages }: Instrument): Generator<Fault> {
  if (campaign.languages === undefined) yield* wordingFaults(campaign, languages);
  for (const [at, language] of (campaign.languages ?? []).entries()) {
    if (!languages.includes(language)) {
      yield faultAt(`languages[${at}]`, 'notOneOf', { options: wordsOf(languages) }, language);
    }
  }
}

/** Outcome and cuts are one answer a person each: of a `choice` item that is asked once. */
function* itemFaults({ outcomeItem, cuts, weights }: Campaign, instrument: Instrument): Generator<Fault> {
  const once = placesOf(instrument).filter(({ section, item }) => item.type === 'choice' && !section.repeat);
  const optionsOf = new Map(
    once.map(({ item }) => [item.code, item.type === 'choice' ? item.options.map(({ code }) => code) : []]),
  );
  const options = wordsOf([...optionsOf.keys()]);
  if (outcomeItem !== undefined && !optionsOf.has(outcomeItem)) {
    yield faultAt('outcomeItem', 'notOneOf', { options }, outcomeItem);
  }
  for (const [at, cut] of cuts.entries()) {
    if (!optionsOf.has(cut)) yield faultAt(`cuts[${at}]`, 'notOneOf', { options }, cut);
  }
  for (const [at, { by, totals }] of (weights?.margins ?? []).entries()) {
    const item = by === 'outcome' ? outcomeItem : typeof by === 'object' ? by.cut : undefined;
    const known = item === undefined ? undefined : optionsOf.get(item);
    for (const code of known ? Object.keys(totals) : []) {
      if (!known?.includes(code)) {
        yield faultAt(`weights.margins[${at}].totals.${code}`, 'notOneOf', { options: wordsOf(known ?? []) });
      }
    }
  }
}
