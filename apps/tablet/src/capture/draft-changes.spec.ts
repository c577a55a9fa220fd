import {
  lastFixOf,
  photosNamed,
  withEvidence,
  withFile,
  withoutEvidence,
  withoutFile,
  withoutLoosePhotos,
  withoutStamp,
  withPhoto,
  withPlace,
  withStamp,
} from './draft-changes.js';
import { hashOf, sampleDraft } from './sample-visit.js';

const place = { section: { code: 'door' }, repeat: null, item: { code: 'sign' } };
const begun = () => sampleDraft();
const a = hashOf('a');
const b = hashOf('b');

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
