import fc from 'fast-check';
import { Instrument } from '../../document/instrument.js';
import { Item } from '../../document/item.js';

type Loose = Record<string, unknown>;
type Made = fc.Arbitrary<Loose>;

const line = fc
  .oneof(
    fc.string({ minLength: 1, maxLength: 12 }),
    fc.constantFrom('=SUM(A1)', "'=x", "''=", "'quoted", 'نعم، أوافق', 'a\nb'),
  )
  .map((text) => text.trim() || 'x');
const wording = fc
  .record({ ar: line, en: line, ur: line, 'zh-Hans': line }, { requiredKeys: ['ar'] })
  .map((text) => ({ ...text }));
const amount = fc.oneof(
  fc.integer({ min: 0, max: 1_000 }),
  fc.double({ min: 0, max: 1_000, noNaN: true }).map(Math.abs),
);
const whole = (min: number, max: number) => fc.integer({ min, max });
const codes = fc.uniqueArray(fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/), { minLength: 1, maxLength: 4 });
const day = fc.constantFrom('2026-01-01', '2026-12-31');
const policy = fc.constantFrom('exclude', 'zero', 'fail', 'notAllowed');

const some = (all: Record<string, fc.Arbitrary<unknown>>): Made => fc.record(all, { requiredKeys: [] });
const asked = fc.record({ rule: fc.constantFrom('optional', 'required'), on: codes }, { requiredKeys: ['rule'] });
const coded = codes.chain((all) => fc.tuple(...all.map((code) => wording.map((text) => ({ code, text })))));
const options = (points: boolean) =>
  fc.uniqueArray(fc.stringMatching(/^[a-z0-9][a-z0-9_]{0,8}$/), { minLength: 2, maxLength: 4 }).chain((all) =>
    fc.tuple(...all.map((code) => fc.record({ code: fc.constant(code), text: wording, ...(points ? { points: amount } : {}) }, { requiredKeys: ['code', 'text'] }))),
  ); // prettier-ignore
const ranges = fc.array(
  fc.record({ from: fc.double({ min: -50, max: 50, noNaN: true }).map((one) => one + 0), to: whole(0, 99), points: amount }, { requiredKeys: ['points'] }),
  { minLength: 1, maxLength: 3 },
); // prettier-ignore

const common: Made = some({
  help: wording,
  required: fc.boolean(),
  weight: amount,
  dimension: fc.constantFrom('staff', 'site'),
  relevant: fc.constantFrom('q0 == "yes"', '"=" == q1'),
  constraints: fc.array(fc.record({ holds: fc.constant('q0 > 1'), message: wording }), { minLength: 1, maxLength: 2 }),
  notApplicable: coded.map((reasons) => ({ reasons })),
  notApplicablePolicy: policy,
  comment: asked,
  evidence: fc.record({ rule: fc.constant('required'), on: codes, maxCount: whole(1, 20) }, { requiredKeys: ['rule'] }),
  critical: fc.record({ on: codes, effect: fc.constantFrom('flag', 'capSection', 'capVisit'), cap: whole(0, 100) }, { requiredKeys: ['on', 'effect'] }),
}); // prettier-ignore

