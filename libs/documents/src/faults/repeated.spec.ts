import { codesIn, repeatedIn, wordsIn } from './repeated.js';

describe('repeatedIn', () => {
  it('tells each later place, and the first', () => {
    const placed = [...codesIn([{ code: 'a' }, { code: 'b' }], 'parts'), ...wordsIn(['b', 'a', 'b'], 'more')];
    expect([...repeatedIn(placed)].map(({ where, value, params }) => [where, value, params?.['first']])).toEqual([
      ['more[0]', 'b', 'parts[1].code'],
      ['more[1]', 'a', 'parts[0].code'],
      ['more[2]', 'b', 'parts[1].code'],
    ]);
    expect(wordsIn(undefined, 'none')).toEqual([]);
  });
});
