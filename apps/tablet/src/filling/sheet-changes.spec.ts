import fc from 'fast-check';
import type { AnswerSheet } from '#instruments';
import { sampleDraft } from '../capture/sample-visit.js';
import { givenAt, withComment, withNotApplicable, withoutRepeat, withRepeat, withValue } from './sheet-changes.js';

const place = { section: { code: 'door' }, repeat: null, item: { code: 'sign' } };
const inRepeat = { section: { code: 'counter' }, repeat: 1, item: { code: 'free' } };
const begun = (sheet?: AnswerSheet) => sampleDraft(sheet);
const a = 'a'.repeat(64);

describe('an answer', () => {
  it('takes the place of “does not apply”, and the other way round; note and photos stay', () => {
    const before = begun({ answers: { sign: { notApplicable: 'none', comment: 'c', evidence: [a] } } });
    const answered = withValue(place, 'no')(before);
    expect(answered.sheet.answers['sign']).toEqual({ value: 'no', comment: 'c', evidence: [a] });
    expect(withNotApplicable(place, 'none')(answered)).toEqual(before);
  });

  it('that is cleared leaves nothing behind', () => {
    const cleared = withValue(place, undefined)(withValue(place, 'yes')(begun()));
    expect(cleared.sheet).toEqual({ answers: {} });
    expect(withNotApplicable(place, undefined)(withNotApplicable(place, 'none')(begun())).sheet).toEqual({
      answers: {},
    });
  });

  it('changes nothing but itself, wherever it stands', () => {
    const before = begun({ answers: { open: { value: 'yes' } }, repeats: { counter: [{}, {}] } });
    const after = withValue(inRepeat, 'no')(before);
    expect(after.sheet).toEqual({
      answers: { open: { value: 'yes' } },
      repeats: { counter: [{}, { free: { value: 'no' } }] },
    });
    expect(givenAt(after.sheet, inRepeat)).toEqual({ value: 'no' });
    expect(before.sheet.repeats).toEqual({ counter: [{}, {}] });
  });

  it('keeps a note as it is typed, and no blank one', () => {
    const noted = withComment(place, ' two words ')(begun());
    expect(noted.sheet.answers['sign']).toEqual({ comment: ' two words ' });
    expect(withComment(place, ' \n')(noted).sheet.answers).toEqual({});
  });
});

describe('a repeat', () => {
  it('that was removed comes back where it was, with what was in it', () => {
    const answers = fc.dictionary(fc.constantFrom('free', 'remark'), fc.record({ value: fc.string() }));
    fc.assert(
      fc.property(fc.array(answers, { minLength: 1, maxLength: 3 }), fc.nat(), (all, any) => {
        const at = any % all.length;
        const before = begun({ answers: {}, repeats: { counter: all } });
        const back = withRepeat('counter', all[at], at)(withoutRepeat('counter', at)(before));
        expect(back).toEqual(before);
      }),
    );
  });

  it('is added at the end', () => {
    expect(withRepeat('counter')(begun()).sheet.repeats).toEqual({ counter: [{}] });
  });
});
