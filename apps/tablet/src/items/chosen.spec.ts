import { chosenAfter } from './chosen.js';
import { moved } from './ranks.js';

const item = { options: ['a', 'b', 'none'].map((code) => ({ code })), exclusive: ['none'] };

describe('several answers', () => {
  it.each<[readonly string[], string, boolean, readonly string[] | null]>([
    [[], 'b', true, ['b']],
    [['b'], 'a', true, ['a', 'b']],
    [['a', 'b'], 'none', true, ['none']],
    [['none'], 'a', true, ['a']],
    [['a'], 'a', false, null],
    [['a', 'b'], 'a', false, ['b']],
    [['a'], 'a', true, ['a']],
  ])('%j with %s turned to %s become %j', (chosen, code, on, after) =>
    expect(chosenAfter(item, chosen, code, on)).toEqual(after),
  );
});

describe('an order', () => {
  it.each<[string, -1 | 1, readonly string[]]>([
    ['b', -1, ['b', 'a', 'c']],
    ['b', 1, ['a', 'c', 'b']],
    ['a', -1, ['a', 'b', 'c']],
    ['c', 1, ['a', 'b', 'c']],
    ['x', 1, ['a', 'b', 'c']],
  ])('with %s moved by %i becomes %j', (code, by, after) => expect(moved(['a', 'b', 'c'], code, by)).toEqual(after));
});
