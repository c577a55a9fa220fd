import fc from 'fast-check';
import { indexOfItems, indexOfShares } from './item-index.js';
import { positiveShareOf } from './share.js';

describe('indexOfItems', () => {
  it('AT-01 one respondent: strongly agree, agree, agree, neither, disagree is 65 %', () => {
    expect(indexOfItems([[100, 75, 75, 50, 25]])).toMatchObject({ value: 65, n: 1, variance: null, interval: null });
  });

  it('AT-01 ten respondents of 65, 25, 70, 35, 50, 100, 90, 40, 20, 35 are 53 %', () => {
    const respondents = [65, 25, 70, 35, 50, 100, 90, 40, 20, 35].map((score) => [score, score]);
    const { value, n, interval } = indexOfItems(respondents)!;
    expect([value, n]).toEqual([53, 10]);
    expect(interval!.low).toBeLessThan(53);
  });

  it('who left an item out is not counted: all items are needed', () => {
    expect(indexOfItems([[100, 50], [null, 0], [50, 50]])).toMatchObject({ value: 62.5, n: 2 }); // prettier-ignore
  });

  it.each([
    ['nobody', []],
    ['nobody complete', [[null, 100]]],
    ['no items', [[], []]],
  ])('of %s is no index', (_, respondents) => expect(indexOfItems(respondents)).toBeNull());

  it('refuses respondents of different questionnaires, and scores off the scale', () => {
    expect(() => indexOfItems([[1, 2], [1]])).toThrow(RangeError);
    expect(() => indexOfItems([[101]])).toThrow(RangeError);
    expect(() => indexOfItems([[NaN]])).toThrow(RangeError);
  });

  it('law: between 0 and 100, and the order of items and people does not matter', () => {
    const respondent = fc.array(fc.constantFrom(0, 25, 50, 75, 100), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(respondent, { minLength: 1, maxLength: 30 }), (people) => {
        const { value } = indexOfItems(people)!;
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(100);
        expect(indexOfItems(people.map((items) => items.toReversed()).reverse())!.value).toBeCloseTo(value, 9);
      }),
    );
  });
});

describe('indexOfShares', () => {
  it('AT-01 organisation A (strongly agree 10, agree 40, neither 10, disagree 16, strongly 24 %): index 49, positive 50', () => {
    const worstFirst = [24, 16, 10, 40, 10];
    expect(indexOfShares(worstFirst)).toBe(49);
    expect(positiveShareOf(worstFirst)!.value).toBe(50);
  });

  it('takes parts of one as well', () => expect(indexOfShares([0.25, 0, 0.75])).toBe(75));
  it('of nothing is nothing', () => expect(indexOfShares([0, 0, 0])).toBeNull());
  it.each([[[100]], [[-1, 101]], [[NaN, 1]]])('refuses %j', (shares) => {
    expect(() => indexOfShares(shares)).toThrow(RangeError);
  });
});
