import fc from 'fast-check';
import { placesOf, scalesOf, answerCodesOf } from '../document/places.js';
import type { Item } from '../document/item.js';
import { sampleInstrument, said } from '../sample-instrument.js';
import { check } from './check.js';
import { compileInstrument } from './compile.js';
import { statesOf } from './states.js';

const reasons = { reasons: [{ code: 'closed', text: said('closed') }] };
const instrument = sampleInstrument({
  sections: [
    {
      items: [
        { code: 'queue', notApplicable: reasons },
        { code: 'easy', type: 'scale' },
        { code: 'counter', type: 'choice' },
        { code: 'docs', type: 'choices' },
        { code: 'order', type: 'ranking' },
        { code: 'windows', type: 'number', min: 0, max: 40, decimals: 1 },
        { code: 'fee', type: 'money' },
        { code: 'remark', type: 'text', comment: { rule: 'optional' } },
        { code: 'day', type: 'date' },
        { code: 'hour', type: 'time' },
        { code: 'wait', type: 'timePair' },
        { code: 'photo', type: 'file', evidence: { rule: 'optional' } },
        { code: 'place', type: 'location' },
        { code: 'signed', type: 'signature' },
        { code: 'grid', type: 'matrix' },
      ],
    },
    { code: 'clerk', repeat: { min: 0, max: 3 }, items: [{ code: 'greeted' }, { code: 'named', type: 'choice' }] },
    {
      code: 'after',
      items: [{ code: 'why', type: 'choice', required: false, relevant: 'queue == "yes" && wait > 20' }],
    },
  ],
});
const compiled = compileInstrument(instrument);
const scales = scalesOf(instrument);

const hash = fc.stringMatching(/^[0-9a-f]{64}$/);
const two = (number: number) => String(number).padStart(2, '0');

function valueOf(item: Item): fc.Arbitrary<unknown> {
  const codes = [...(answerCodesOf(item, scales) ?? [])];
  switch (item.type) {
    case 'choices':
      return fc.subarray(codes, { minLength: 1 });
    case 'ranking':
      return fc.shuffledSubarray(codes, { minLength: codes.length });
    case 'number':
      return fc.nat(400).map((tenths) => tenths / 10);
    case 'money':
      return fc.nat(1_000_000).map((fils) => fils / 100);
    case 'text':
      return fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text.trim() !== '' && !text.includes('\0'));
    case 'date':
      return fc
        .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
        .map((day) => day.toISOString().slice(0, 10));
    case 'time':
      return fc.tuple(fc.nat(23), fc.nat(59)).map(([hour, minute]) => `${two(hour)}:${two(minute)}`);
    case 'timePair':
      return fc.tuple(fc.nat(2 ** 40), fc.nat(720 * 60_000)).map(([from, length]) => ({
        from: new Date(from).toISOString(),
        to: new Date(from + length).toISOString(),
      }));
    case 'file':
      return fc.uniqueArray(hash, { minLength: 1, maxLength: 5 });
    case 'location':
      return fc.oneof(
        fc.constant({ refused: true }),
        fc.record({
          latitude: fc.integer({ min: -90, max: 90 }),
          longitude: fc.integer({ min: -180, max: 180 }),
          accuracy: fc.nat(500),
        }),
      );
    case 'signature':
      return hash;
    case 'matrix':
      return fc.record({
        rows: fc.record(Object.fromEntries(item.rows.map(({ code }) => [code, fc.constantFrom(...codes)]))),
      });
    default:
      return fc.constantFrom(...codes);
  }
}

const answersOf = (section: number) =>
  fc.record(
    Object.fromEntries(
      (instrument.sections[section]?.items ?? []).map((item) => [item.code, valueOf(item).map((value) => ({ value }))]),
    ),
  );
const fitting = fc.record({
  answers: answersOf(0),
  repeats: fc.record({ clerk: fc.array(answersOf(1), { maxLength: 3 }) }),
});
const finished = { finished: true };

describe('check', () => {
  it('takes every sheet that fits, and finds all of it answered', () => {
    fc.assert(
      fc.property(fitting, (sheet) => {
        expect(check(compiled, sheet, finished)).toEqual([]);
        const states = statesOf(compiled, sheet);
        for (const code of Object.keys(sheet.answers)) expect(states.get(`answers.${code}`)).toBe('answered');
      }),
    );
  });

  it('tells exactly one fault of one item left out', () => {
    const codes = placesOf(instrument)
      .filter(({ section }) => section.code === 's1')
      .map(({ item }) => item.code);
    fc.assert(
      fc.property(fitting, fc.constantFrom(...codes), ({ answers, repeats }, code) => {
        const others = Object.fromEntries(Object.entries(answers).filter(([other]) => other !== code));
        expect(check(compiled, { answers: others, repeats }, finished)).toEqual([
          { where: `answers.${code}`, reason: 'missing' },
        ]);
        expect(check(compiled, { answers: others, repeats }, { finished: false })).toEqual([]);
      }),
    );
  });

  it('does not depend on the order of keys', () => {
    const turned = (node: unknown): unknown => {
      if (Array.isArray(node)) return node.map(turned);
      if (typeof node !== 'object' || node === null) return node;
      return Object.fromEntries(
        Object.entries(node)
          .reverse()
          .map(([key, value]) => [key, turned(value)]),
      );
    };
    const damaged = fc.record({
      answers: fc.dictionary(
        fc.constantFrom('queue', 'docs', 'wait', 'grid', 'why', 'gone'),
        fc.jsonValue({ maxDepth: 3 }),
      ),
    });
    fc.assert(
      fc.property(fc.oneof(fitting, damaged), (sheet) => {
        const told = (one: unknown) =>
          check(compiled, one, finished)
            .map((fault) => JSON.stringify(fault))
            .sort();
        expect(told(turned(sheet))).toEqual(told(sheet));
      }),
    );
  });

  it('never throws, whatever it is given, and says nothing that cannot be stored', () => {
    const given = fc.oneof(
      fc.jsonValue({ maxDepth: 4 }),
      fc.record({ value: fc.jsonValue({ maxDepth: 4 }) }, { requiredKeys: [] }),
    );
    const answers = fc.dictionary(fc.oneof(fc.constantFrom(...compiled.once), fc.string({ unit: 'binary' })), given);
    const sheet = fc.oneof(
      fc.jsonValue(),
      fc.record(
        { answers, repeats: fc.oneof(fc.jsonValue(), fc.record({ clerk: fc.array(answers) })) },
        { requiredKeys: [] },
      ),
    );
    fc.assert(
      fc.property(sheet, fc.boolean(), (sent, isFinished) => {
        for (const fault of check(compiled, sent, { finished: isFinished })) {
          expect(JSON.stringify(fault)).not.toMatch(/\\u0000|\\ud[89a-f]/);
        }
        statesOf(compiled, sent);
      }),
      { numRuns: 1_000 },
    );
  });

  it('never throws for depth', () => {
    const deep = JSON.parse(`${'{"value":'.repeat(5_000)}1${'}'.repeat(5_000)}`) as unknown;
    for (const { code } of instrument.sections[0]?.items ?? []) {
      expect(check(compiled, { answers: { [code]: { value: deep } } }, { finished: false })).not.toEqual([]);
    }
  });
});
