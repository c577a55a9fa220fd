import fc from 'fast-check';
import { chanceOf } from './chance.js';
import { evenChoice } from './even-choice.js';

const chosenFrom = (allowed: readonly (readonly number[])[], elsewhere: readonly number[]) =>
  evenChoice({ allowed, elsewhere, chance: (visit, option) => chanceOf(1, visit, option) });
const countsOf = (chosen: readonly number[], options: number) =>
  Array.from({ length: options }, (_, option) => chosen.filter((one) => one === option).length);
const squares = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count ** 2, 0);

describe('evenChoice', () => {
  it('takes the rarer elsewhere for what is left over', () => {
    expect(countsOf(chosenFrom([[0, 1, 2], [0, 1, 2], [0, 1, 2], [0, 1, 2]], [5, 4, 5]), 3)).toEqual([1, 2, 1]); // prettier-ignore
  });

  it('moves a chain of visits when the first choice was too quick', () => {
    const first = chosenFrom([[0, 1], [0, 1], [0], [0]], [0, 0]); // prettier-ignore
    expect(countsOf(first, 2)).toEqual([2, 2]);
  });

  it('refuses a visit that may have nothing', () => expect(() => chosenFrom([[]], [0])).toThrow(RangeError));

  it('law: with everything allowed, counts differ by at most one at every moment, here and together', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 30 }),
        fc.integer({ min: 1, max: 6 }),
        (sizes, options) => {
          const all = Array.from({ length: options }, (_, option) => option);
          const together = all.map(() => 0);
          for (const size of sizes) {
            const chosen = chosenFrom(Array.from({ length: size }, () => all), together); // prettier-ignore
            for (let until = 1; until <= size; until++) expectEven(countsOf(chosen.slice(0, until), options));
            for (const option of chosen) together[option]! += 1;
            expectEven(together);
          }
        },
      ),
    );
  });

  it('law: no choice that is allowed is evener', () => {
    const visit = fc.uniqueArray(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(visit, { maxLength: 5 }), (allowed) => {
        const chosen = chosenFrom(allowed, [0, 3, 1, 2]);
        chosen.forEach((option, at) => expect(allowed[at]).toContain(option));
        const evenest = Math.min(...everyChoice(allowed).map((one) => squares(countsOf(one, 4))));
        expect(squares(countsOf(chosen, 4))).toBe(evenest);
      }),
    );
  });
});

function expectEven(counts: readonly number[]) {
  expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
}

function everyChoice([first, ...rest]: readonly (readonly number[])[]): number[][] {
  if (!first) return [[]];
  const others = everyChoice(rest);
  return first.flatMap((option) => others.map((other) => [option, ...other]));
}
