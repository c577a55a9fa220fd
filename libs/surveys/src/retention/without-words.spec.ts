import fc from 'fast-check';
import { check, compileInstrument, contributionOf, readInstrument, statesOf, tallyLayoutOf } from '#instruments';
import { erasedWords, withoutWords, wordItemsOf } from './without-words.js';

const said = { ar: 'نص', en: 'x' };
const { instrument, faults } = readInstrument({
  schema: 'nujoom.instrument/1',
  code: 'sample',
  version: 1,
  filledBy: 'customer',
  title: said,
  languages: ['ar', 'en'],
  scoring: { mode: 'weights' },
  sections: [
    {
      code: 'all',
      title: said,
      items: [
        { type: 'yesNo', code: 'good', text: said, comment: { rule: 'optional' } },
        {
          type: 'number',
          code: 'wait',
          text: said,
          min: 0,
          max: 99,
          required: false,
          comment: { rule: 'optional' },
          points: [{ from: 0, to: 99, points: 1 }],
        },
        {
          type: 'text',
          code: 'why',
          text: said,
          required: false,
          relevant: "good == 'no'",
          comment: { rule: 'optional' },
        },
        { type: 'text', code: 'name', text: said, required: false },
      ],
    },
  ],
});
if (!instrument) throw new Error(JSON.stringify(faults));
const compiled = compileInstrument(instrument);
const layout = tallyLayoutOf(instrument);
const words = wordItemsOf(instrument);

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter((one) => one.trim() !== '');
const given = (value: fc.Arbitrary<string | number>, comment: boolean) =>
  fc.record({ value, ...(comment && { comment: text }) }, { requiredKeys: ['value'] });
const sheets = fc
  .record(
    {
      good: given(fc.constantFrom('yes', 'no'), true),
      wait: given(fc.nat(99), true),
      why: given(text, true),
      name: given(text, false),
    },
    { requiredKeys: ['good'] },
  )
  .map((answers) => ({ answers }))
  .filter((sheet) => check(compiled, sheet, { finished: true }).length === 0);

describe('withoutWords', () => {
  it('erases answers of text and remarks, and nothing else', () => {
    const sheet = {
      answers: { good: { value: 'no', comment: 'Amna' }, wait: { value: 7 }, why: { value: 'Because' } },
    };
    expect(withoutWords(sheet, words)).toEqual({
      answers: { good: { value: 'no', comment: erasedWords }, wait: { value: 7 }, why: { value: erasedWords } },
    });
    expect(withoutWords({ answers: { good: { value: 'yes' }, wait: { value: 7 } } }, words)).toBeNull();
  });

  it('changes neither what a sheet adds to tallies nor what was asked and answered; once is enough', () => {
    fc.assert(
      fc.property(sheets, (sheet) => {
        const erased = withoutWords(sheet, words) ?? sheet;
        expect(contributionOf(layout, compiled, erased)).toEqual(contributionOf(layout, compiled, sheet));
        expect(statesOf(compiled, erased)).toEqual(statesOf(compiled, sheet));
        expect(withoutWords(erased, words)).toBeNull();
      }),
    );
  });
});