const limits = some({ min: whole(0, 9), max: whole(10, 99) });
const own: Readonly<Record<Item['type'], Made>> = {
  yesNo: some({ reversed: fc.boolean() }),
  scale: some({ reversed: fc.boolean() }).map((one) => ({ ...one, scale: 'agreement' })),
  choice: fc.record({ options: options(true) }),
  choices: fc.record({ options: options(true), min: whole(0, 1), max: whole(1, 2), exclusive: fc.oneof(codes, fc.constant([])) }, { requiredKeys: ['options'] }), // prettier-ignore
  number: some({ unit: wording, min: fc.double({ noNaN: true, noDefaultInfinity: true }).map((one) => one + 0), max: whole(0, 9), decimals: whole(0, 6), points: ranges }), // prettier-ignore
  text: some({ minLength: whole(0, 9), maxLength: whole(10, 99), lines: fc.constantFrom('one', 'many') }),
  date: some({ min: day, max: day }),
  time: some({}),
  timePair: fc.record({ from: wording, to: wording, maxMinutes: whole(0, 1_440), points: ranges }, { requiredKeys: ['from', 'to'] }), // prettier-ignore
  money: limits.map((one) => ({ ...one, currency: 'AED' })),
  file: some({ maxCount: whole(1, 20), maxBytes: whole(1_024, 9_999) }).map((one) => ({ ...one, accept: ['pdf', 'photo'] })), // prettier-ignore
  location: some({ maxAccuracy: whole(1, 99) }),
  signature: some({}),
  note: some({}),
  matrix: fc.record({ scale: fc.constant('agreement'), rows: coded, reversed: fc.boolean() }),
  ranking: fc.record({ options: options(false), ranks: whole(1, 9) }, { requiredKeys: ['options'] }),
};

const types = Item.options.map(({ shape }) => shape.type.value);
const item = fc
  .constantFrom(...types)
  .chain((type) => fc.tuple(wording, common, own[type]).map(([text, all, its]) => ({ type, text, ...all, ...its })));
const section = fc.record(
  {
    title: wording,
    intro: wording,
    dimension: fc.constantFrom('staff', 'site'),
    weight: amount,
    relevant: fc.constant('q0 == "no"'),
    repeat: fc.record({ min: whole(0, 2), max: whole(2, 50) }),
    items: fc.array(item, { minLength: 1, maxLength: 4 }),
  },
  { requiredKeys: ['title', 'items'] },
);
const dimension = fc.record({ title: wording, weight: amount, minAnswered: fc.constantFrom(0, 0.5, 1) });
const scale = fc.record({ kind: fc.constantFrom('labelled', 'smiley'), options: options(true) });

/** Instruments of any shape that a workbook can hold; what they say need not make sense. */
export const madeInstrument: fc.Arbitrary<Instrument> = fc
  .record(
    {
      filledBy: fc.constantFrom('mysteryShopper', 'employee'),
      title: wording,
      intro: wording,
      languages: fc.constantFrom(['ar', 'en'], ['en', 'ar', 'zh-Hans']),
      presentation: fc.constantFrom({}, { page: 'item' }, { showScore: true }),
      scoring: fc.record({ mode: fc.constantFrom('points', 'sections'), notApplicable: policy, minCompleteness: fc.constant(0.75) }), // prettier-ignore
      dimensions: fc.array(dimension, { maxLength: 2 }),
      scales: fc.array(scale, { maxLength: 2 }),
      sections: fc.array(section, { minLength: 1, maxLength: 3 }),
      previous: fc.constantFrom({ version: 1, items: { q0: 'same', q1: 'new' }, dropped: ['z', 'a'] }, { version: 3, items: {}, dropped: [] }), // prettier-ignore
    },
    { requiredKeys: ['filledBy', 'title', 'languages', 'scoring', 'dimensions', 'scales', 'sections'] },
  )
  .map(numbered);

/** Gives everything a code of its own; one item is called as a scale is. */
function numbered(made: {
  dimensions: Loose[];
  scales: Loose[];
  sections: ({ items: object[] } & Loose)[];
}): Instrument {
  let next = 0;
  const sections = made.sections.map(({ items, ...rest }, at) => ({
    ...rest,
    code: `s${at}`,
    items: items.map((one) => ({ ...one, code: next++ === 1 ? 'agreement' : `q${next}` })),
  }));
  const dimensions = made.dimensions.map((one, at) => ({ ...one, code: ['staff', 'site'][at] }));
  const scales = made.scales.map((one, at) => ({ ...one, code: ['agreement', 'other'][at] }));
  return Instrument.parse({
    ...made,
    schema: 'nujoom.instrument/1',
    code: 'made',
    version: 2,
    dimensions,
    scales,
    sections,
  });
}
