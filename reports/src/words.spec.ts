import type { CycleFigures } from '#figures';
import { wordsOf } from './words.js';

const title = { ar: 'مركز الاتصال', en: 'Contact centre' };
const channels = [{ code: 'contact_centre', title, score: 80, before: null, centres: 1, scored: 1 }];
const figures = { measures: [], agencies: [{ stars: null }, { stars: { channels } }] } as unknown as CycleFigures;

describe('the words of a report', () => {
  it('call a channel as the rating scheme does, and one it does not know by its code', () => {
    const arabic = wordsOf(figures, 'ar');
    const called = ['contact_centre', 'digital', 'by_post'].map((code) => arabic.channel(code));
    expect(called).toEqual(['مركز الاتصال', 'رقمية', 'by_post']);
    expect(wordsOf(figures, 'en').channel('contact_centre')).toBe('Contact centre');
  });

  it('separate clauses and names as the language does', () => {
    const [arabic, english] = [wordsOf(figures, 'ar'), wordsOf(figures, 'en')];
    expect([arabic.inClauses(['أ', 'ب']), arabic.listed(['أ', 'ب'])]).toEqual(['أ؛ ب', 'أ، ب']);
    expect([english.inClauses(['a', 'b']), english.listed(['a', 'b'])]).toEqual(['a; b', 'a, b']);
  });
});
