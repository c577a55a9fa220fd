import type { Fault } from '#contract';
import { faultAt, firstFaults, wordsOf } from './fault-at.js';

describe('faultAt', () => {
  it.each<[string, unknown, string | undefined]>([
    ['a word', 'heavy', 'heavy'],
    ['a number', 0, '0'],
    ['true or false', false, 'false'],
    ['nothing of what has parts', { a: 1 }, undefined],
    ['nothing of nothing', null, undefined],
    ['what no page can print, marked', 'a\0\ud800', 'a\ufffd\ufffd'],
    ['200 characters and no more', 'x'.repeat(300), 'x'.repeat(200)],
  ])('shows %s', (_, found, value) => expect(faultAt('weight', 'invalid', undefined, found).value).toBe(value));

  it('has no members that say nothing', () => {
    expect(faultAt('a', 'missing')).toStrictEqual({ where: 'a', reason: 'missing' });
    expect(faultAt('a', 'tooFew', { min: 1 })).toStrictEqual({ where: 'a', reason: 'tooFew', params: { min: 1 } });
  });
});

describe('firstFaults', () => {
  it('takes a thousand, and does not seek further', () => {
    let sought = 0;
    function* endless(): Generator<Fault> {
      for (;;) yield faultAt(`at ${++sought}`, 'missing');
    }
    expect(firstFaults(endless())).toHaveLength(1_000);
    expect(sought).toBe(1_000);
  });
});

describe('wordsOf', () => {
  it('is cut after twenty', () => {
    const words = Array.from({ length: 20 }, (_, at) => at);
    expect(wordsOf(words)).toBe(words.join(', '));
    expect(wordsOf([...words, 'more'])).toBe(`${words.join(', ')} …`);
  });
});
