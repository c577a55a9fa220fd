import { numbersFrom, numbersFromState } from './xoshiro.js';

describe('numbersFrom', () => {
  it("Blackman and Vigna's xoshiro128starstar.c 1.1 from the state 1, 2, 3, 4", () => {
    const { nextWhole } = numbersFromState([1, 2, 3, 4]);
    expect(Array.from({ length: 10 }, nextWhole)).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });

  it('a seed gives its sequence again, another seed another', () => {
    const first = (seed: number) => Array.from({ length: 5 }, numbersFrom(seed).next);
    expect(first(7)).toEqual(first(7));
    expect(first(8)).not.toEqual(first(7));
    expect(first(0).every((number) => number > 0 && number < 1)).toBe(true);
  });

  it('is evenly spread: 16 equal drawers, chi-square below the 99.9 % point of 15 degrees of freedom', () => {
    const { next } = numbersFrom(2026);
    const drawers = new Array<number>(16).fill(0);
    for (let i = 0; i < 16_000; i++) drawers[Math.floor(16 * next())]! += 1;
    expect(drawers.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)).toBeLessThan(37.7);
  });

  it.each([-1, 0.5, 2 ** 32, NaN])('%d is no seed', (seed) => expect(() => numbersFrom(seed)).toThrow(RangeError));
});
