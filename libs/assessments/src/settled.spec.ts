import fc from 'fast-check';
import { bothSubmitted, differ, settledOf, type Slot, type Standing } from './settled.js';

const of = (id: string, level: string | null) => ({ id, level });
const two: Slot[] = ['first', 'second'];
const three: Slot[] = [...two, 'settler'];

describe('settledOf', () => {
  it.each<[string, Slot[], Standing, object | null]>([
    ['nobody assigned settles nothing', [], { first: of('a', 'basic') }, null],
    ['one assessor alone is enough', ['first'], { first: of('a', 'basic') }, { level: 'basic', restsOn: ['a'] }],
    ['also one in the second place', ['second'], { second: of('b', 'basic') }, { level: 'basic', restsOn: ['b'] }],
    ['what the second still owes leaves it open', two, { first: of('a', 'basic') }, null],
    ['what the first still owes leaves it open', two, { second: of('b', 'basic') }, null],
    [
      'two who agree settle',
      two,
      { first: of('a', 'basic'), second: of('b', 'basic') },
      { level: 'basic', restsOn: ['a', 'b'] },
    ],
    [
      'two who agree that it does not apply settle',
      two,
      { first: of('a', null), second: of('b', null) },
      { level: null, restsOn: ['a', 'b'] },
    ],
    ['a difference without a third is open', two, { first: of('a', 'basic'), second: of('b', null) }, null],
    ['a difference waits for the third', three, { first: of('a', 'basic'), second: of('b', 'leading') }, null],
    [
      'the third settles a difference',
      three,
      { first: of('a', 'basic'), second: of('b', 'leading'), settler: of('c', 'maturing') },
      { level: 'maturing', restsOn: ['a', 'b', 'c'] },
    ],
    [
      'the third is not asked where two agree',
      three,
      { first: of('a', 'basic'), second: of('b', 'basic'), settler: of('c', 'leading') },
      { level: 'basic', restsOn: ['a', 'b'] },
    ],
    ['a settler alone settles nothing', ['settler'], { settler: of('c', 'basic') }, null],
    [
      'somebody no longer assigned does not count',
      ['second'],
      { first: of('a', 'basic'), second: of('b', 'leading') },
      { level: 'leading', restsOn: ['b'] },
    ],
  ])('%s', (_, assigned, standing, settled) => expect(settledOf(new Set(assigned), standing)).toEqual(settled));

  const level = fc.constantFrom('basic', 'leading', null);
  it('gives a level somebody assigned gave, and does not care who is first', () => {
    fc.assert(
      fc.property(level, level, level, (a, b, c) => {
        const assigned = new Set(three);
        const settled = settledOf(assigned, { first: of('a', a), second: of('b', b), settler: of('c', c) });
        const turned = settledOf(assigned, { first: of('b', b), second: of('a', a), settler: of('c', c) });
        expect([a, b, c]).toContain(settled?.level);
        expect(turned?.level).toBe(settled?.level);
      }),
    );
  });
});

describe('what each may see', () => {
  it('opens when both have graded, and only then', () => {
    const [a, b] = [of('a', 'basic'), of('b', 'leading')];
    expect(bothSubmitted(new Set(two), { first: a })).toBe(false);
    expect(bothSubmitted(new Set(two), { first: a, second: b })).toBe(true);
    expect(bothSubmitted(new Set(['first']), { first: a, second: b })).toBe(false);
    expect(differ(new Set(two), { first: a, second: a })).toBe(false);
    expect(differ(new Set(two), { first: a, second: b })).toBe(true);
  });
});
