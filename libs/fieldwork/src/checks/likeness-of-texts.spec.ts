import fc from 'fast-check';
import { comparableOf, isRepeated, type Comparable } from './likeness-of-texts.js';

const words = (from: number, count: number) => Array.from({ length: count }, (_, at) => `word${from + at}`).join(' ');
const repeated = (one: string, other: string) => {
  const [first, second] = [comparableOf(one), comparableOf(other)];
  return first !== null && second !== null && isRepeated(first, second);
};

/** The definition, word for word: the likeness of two sets of pairs of words. */
function jaccard(one: Comparable, other: Comparable): number {
  const both = [...one.shingles()].filter((shingle) => other.shingles().has(shingle)).length;
  return both / (one.shingles().size + other.shingles().size - both);
}

describe('isRepeated', () => {
  it.each<[string, string, string, boolean]>([
    ['the same', 'The screen did not work.', 'The screen did not work.', true],
    ['another case and other spaces', 'The screen  did NOT work!', ' the screen did not work', true],
    ['other forms of the same letters', 'لم يكن الموظف إلى الأمام', 'لم يكن الموظف الي الامام', true],
    ['tatweel and vowel signs', 'الموظـــف لم يكن مُبتسمًا', 'الموظف لم يكن مبتسما', true],
    ['Arabic digits', 'انتظرت ٢٥ دقيقة عند الشباك', 'انتظرت 25 دقيقة عند الشباك', true],
    ['wide letters', 'Ｔｈｅ ｓｃｒｅｅｎ did not work', 'The screen did not work', true],
    ['too short to say anything', 'No remarks.', 'No remarks.', false],
    ['one word of twenty', words(0, 20), words(0, 20).replace('word9', 'other'), true],
    ['one word of ten', words(0, 10), words(0, 10).replace('word4', 'other'), false],
    ['a word more at the end', words(0, 12), words(0, 13), true],
    ['another order', `${words(0, 9)} ${words(9, 9)}`, `${words(9, 9)} ${words(0, 9)}`, true],
    ['the same words, all in another order', words(0, 12), words(0, 12).split(' ').reverse().join(' '), false],
    ['other words', words(0, 20), words(100, 20), false],
    ['nearly the same, but short', 'one two three four five', 'one two three four fives', false],
    ['one long word', 'x'.repeat(40), `${'x'.repeat(39)}y`, false],
  ])('%s', (_, one, other, same) => expect(repeated(one, other)).toBe(same));

  it('law: is the likeness of pairs of words of at least 0.8, in both directions', () => {
    const sentence = fc
      .array(fc.constantFrom('counter', 'employee', 'waiting', 'hall', 'crowded'), { minLength: 6, maxLength: 12 })
      .map((some) => some.join(' '));
    fc.assert(
      fc.property(sentence, sentence, fc.boolean(), (one, two, isNear) => {
        const first = comparableOf(one);
        const second = comparableOf(isNear ? `${one} ${two.slice(0, 8)}` : two);
        if (!first || !second || Math.min(first.text.length, second.text.length) < 30) return;
        const same = first.text === second.text || jaccard(first, second) >= 0.8;
        expect([isRepeated(first, second), isRepeated(second, first)]).toEqual([same, same]);
      }),
      { numRuns: 500 },
    );
  });
});
