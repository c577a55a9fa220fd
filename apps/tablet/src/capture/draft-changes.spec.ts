import fc from 'fast-check';
import type { AnswerSheet } from '#instruments';
import {
  givenAt,
  lastFixOf,
  photosNamed,
  withComment,
  withEvidence,
  withFile,
  withNotApplicable,
  withoutEvidence,
  withoutFile,
  withoutLoosePhotos,
  withoutRepeat,
  withoutStamp,
  withPhoto,
  withPlace,
  withRepeat,
  withStamp,
  withValue,
} from './draft-changes.js';
import { hashOf, sampleDraft } from './sample-visit.js';

const place = { section: { code: 'door' }, repeat: null, item: { code: 'sign' } };
const inRepeat = { section: { code: 'counter' }, repeat: 1, item: { code: 'free' } };
const begun = (sheet?: AnswerSheet) => sampleDraft(sheet);
const a = hashOf('a');
const b = hashOf('b');

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

describe('photos', () => {
  const photo = (hash: string) => ({ hash, bytes: 3, takenAt: '2026-11-22T08:00:00Z', blurred: false });

  it('are named by the draft and beside their answer, once each', () => {
    const twice = withPhoto(photo(a), withEvidence(place, a))(withPhoto(photo(a), withEvidence(place, a))(begun()));
    expect(twice.photos).toEqual([photo(a)]);
    expect(twice.sheet.answers['sign']).toEqual({ evidence: [a] });
  });

  it('that nothing names any more are forgotten; those that another answer names stay', () => {
    const both = withPhoto(photo(b), withFile(place, b))(withPhoto(photo(a), withEvidence(place, a))(begun()));
    const without = withoutLoosePhotos(withoutEvidence(place, a)(both));
    expect(without.photos).toEqual([photo(b)]);
    expect(without.sheet.answers['sign']).toEqual({ value: [b] });
    expect(withoutLoosePhotos(withoutFile(place, b)(without)).photos).toEqual([]);
  });

  it('are found in values, beside answers and in repeats, but not in words', () => {
    const sheet = {
      answers: { sign: { value: a }, list: { value: [b] }, text: { value: 'abc' } },
      repeats: { counter: [{ free: { value: 'yes', evidence: [hashOf('c')] } }] },
    };
    expect([...photosNamed(sheet)].sort()).toEqual([a, b, hashOf('c')]);
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

describe('stamps and places', () => {
  it('are made and taken away', () => {
    const stamped = withStamp('ticket', '2026-11-22T08:05:00Z')(begun());
    expect(stamped.stamps).toEqual({ ticket: '2026-11-22T08:05:00Z' });
    expect(withoutStamp('ticket')(stamped)).toEqual(begun());
  });

  it('give the last place that is known', () => {
    const fix = { latitude: 25, longitude: 55, accuracy: 8, at: '2026-11-22T08:00:00Z' };
    expect(lastFixOf(begun())).toBeNull();
    expect(lastFixOf(withPlace('end', { refused: true })(withPlace('start', fix)(begun())))).toBe(fix);
  });
});
